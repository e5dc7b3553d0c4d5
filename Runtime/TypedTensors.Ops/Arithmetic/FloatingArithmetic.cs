using System.Numerics;

namespace TypedTensors;

/// <summary>Element-wise arithmetic that only floating dtypes have, or that they do in their own way.</summary>
public static partial class FloatingArithmetic
{
    /// <summary>The quotient rounded down, <c>floor(x / y)</c>, as Python's <c>//</c>, NumPy and PyTorch have it.</summary>
    /// <remarks>Computed from the exact remainder, so that it agrees with <c>Remainder</c> where the quotient itself would round up. Division by zero gives infinity or NaN.</remarks>
    [Elementwise]
    public static T FloorDivide<T>(T x, T y)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        T remainder = x % y;
        T quotient = (x - remainder) / y;
        bool isForeign = remainder != T.Zero && (remainder < T.Zero) != (y < T.Zero);
        T nearest = T.Round(isForeign ? quotient - T.One : quotient);
        T result = nearest == T.Zero ? T.CopySign(T.Zero, x / y) : nearest;
        return y == T.Zero ? x / y : result;
    }

    /// <summary>The power <c>x ^ y</c> with the special cases of C99's <c>pow</c>.</summary>
    /// <remarks>A negative base with a fractional exponent gives NaN.</remarks>
    [Elementwise]
    public static T Pow<T>(T x, T y)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        T.Pow(x, y);

    /// <summary>The length of the hypotenuse, <c>sqrt(x * x + y * y)</c>, without undue overflow.</summary>
    /// <remarks>Infinite if either is infinite, even beside a NaN.</remarks>
    [Elementwise]
    public static T Hypot<T>(T x, T y)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        T.Hypot(x, y);

    /// <summary>The reciprocal <c>1 / x</c>.</summary>
    [Elementwise]
    public static T Reciprocal<T>(T x)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        T.One / x;

    /// <summary>The square root; NaN below zero.</summary>
    [Elementwise]
    public static T Sqrt<T>(T x)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        T.Sqrt(x);

    /// <summary>The reciprocal of the square root, <c>1 / sqrt(x)</c>.</summary>
    [Elementwise]
    public static T Rsqrt<T>(T x)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        T.One / T.Sqrt(x);

    /// <summary>The cube root, of negative numbers too.</summary>
    [Elementwise]
    public static T Cbrt<T>(T x)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        T.Cbrt(x);

    /// <summary>The magnitude of <c>x</c> with the sign of <c>y</c>.</summary>
    [Elementwise]
    public static T CopySign<T>(T x, T y)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        T.CopySign(x, y);

    /// <summary>The interpolation <c>x + weight * (y - x)</c>, as PyTorch's <c>lerp</c>.</summary>
    /// <remarks>From a weight of one half on it is reckoned from <c>y</c>, so that the weights 0 and 1 give <c>x</c> and <c>y</c> exactly.</remarks>
    [Elementwise]
    public static T Lerp<T>(T x, T y, T weight)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        T difference = y - x;
        return weight < T.CreateChecked(0.5) ? x + (weight * difference) : y - ((T.One - weight) * difference);
    }

    /// <summary>The product with a power of two, <c>x * 2 ^ exponent</c>, rounded once (C99's and NumPy's <c>ldexp</c>).</summary>
    [Elementwise]
    public static T Ldexp<T>(T x, int exponent)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        T.ScaleB(x, exponent);
}
