using System.Numerics;

namespace TypedTensors;

/// <summary>Element-wise trigonometric functions of floating dtypes; angles are in radians.</summary>
public static partial class Trigonometric
{
    /// <summary>The sine; NaN at infinity.</summary>
    [Elementwise]
    public static T Sin<T>(T x)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        T.Sin(x);

    /// <summary>The cosine; NaN at infinity.</summary>
    [Elementwise]
    public static T Cos<T>(T x)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        T.Cos(x);

    /// <summary>The tangent; NaN at infinity.</summary>
    [Elementwise]
    public static T Tan<T>(T x)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        T.Tan(x);

    /// <summary>The sine and the cosine.</summary>
    [Elementwise]
    public static (T Sin, T Cos) SinCos<T>(T x)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        (T.Sin(x), T.Cos(x));

    /// <summary>The angle in [-pi/2, pi/2] whose sine is <c>x</c>; NaN outside [-1, 1].</summary>
    [Elementwise]
    public static T Asin<T>(T x)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        T.Asin(x);

    /// <summary>The angle in [0, pi] whose cosine is <c>x</c>; NaN outside [-1, 1].</summary>
    [Elementwise]
    public static T Acos<T>(T x)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        T.Acos(x);

    /// <summary>The angle in [-pi/2, pi/2] whose tangent is <c>x</c>.</summary>
    [Elementwise]
    public static T Atan<T>(T x)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        T.Atan(x);

    /// <summary>The angle in [-pi, pi] of the point (x, y), with the special cases of C99's <c>atan2</c>.</summary>
    [Elementwise]
    public static T Atan2<T>(T y, T x)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        T.Atan2(y, x);

    /// <summary>Degrees to radians: <c>x * pi / 180</c>.</summary>
    [Elementwise]
    public static T Deg2Rad<T>(T x)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        x * (T.Pi / T.CreateChecked(180));

    /// <summary>Radians to degrees: <c>x * 180 / pi</c>.</summary>
    [Elementwise]
    public static T Rad2Deg<T>(T x)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        x * (T.CreateChecked(180) / T.Pi);

    /// <summary>The normalised sine quotient <c>sin(pi * x) / (pi * x)</c>, and 1 at zero (NumPy's and PyTorch's <c>sinc</c>); NaN at infinity.</summary>
    /// <remarks>The angle is reduced before it is multiplied by pi, so the result is 0 at every other integer, where NumPy and PyTorch leave a rounding error.</remarks>
    [Elementwise]
    public static T Sinc<T>(T x)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        T nearest = T.Round(x);
        T sine = T.Sin(T.Pi * (x - nearest));
        T quotient = (T.IsOddInteger(nearest) ? -sine : sine) / (T.Pi * x);
        return x == T.Zero ? T.One : quotient;
    }
}
