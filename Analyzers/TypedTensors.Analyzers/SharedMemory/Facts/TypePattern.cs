using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace TypedTensors.Analyzers.SharedMemory.Facts;

/// <summary>The type of a parameter as a row of a table writes it: <c>double[]</c>, <c>Memory&lt;T&gt;</c>, <c>*</c>.</summary>
/// <param name="Name">The name without its namespace; <c>*</c>, or a type parameter such as <c>T</c>, for any type.</param>
/// <param name="Arguments">The type arguments.</param>
/// <param name="Suffixes">What follows, from left to right: <c>[]</c>, <c>[,]</c>, <c>*</c>.</param>
sealed record TypePattern(string Name, ImmutableArray<TypePattern> Arguments, ImmutableArray<string> Suffixes)
{
    /// <summary>Whether a type is meant.</summary>
    public bool Matches(ITypeSymbol type) => Matches(type, Suffixes.Length);

    bool Matches(ITypeSymbol type, int suffixes) =>
        suffixes > 0
            ? (type, Suffixes[suffixes - 1]) switch
            {
                (IArrayTypeSymbol array, "[]") => array.Rank == 1 && Matches(array.ElementType, suffixes - 1),
                (IArrayTypeSymbol array, "[,]") => array.Rank == 2 && Matches(array.ElementType, suffixes - 1),
                (IPointerTypeSymbol pointer, "*") => Matches(pointer.PointedAtType, suffixes - 1),
                _ => false,
            }
            : IsWild || (NameOf(type) == Name && Matches(type is INamedTypeSymbol named ? named.TypeArguments : []));

    bool Matches(ImmutableArray<ITypeSymbol> arguments) => arguments.Length == Arguments.Length && arguments.Zip(Arguments, (type, pattern) => pattern.Matches(type)).All(matches => matches);

    bool IsWild => Arguments.Length == 0 && (Name == "*" || (Name[0] == 'T' && (Name.Length == 1 || char.IsUpper(Name[1]))));

    static string NameOf(ITypeSymbol type) => type.SpecialType switch
    {
        SpecialType.System_Boolean => "bool",
        SpecialType.System_Byte => "byte",
        SpecialType.System_SByte => "sbyte",
        SpecialType.System_Char => "char",
        SpecialType.System_Int16 => "short",
        SpecialType.System_UInt16 => "ushort",
        SpecialType.System_Int32 => "int",
        SpecialType.System_UInt32 => "uint",
        SpecialType.System_Int64 => "long",
        SpecialType.System_UInt64 => "ulong",
        SpecialType.System_IntPtr => "nint",
        SpecialType.System_UIntPtr => "nuint",
        SpecialType.System_Single => "float",
        SpecialType.System_Double => "double",
        SpecialType.System_Object => "object",
        SpecialType.System_String => "string",
        SpecialType.System_Void => "void",
        _ => type.Name,
    };
}
