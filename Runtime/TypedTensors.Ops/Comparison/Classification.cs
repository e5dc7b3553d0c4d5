using System.Numerics;

namespace TypedTensors;

/// <summary>Element-wise tests of what kind of floating number an element is.</summary>
public static partial class Classification
{
    /// <summary>Whether an element is NaN.</summary>
    [Elementwise]
    public static bool IsNaN<T>(T x)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        T.IsNaN(x);

    /// <summary>Whether an element is positive or negative infinity.</summary>
    [Elementwise]
    public static bool IsInf<T>(T x)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        T.IsInfinity(x);

    /// <summary>Whether an element is positive infinity.</summary>
    [Elementwise]
    public static bool IsPosInf<T>(T x)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        T.IsPositiveInfinity(x);

    /// <summary>Whether an element is negative infinity.</summary>
    [Elementwise]
    public static bool IsNegInf<T>(T x)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        T.IsNegativeInfinity(x);

    /// <summary>Whether an element is neither infinite nor NaN.</summary>
    [Elementwise]
    public static bool IsFinite<T>(T x)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        T.IsFinite(x);

    /// <summary>Whether the sign bit is set: also of negative zero and of a negative NaN.</summary>
    [Elementwise]
    public static bool SignBit<T>(T x)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        T.IsNegative(x);
}
