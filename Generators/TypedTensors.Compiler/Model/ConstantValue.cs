namespace TypedTensors.Compiler.Model;

/// <summary>How a constant is given.</summary>
public enum ConstantKind
{
    /// <summary>A whole number (or a bool, as 0 or 1) in the bits of a <see cref="long"/>.</summary>
    Integer,

    /// <summary>A <see cref="double"/> in the bits of a <see cref="long"/>.</summary>
    Real,

    /// <summary>A static member of a type parameter, such as <c>T.Pi</c>.</summary>
    Member,
}

/// <summary>The value of a constant, comparable bit by bit, so that NaN equals itself and -0 differs from 0.</summary>
/// <param name="Kind">How it is given.</param>
/// <param name="Bits">The bits of the value.</param>
/// <param name="Member">The member's name when <paramref name="Kind"/> is <see cref="ConstantKind.Member"/>.</param>
public readonly record struct ConstantValue(ConstantKind Kind, long Bits, string? Member)
{
    /// <summary>The value as a real number.</summary>
    public double Real => Kind == ConstantKind.Real ? BitConverter.Int64BitsToDouble(Bits) : Bits;

    /// <summary>Whether this is the bool or number one.</summary>
    public bool IsOne => Kind == ConstantKind.Member ? Member is "One" or "MultiplicativeIdentity" : Real == 1;

    /// <summary>Whether this is the bool false or the number zero (not -0).</summary>
    public bool IsZero => Kind == ConstantKind.Member ? Member is "Zero" or "AdditiveIdentity" : Bits == 0;

    /// <summary>Makes a whole number.</summary>
    /// <param name="value">The value; an unsigned one is given by its bits.</param>
    /// <returns>The constant.</returns>
    public static ConstantValue Of(long value) => new(ConstantKind.Integer, value, null);

    /// <summary>Makes a bool.</summary>
    /// <param name="value">The value.</param>
    /// <returns>The constant.</returns>
    public static ConstantValue Of(bool value) => Of(value ? 1L : 0L);

    /// <summary>Makes a real number.</summary>
    /// <param name="value">The value.</param>
    /// <returns>The constant.</returns>
    public static ConstantValue Of(double value) => new(ConstantKind.Real, BitConverter.DoubleToInt64Bits(value), null);

    /// <summary>Makes a constant that a type parameter names.</summary>
    /// <param name="member">The name of the static member.</param>
    /// <returns>The constant.</returns>
    public static ConstantValue OfMember(string member) => new(ConstantKind.Member, 0, member);
}
