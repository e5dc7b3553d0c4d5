using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace TypedTensors.Analyzers.Precision;

/// <summary>Where a local or a parameter is given a value.</summary>
/// <param name="Declaration">Its declaration, or null where a pattern, a parameter list or an argument declares it.</param>
/// <param name="Writes">What else may change it.</param>
sealed record VariableWrites(IVariableDeclaratorOperation? Declaration, IReadOnlyList<IOperation> Writes)
{
    /// <summary>The value it is declared with.</summary>
    public IOperation? Initial => Declaration?.GetVariableInitializer()?.Value;

    /// <summary>Looks through the whole body that an operation stands in.</summary>
    /// <param name="variable">The variable.</param>
    /// <param name="read">Where it is read.</param>
    public static VariableWrites Of(ISymbol variable, IOperation read)
    {
        IVariableDeclaratorOperation? declaration = null;
        List<IOperation> writes = [];
        foreach (IOperation operation in read.Ancestors().LastOrDefault()?.Descendants() ?? [])
        {
            if (operation is IVariableDeclaratorOperation declarator && SymbolEqualityComparer.Default.Equals(declarator.Symbol, variable))
            {
                declaration = declarator;
            }
            else if (SymbolEqualityComparer.Default.Equals(Variable(operation), variable) && Write(operation) is { } write)
            {
                writes.Add(write);
            }
        }

        return new VariableWrites(declaration, writes);
    }

    static ISymbol? Variable(IOperation operation) =>
        operation switch
        {
            ILocalReferenceOperation local => local.Local,
            IParameterReferenceOperation parameter => parameter.Parameter,
            _ => null,
        };

    // Whoever holds a reference may write, too.
    static IOperation? Write(IOperation reference) =>
        reference.Parent switch
        {
            ISimpleAssignmentOperation { IsRef: true } alias => alias,
            IAssignmentOperation assignment when assignment.Target == reference => assignment,
            IIncrementOrDecrementOperation step => step,
            IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out } argument => argument,
            IAddressOfOperation address => address,
            ITupleOperation { Parent: not IConversionOperation and not IVariableInitializerOperation } tuple => tuple,
            IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol.IsRef: true } } initializer => initializer,
            _ => null,
        };
}
