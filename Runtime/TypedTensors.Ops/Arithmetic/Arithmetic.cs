using System.Numerics;

namespace TypedTensors;

/// <summary>Element-wise arithmetic on every numeric dtype. Integers wrap, as in NumPy and PyTorch.</summary>
public static partial class Arithmetic
{
    /// <summary>The sum <c>x + y</c>.</summary>
    [Elementwise]
    public static T Add<T>(T x, T y)
        where T : unmanaged, INumberBase<T> =>
        x + y;

    /// <summary>The difference <c>x - y</c>.</summary>
    [Elementwise]
    public static T Subtract<T>(T x, T y)
        where T : unmanaged, INumberBase<T> =>
        x - y;

    /// <summary>The product <c>x * y</c>.</summary>
    [Elementwise]
    public static T Multiply<T>(T x, T y)
        where T : unmanaged, INumberBase<T> =>
        x * y;

    /// <summary>The quotient <c>x / y</c>; of integers, truncated toward zero.</summary>
    /// <remarks>An integer divided by zero is 0, as in NumPy; nothing is thrown, on any device. The operator <c>/</c> on integer tensors is true division in double instead, as in NumPy.</remarks>
    [Elementwise]
    public static T Divide<T>(T x, T y)
        where T : unmanaged, INumberBase<T> =>
        x / y;

    /// <summary>The negative <c>-x</c>.</summary>
    /// <remarks>Unsigned integers wrap.</remarks>
    [Elementwise]
    public static T Negative<T>(T x)
        where T : unmanaged, INumberBase<T> =>
        -x;

    /// <summary>The absolute value; of the least integer, itself, as in NumPy.</summary>
    [Elementwise]
    public static T Abs<T>(T x)
        where T : unmanaged, INumber<T> =>
        T.Abs(x);

    /// <summary>The square <c>x * x</c>.</summary>
    [Elementwise]
    public static T Square<T>(T x)
        where T : unmanaged, INumberBase<T> =>
        x * x;

    /// <summary>The sign: -1, 0 or 1; NaN for NaN, as in NumPy (PyTorch gives 0).</summary>
    /// <remarks>Of a zero, the zero itself.</remarks>
    [Elementwise]
    public static T Sign<T>(T x)
        where T : unmanaged, INumber<T> =>
        x > T.Zero ? T.One : x < T.Zero ? -T.One : x;

    /// <summary>The remainder with the sign of the divisor, as Python's <c>%</c>, NumPy and PyTorch have it.</summary>
    /// <remarks><c>x - floor(x / y) * y</c>, exactly. An integer's remainder by zero is 0, a floating one NaN. A floating zero takes the sign of <c>y</c>.</remarks>
    [Elementwise]
    public static T Remainder<T>(T x, T y)
        where T : unmanaged, INumber<T>
    {
        T remainder = x % y;
        // IsNegative and not < 0: combined with another comparison, .NET 10 takes that for true of unsigned vectors on AVX-512
        // (dotnet/runtime issue 123399).
        bool isForeign = remainder != T.Zero && T.IsNegative(remainder) != T.IsNegative(y);
        T moved = isForeign ? remainder + y : remainder;
        return moved == T.Zero ? T.CopySign(moved, y) : moved;
    }

    /// <summary>The remainder with the sign of the dividend, as C's <c>fmod</c> and C#'s <c>%</c> have it.</summary>
    /// <remarks>An integer's remainder by zero is 0, a floating one NaN.</remarks>
    [Elementwise]
    public static T Fmod<T>(T x, T y)
        where T : unmanaged, INumber<T> =>
        x % y;
}
