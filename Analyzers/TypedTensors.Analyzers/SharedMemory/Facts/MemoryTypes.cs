using Microsoft.CodeAnalysis;

namespace TypedTensors.Analyzers.SharedMemory.Facts;

/// <summary>Tells types that see memory apart: those that say so by their name, those that look like owners, and those that see none.</summary>
static class MemoryTypes
{
    /// <summary>Whether values of a type can lead to memory that others see too.</summary>
    /// <returns>False for numbers, enumerations and text: they are what elements are, or never change.</returns>
    public static bool CanShare(ITypeSymbol type) =>
        type.TypeKind != TypeKind.Enum && type.SpecialType is SpecialType.None or SpecialType.System_Object or SpecialType.System_Array
            or SpecialType.System_Collections_Generic_IEnumerable_T or SpecialType.System_Collections_Generic_IList_T or SpecialType.System_Collections_Generic_IReadOnlyList_T
            or SpecialType.System_Collections_Generic_ICollection_T or SpecialType.System_Collections_Generic_IReadOnlyCollection_T or SpecialType.System_Collections_IEnumerable;

    /// <summary>Whether a variable of a type can lead to memory that others lead to as well: also by way of what it points to, or of what a function has captured.</summary>
    public static bool Leads(ITypeSymbol? type) =>
        type is not null && (type.TypeKind is TypeKind.Pointer or TypeKind.Delegate or TypeKind.Interface || CanShare(type)) && type.SpecialType != SpecialType.System_String;

    /// <summary>Whether an operand of a method can lead to memory that others see too. What is handed over by reference does.</summary>
    public static bool CanShare(Operand operand, IMethodSymbol method) => IsReference(operand, method) || CanShare(TypeOf(operand, method));

    /// <summary>Whether a type says by itself that it sees someone else's memory: pointers, types that live on the stack, and those of .NET that are made to.</summary>
    public static bool IsObviousView(ITypeSymbol type) =>
        type.IsRefLikeType || type.TypeKind is TypeKind.Pointer or TypeKind.FunctionPointer
        || type is { ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true }, Name: "Memory" or "ReadOnlyMemory" or "ArraySegment" };

    /// <summary>Whether an operand of a method says by its type, or by being a reference, that it sees someone else's memory.</summary>
    public static bool IsObviousView(Operand operand, IMethodSymbol method) => (operand.IsResult && IsReference(operand, method)) || IsObviousView(TypeOf(operand, method));

    static bool IsReference(Operand operand, IMethodSymbol method) =>
        operand.IsResult ? method.ReturnsByRef || method.ReturnsByRefReadonly : operand.IsParameter && method.Parameters[operand.Ordinal].RefKind == RefKind.Ref;

    static ITypeSymbol TypeOf(Operand operand, IMethodSymbol method) =>
        operand.IsParameter ? method.Parameters[operand.Ordinal].Type
        : operand.IsResult && method.MethodKind != MethodKind.Constructor ? method.ReturnType
        : method.ContainingType;
}
