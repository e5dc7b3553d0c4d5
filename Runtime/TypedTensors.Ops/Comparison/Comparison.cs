using System.Numerics;

namespace TypedTensors;

/// <summary>Element-wise comparisons; the result is a tensor of bool.</summary>
public static partial class Comparison
{
    /// <summary>Whether <c>x == y</c>.</summary>
    /// <remarks>NaN equals nothing, and the two zeros are equal.</remarks>
    [Elementwise]
    public static bool Equal<T>(T x, T y)
        where T : unmanaged, INumber<T> =>
        x == y;

    /// <summary>Whether <c>x != y</c>.</summary>
    /// <remarks>True if either is NaN.</remarks>
    [Elementwise]
    public static bool NotEqual<T>(T x, T y)
        where T : unmanaged, INumber<T> =>
        x != y;

    /// <summary>Whether <c>x &lt; y</c>; false if either is NaN.</summary>
    [Elementwise]
    public static bool Less<T>(T x, T y)
        where T : unmanaged, INumber<T> =>
        x < y;

    /// <summary>Whether <c>x &lt;= y</c>; false if either is NaN.</summary>
    [Elementwise]
    public static bool LessEqual<T>(T x, T y)
        where T : unmanaged, INumber<T> =>
        x <= y;

    /// <summary>Whether <c>x &gt; y</c>; false if either is NaN.</summary>
    [Elementwise]
    public static bool Greater<T>(T x, T y)
        where T : unmanaged, INumber<T> =>
        x > y;

    /// <summary>Whether <c>x &gt;= y</c>; false if either is NaN.</summary>
    [Elementwise]
    public static bool GreaterEqual<T>(T x, T y)
        where T : unmanaged, INumber<T> =>
        x >= y;

    /// <summary>Whether <c>|x - y| &lt;= absolute + relative * |y|</c>, as NumPy's <c>isclose</c>; equal infinities are close, NaN is close to nothing.</summary>
    [Elementwise]
    public static bool IsClose<T>(T x, T y, [Scalar] T relative, [Scalar] T absolute)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        x == y || (T.IsFinite(y) && T.Abs(x - y) <= absolute + (relative * T.Abs(y)));
}
