using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace TypedTensors.Analyzers.Precision;

/// <summary>Members that differ in nothing but that one takes double where the other takes float.</summary>
static class OverloadTwins
{
    /// <summary>The parameters of a method, constructor or indexer, as it is declared.</summary>
    public static ImmutableArray<IParameterSymbol> Parameters(ISymbol member) =>
        member switch
        {
            IMethodSymbol method => method.Parameters,
            IPropertySymbol property => property.Parameters,
            _ => [],
        };

    /// <summary>Whether a parameter may be that of a twin: a float, or a collection of floats.</summary>
    public static bool MayDiffer(IParameterSymbol parameter) => IsFloat(parameter.Type) || IsFloat(ElementOf(parameter.Type));

    /// <summary>Looks for the twin with double in a member's type.</summary>
    /// <param name="member">The member.</param>
    /// <param name="context">The place, which must be allowed to call it.</param>
    /// <returns>The twin's parameters, or null where there is none.</returns>
    public static ImmutableArray<IParameterSymbol>? Find(ISymbol member, OperationAnalysisContext context)
    {
        ISymbol whole = member is IMethodSymbol method ? method.ConstructedFrom : member;
        ImmutableArray<IParameterSymbol> mine = Parameters(whole);
        ISymbol? twin = whole.ContainingType.GetMembers(whole.Name).FirstOrDefault(other =>
            other.Kind == whole.Kind
            && other.IsStatic == whole.IsStatic
            && Arity(other) == Arity(whole)
            && Parameters(other).Length == mine.Length
            && mine.Zip(Parameters(other), (one, two) => IsTwin(one, two) || (!IsFloat(one.Type) && IsSame(one.Type, two.Type))).All(fits => fits)
            && mine.Zip(Parameters(other), IsTwin).Any(isTwin => isTwin)
            && (whole is not IMethodSymbol { MethodKind: MethodKind.Conversion, ReturnType: { } result } || SymbolEqualityComparer.Default.Equals(((IMethodSymbol)other).ReturnType, result))
            && context.Compilation.IsSymbolAccessibleWithin(other, context.ContainingSymbol.ContainingType ?? (ISymbol)context.Compilation.Assembly));
        return twin is null ? null : Parameters(twin);
    }

    /// <summary>Whether a type is float, or float that may be null.</summary>
    public static bool IsFloat(ITypeSymbol? type) => NumericType.Without(type)?.SpecialType == SpecialType.System_Single;

    /// <summary>The element type of an array, a span or a collection of one kind of elements.</summary>
    public static ITypeSymbol? ElementOf(ITypeSymbol type) =>
        type switch
        {
            IArrayTypeSymbol array => array.ElementType,
            INamedTypeSymbol { TypeArguments: [{ } element] } when !NumericType.IsNullable(type) => element,
            _ => null,
        };

    /// <summary>Whether a parameter is a tensor or vector of floats: the element type has been chosen already, and scalars follow it.</summary>
    public static bool HasFloatElements(IParameterSymbol parameter) =>
        parameter.Type is INamedTypeSymbol { TypeArguments: var arguments } ? !NumericType.IsNullable(parameter.Type) && arguments.Any(IsFloat) : IsFloat(ElementOf(parameter.Type));

    static int Arity(ISymbol member) => member is IMethodSymbol method ? method.Arity : 0;

    static bool IsTwin(IParameterSymbol parameter, IParameterSymbol other) =>
        IsFloat(parameter.Type) ? IsDouble(other.Type) : IsFloat(ElementOf(parameter.Type)) && IsDouble(ElementOf(other.Type));

    static bool IsDouble(ITypeSymbol? type) => NumericType.Without(type)?.SpecialType == SpecialType.System_Double;

    // A type parameter of one is not that of the other.
    static bool IsSame(ITypeSymbol type, ITypeSymbol other) =>
        (type, other) switch
        {
            (ITypeParameterSymbol { TypeParameterKind: TypeParameterKind.Method } one, ITypeParameterSymbol { TypeParameterKind: TypeParameterKind.Method } two) => one.Ordinal == two.Ordinal,
            (IArrayTypeSymbol one, IArrayTypeSymbol two) => one.Rank == two.Rank && IsSame(one.ElementType, two.ElementType),
            (INamedTypeSymbol { IsGenericType: true } one, INamedTypeSymbol { IsGenericType: true } two) =>
                SymbolEqualityComparer.Default.Equals(one.OriginalDefinition, two.OriginalDefinition) && one.TypeArguments.Zip(two.TypeArguments, IsSame).All(isSame => isSame),
            _ => SymbolEqualityComparer.Default.Equals(type, other),
        };
}
