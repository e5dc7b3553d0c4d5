using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace TypedTensors.Analyzers.Precision;

/// <summary>Where a local is given a value.</summary>
/// <param name="Declaration">Its declaration.</param>
/// <param name="Initial">The value it is declared with.</param>
/// <param name="Writes">What else may change it.</param>
sealed record LocalWrites(IVariableDeclaratorOperation Declaration, IOperation? Initial, IReadOnlyList<IOperation> Writes)
{
    /// <summary>Looks through the whole body that an operation stands in.</summary>
    /// <returns>The writes, or null where the local is declared otherwise: by a pattern, a loop, an argument, or as another's alias.</returns>
    public static LocalWrites? Of(ILocalReferenceOperation read)
    {
        IOperation root = read;
        while (root.Parent is { } parent)
        {
            root = parent;
        }

        IVariableDeclaratorOperation? declaration = null;
        List<IOperation> writes = [];
        foreach (IOperation operation in root.Descendants())
        {
            if (operation is IVariableDeclaratorOperation declarator && SymbolEqualityComparer.Default.Equals(declarator.Symbol, read.Local))
            {
                declaration = declarator;
            }
            else if (operation is ILocalReferenceOperation reference && SymbolEqualityComparer.Default.Equals(reference.Local, read.Local) && Write(reference) is { } write)
            {
                writes.Add(write);
            }
        }

        return declaration is null || read.Local.IsRef ? null : new LocalWrites(declaration, declaration.GetVariableInitializer()?.Value, writes);
    }

    // Whoever holds a reference may write, too.
    static IOperation? Write(ILocalReferenceOperation reference) =>
        reference.Parent switch
        {
            IAssignmentOperation assignment when assignment.Target == reference => assignment,
            IIncrementOrDecrementOperation step => step,
            IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out } argument => argument,
            IAddressOfOperation address => address,
            ITupleOperation { Parent: not IConversionOperation and not IVariableInitializerOperation } tuple => tuple,
            IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol.IsRef: true } } initializer => initializer,
            _ => null,
        };
}
