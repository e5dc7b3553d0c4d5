using System.Numerics;

namespace TypedTensors;

/// <summary>Element-wise exponentials and logarithms of floating dtypes.</summary>
public static partial class Exponential
{
    /// <summary>The exponential <c>e ^ x</c>.</summary>
    [Elementwise]
    public static T Exp<T>(T x)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        T.Exp(x);

    /// <summary>The power of two <c>2 ^ x</c>.</summary>
    [Elementwise]
    public static T Exp2<T>(T x)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        T.Exp2(x);

    /// <summary>The power of ten <c>10 ^ x</c>.</summary>
    [Elementwise]
    public static T Exp10<T>(T x)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        T.Exp10(x);

    /// <summary><c>e ^ x - 1</c>, accurate near zero.</summary>
    [Elementwise]
    public static T Expm1<T>(T x)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        T.ExpM1(x);

    /// <summary>The natural logarithm; NaN below zero, negative infinity at zero.</summary>
    [Elementwise]
    public static T Log<T>(T x)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        T.Log(x);

    /// <summary>The binary logarithm; NaN below zero, negative infinity at zero.</summary>
    [Elementwise]
    public static T Log2<T>(T x)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        T.Log2(x);

    /// <summary>The decimal logarithm; NaN below zero, negative infinity at zero.</summary>
    [Elementwise]
    public static T Log10<T>(T x)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        T.Log10(x);

    /// <summary><c>log(1 + x)</c>, accurate near zero; NaN below -1.</summary>
    [Elementwise]
    public static T Log1p<T>(T x)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        T.LogP1(x);

    /// <summary><c>x * log(y)</c>, and 0 where <c>x</c> is 0 and <c>y</c> is not NaN, as SciPy and PyTorch have it.</summary>
    [Elementwise]
    public static T XLogY<T>(T x, T y)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        x == T.Zero && !T.IsNaN(y) ? T.Zero : x * T.Log(y);
}
