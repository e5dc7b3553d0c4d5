using System.Numerics;

namespace TypedTensors;

/// <summary>Element-wise choice between operands.</summary>
public static partial class Selection
{
    /// <summary><paramref name="x"/> where the condition is true, else <paramref name="y"/>.</summary>
    [Elementwise]
    public static T Where<T>(bool condition, T x, T y)
        where T : unmanaged =>
        condition ? x : y;

    /// <summary>The larger; NaN if either is NaN, as NumPy's and PyTorch's <c>maximum</c>.</summary>
    [Elementwise]
    public static T Maximum<T>(T x, T y)
        where T : unmanaged, INumber<T> =>
        T.Max(x, y);

    /// <summary>The smaller; NaN if either is NaN, as NumPy's and PyTorch's <c>minimum</c>.</summary>
    [Elementwise]
    public static T Minimum<T>(T x, T y)
        where T : unmanaged, INumber<T> =>
        T.Min(x, y);

    /// <summary>The larger; the other one if one is NaN, as C99's, NumPy's and PyTorch's <c>fmax</c>.</summary>
    [Elementwise]
    public static T FMax<T>(T x, T y)
        where T : unmanaged, INumber<T> =>
        T.MaxNumber(x, y);

    /// <summary>The smaller; the other one if one is NaN, as C99's, NumPy's and PyTorch's <c>fmin</c>.</summary>
    [Elementwise]
    public static T FMin<T>(T x, T y)
        where T : unmanaged, INumber<T> =>
        T.MinNumber(x, y);

    /// <summary>The element kept between two bounds, <c>minimum(maximum(x, min), max)</c>, as NumPy's <c>clip</c>: NaN stays NaN, and <paramref name="max"/> wins if the bounds cross.</summary>
    [Elementwise]
    public static T Clamp<T>(T x, T min, T max)
        where T : unmanaged, INumber<T> =>
        T.Min(T.Max(x, min), max);

    /// <summary>0 below zero, 1 above it, <paramref name="atZero"/> at it; NaN for NaN (NumPy's <c>heaviside</c>).</summary>
    [Elementwise]
    public static T Heaviside<T>(T x, T atZero)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        x < T.Zero ? T.Zero : x > T.Zero ? T.One : T.IsNaN(x) ? x : atZero;

    /// <summary>NaN and the infinities replaced by the given numbers, as NumPy's and PyTorch's <c>nan_to_num</c>.</summary>
    [Elementwise]
    public static T NanToNum<T>(T x, T nan, T positiveInfinity, T negativeInfinity)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        T.IsNaN(x) ? nan : T.IsPositiveInfinity(x) ? positiveInfinity : T.IsNegativeInfinity(x) ? negativeInfinity : x;
}
