using System.Numerics;

namespace TypedTensors;

/// <summary>Element-wise rounding of floating dtypes to integral values.</summary>
public static partial class Rounding
{
    /// <summary>The largest integral value not above <c>x</c>.</summary>
    [Elementwise]
    public static T Floor<T>(T x)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        T.Floor(x);

    /// <summary>The smallest integral value not below <c>x</c>.</summary>
    [Elementwise]
    public static T Ceil<T>(T x)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        T.Ceiling(x);

    /// <summary>The integral part: rounded toward zero.</summary>
    [Elementwise]
    public static T Trunc<T>(T x)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        T.Truncate(x);

    /// <summary>The nearest integral value, ties to even, as NumPy and PyTorch round.</summary>
    [Elementwise]
    public static T Round<T>(T x)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        T.Round(x);

    /// <summary>The fractional part <c>x - trunc(x)</c>, with the sign of <c>x</c>; +0 for integral values and NaN at infinity, as in PyTorch.</summary>
    [Elementwise]
    public static T Frac<T>(T x)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        x - T.Truncate(x);

    /// <summary>The fractional and the integral part, each with the sign of <c>x</c>.</summary>
    /// <remarks>As C99's and NumPy's <c>modf</c>: an infinity has the fractional part 0.</remarks>
    [Elementwise]
    public static (T Fractional, T Integral) Modf<T>(T x)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        T integral = T.Truncate(x);
        T fractional = T.IsInfinity(x) ? T.Zero : x - integral;
        return (T.CopySign(fractional, x), integral);
    }
}
