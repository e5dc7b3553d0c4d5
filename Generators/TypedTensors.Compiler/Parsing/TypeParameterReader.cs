using Microsoft.CodeAnalysis;
using TypedTensors.Compiler.Model;

namespace TypedTensors.Compiler.Parsing;

/// <summary>Reads the type parameter of a kernel, and finds out which element types it may stand for.</summary>
static class TypeParameterReader
{
    public static TypeParameterModel? Read(IMethodSymbol method, BodyModel body, Compilation compilation) =>
        method.TypeParameters is [{ } parameter] ? Read(parameter, body.Instructions, compilation) : null;

    /// <exception cref="FaultException">No element type meets the constraints: nothing could be emitted that runs.</exception>
    public static TypeParameterModel Read(ITypeParameterSymbol parameter, IEnumerable<Instruction> instructions, Compilation compilation)
    {
        EquatableArray<ElementKind> dtypes = Enumerable.Range(0, (int)ElementKind.Generic)
            .Select(kind => (ElementKind)kind)
            .Where(kind => TypeMap.Symbol(compilation, kind) is { } type && parameter.ConstraintTypes.All(constraint => Meets(type, constraint, parameter)))
            .ToEquatableArray();
        if (dtypes.Count == 0)
        {
            throw new FaultException(Fault.At(
                FaultKind.TypeParameter, $"No element type of tensors meets the constraints of '{parameter.Name}'; ask for an interface of numbers, as INumber<{parameter.Name}>.", parameter.DeclaringSyntaxReferences[0].GetSyntax()));
        }

        return new TypeParameterModel(
            parameter.Name,
            parameter.ConstraintTypes.Select(constraint => constraint.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat)).ToEquatableArray(),
            dtypes,
            dtypes.Contains(ElementKind.Half) && dtypes.Contains(ElementKind.Single) && !NamesLimits(instructions));
    }

    static bool Meets(ITypeSymbol type, ITypeSymbol constraint, ITypeParameterSymbol parameter)
    {
        ITypeSymbol wanted = Substitute(constraint, parameter, type);
        return wanted.SpecialType == SpecialType.System_ValueType
            || SymbolEqualityComparer.Default.Equals(type, wanted)
            || type.AllInterfaces.Contains(wanted, SymbolEqualityComparer.Default);
    }

    static ITypeSymbol Substitute(ITypeSymbol type, ITypeParameterSymbol parameter, ITypeSymbol argument) =>
        SymbolEqualityComparer.Default.Equals(type, parameter) ? argument
        : type is INamedTypeSymbol { IsGenericType: true } named
            ? named.OriginalDefinition.Construct([.. named.TypeArguments.Select(inner => Substitute(inner, parameter, argument))])
            : type;

    // T.MaxValue of Half is not that of float: such a kernel runs on Half itself.
    static bool NamesLimits(IEnumerable<Instruction> instructions) =>
        instructions.Any(instruction => instruction is ConstantInstruction { Value.Member: "MaxValue" or "MinValue" or "Epsilon" or "AllBitsSet" });
}
