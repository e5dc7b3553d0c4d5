using System.Numerics;

namespace TypedTensors;

/// <summary>Element-wise operations on the bits of integers.</summary>
public static partial class Bitwise
{
    /// <summary>The bits set in both.</summary>
    [Elementwise]
    public static T BitwiseAnd<T>(T x, T y)
        where T : unmanaged, IBinaryInteger<T> =>
        x & y;

    /// <summary>The bits set in at least one.</summary>
    [Elementwise]
    public static T BitwiseOr<T>(T x, T y)
        where T : unmanaged, IBinaryInteger<T> =>
        x | y;

    /// <summary>The bits set in exactly one.</summary>
    [Elementwise]
    public static T BitwiseXor<T>(T x, T y)
        where T : unmanaged, IBinaryInteger<T> =>
        x ^ y;

    /// <summary>The bits inverted.</summary>
    [Elementwise]
    public static T BitwiseNot<T>(T x)
        where T : unmanaged, IBinaryInteger<T> =>
        ~x;

    /// <summary>The bits moved left by <paramref name="count"/>.</summary>
    /// <remarks>The count is taken modulo the width of the dtype, as in C#; NumPy gives 0 for counts beyond it.</remarks>
    [Elementwise]
    public static T LeftShift<T>(T x, [Scalar] int count)
        where T : unmanaged, IBinaryInteger<T> =>
        x << count;

    /// <summary>The bits moved right by <paramref name="count"/>; signed integers keep their sign.</summary>
    /// <remarks>The count is taken modulo the width of the dtype, as in C#; NumPy gives 0 or -1 for counts beyond it.</remarks>
    [Elementwise]
    public static T RightShift<T>(T x, [Scalar] int count)
        where T : unmanaged, IBinaryInteger<T> =>
        x >> count;

    /// <summary>The number of bits that are set.</summary>
    /// <remarks>Of negative integers, in two's complement; NumPy's <c>bitwise_count</c> counts those of the absolute value.</remarks>
    [Elementwise]
    public static T PopCount<T>(T x)
        where T : unmanaged, IBinaryInteger<T> =>
        T.PopCount(x);
}
