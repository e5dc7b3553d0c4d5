using System.Numerics;
using Microsoft.CodeAnalysis;

namespace TypedTensors.Analyzers.Precision;

/// <summary>What values a numeric type holds.</summary>
/// <param name="IsFloating">Whether it has a fraction.</param>
/// <param name="Digits">The significant bits of a floating type: integers up to two to this power are exact.</param>
/// <param name="Range">The values of an integer type.</param>
sealed record NumericType(bool IsFloating, int Digits, ValueRange Range)
{
    static readonly NumericType Half = Floating(11), Single = Floating(24), Double = Floating(53), Decimal = Floating(96);

    static readonly Dictionary<SpecialType, NumericType> BySpecialType = new()
    {
        [SpecialType.System_SByte] = Signed(8),
        [SpecialType.System_Byte] = Unsigned(8),
        [SpecialType.System_Int16] = Signed(16),
        [SpecialType.System_UInt16] = Unsigned(16),
        [SpecialType.System_Char] = Unsigned(16),
        [SpecialType.System_Int32] = Signed(32),
        [SpecialType.System_UInt32] = Unsigned(32),
        [SpecialType.System_Int64] = Signed(64),
        [SpecialType.System_UInt64] = Unsigned(64),
        [SpecialType.System_IntPtr] = Signed(64),
        [SpecialType.System_UIntPtr] = Unsigned(64),
        [SpecialType.System_Single] = Single,
        [SpecialType.System_Double] = Double,
        [SpecialType.System_Decimal] = Decimal,
    };

    static readonly Dictionary<string, NumericType> ByName = new(StringComparer.Ordinal)
    {
        ["Half"] = Half,
        ["Int128"] = Signed(128),
        ["UInt128"] = Unsigned(128),
    };

    /// <summary>Whether it holds integers alone.</summary>
    public bool IsInteger => !IsFloating;

    /// <summary>The integers that the type holds without a gap.</summary>
    public ValueRange Exact => IsFloating ? new ValueRange(-BigInteger.Pow(2, Digits), BigInteger.Pow(2, Digits)) : Range;

    /// <summary>The numeric type of a symbol; what may be null counts as what it is otherwise, and an enumeration as its underlying type.</summary>
    /// <returns>The type, or null where it is no number.</returns>
    public static NumericType? Of(ITypeSymbol? type) =>
        type switch
        {
            null => null,
            _ when IsNullable(type) => Of(Without(type)),
            INamedTypeSymbol { EnumUnderlyingType: { } underlying } => Of(underlying),
            _ when BySpecialType.TryGetValue(type.SpecialType, out NumericType? special) => special,
            { ContainingType: null, ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } } => ByName.TryGetValue(type.Name, out NumericType? named) ? named : null,
            _ => null,
        };

    /// <summary>A type without the null that it may have.</summary>
    public static ITypeSymbol? Without(ITypeSymbol? type) => IsNullable(type) ? ((INamedTypeSymbol)type!).TypeArguments[0] : type;

    /// <summary>Whether a type is a value that may be null.</summary>
    public static bool IsNullable(ITypeSymbol? type) => type?.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T;

    static NumericType Floating(int digits) => new(true, digits, ValueRange.Of(0));

    static NumericType Signed(int bits) => new(false, 0, new ValueRange(-BigInteger.Pow(2, bits - 1), BigInteger.Pow(2, bits - 1) - 1));

    static NumericType Unsigned(int bits) => new(false, 0, new ValueRange(0, BigInteger.Pow(2, bits) - 1));
}
