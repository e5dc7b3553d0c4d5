using System.Numerics;

namespace TypedTensors.Analyzers.Precision;

/// <summary>The integers from one to another, both included, and what arithmetic makes of them while nothing overflows.</summary>
/// <param name="Min">The lowest.</param>
/// <param name="Max">The highest.</param>
readonly record struct ValueRange(BigInteger Min, BigInteger Max)
{
    public static ValueRange Of(BigInteger value) => new(value, value);

    public bool IsNonNegative => Min.Sign >= 0;

    public bool Contains(ValueRange other) => Min <= other.Min && other.Max <= Max;

    /// <summary>The values that are in both, or this range where none is.</summary>
    public ValueRange Within(ValueRange other)
    {
        BigInteger low = BigInteger.Max(Min, other.Min), high = BigInteger.Min(Max, other.Max);
        return low <= high ? new ValueRange(low, high) : this;
    }

    /// <summary>The values of either.</summary>
    public ValueRange Or(ValueRange other) => new(BigInteger.Min(Min, other.Min), BigInteger.Max(Max, other.Max));

    public ValueRange Lower(ValueRange other) => new(BigInteger.Min(Min, other.Min), BigInteger.Min(Max, other.Max));

    public ValueRange Higher(ValueRange other) => new(BigInteger.Max(Min, other.Min), BigInteger.Max(Max, other.Max));

    public ValueRange Magnitude() =>
        IsNonNegative ? this : new ValueRange(Max.Sign < 0 ? -Max : 0, BigInteger.Max(-Min, BigInteger.Abs(Max)));

    /// <summary>The values of <c>x &amp; y</c>; null where both may be negative.</summary>
    public ValueRange? And(ValueRange other) =>
        IsNonNegative && other.IsNonNegative ? new ValueRange(0, BigInteger.Min(Max, other.Max))
        : IsNonNegative ? new ValueRange(0, Max)
        : other.IsNonNegative ? new ValueRange(0, other.Max)
        : null;

    /// <summary>The values of <c>x / y</c>, or null where y may be zero.</summary>
    public ValueRange? DividedBy(ValueRange other) =>
        other.Min.Sign > 0 || other.Max.Sign < 0
            ? Corners(BigInteger.Divide(Min, other.Min), BigInteger.Divide(Min, other.Max), BigInteger.Divide(Max, other.Min), BigInteger.Divide(Max, other.Max))
            : null;

    /// <summary>The values of <c>x % y</c>, which have the sign of x.</summary>
    public ValueRange Remainder(ValueRange other)
    {
        BigInteger limit = BigInteger.Max(other.Magnitude().Max - 1, 0);
        return new ValueRange(Min.Sign < 0 ? BigInteger.Max(Min, -limit) : 0, Max.Sign > 0 ? BigInteger.Min(Max, limit) : 0);
    }

    /// <summary>The values of <c>x &gt;&gt; count</c>.</summary>
    public ValueRange ShiftedRight(int count) => new(Min >> count, Max >> count);

    /// <summary>The values of <c>x &lt;&lt; count</c>.</summary>
    public ValueRange ShiftedLeft(int count) => new(Min << count, Max << count);

    public static ValueRange operator +(ValueRange x, ValueRange y) => new(x.Min + y.Min, x.Max + y.Max);

    public static ValueRange operator -(ValueRange x, ValueRange y) => new(x.Min - y.Max, x.Max - y.Min);

    public static ValueRange operator *(ValueRange x, ValueRange y) => Corners(x.Min * y.Min, x.Min * y.Max, x.Max * y.Min, x.Max * y.Max);

    public static ValueRange operator -(ValueRange x) => new(-x.Max, -x.Min);

    static ValueRange Corners(BigInteger a, BigInteger b, BigInteger c, BigInteger d) =>
        new(BigInteger.Min(BigInteger.Min(a, b), BigInteger.Min(c, d)), BigInteger.Max(BigInteger.Max(a, b), BigInteger.Max(c, d)));
}
