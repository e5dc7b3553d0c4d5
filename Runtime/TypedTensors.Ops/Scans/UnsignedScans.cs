using System.Numerics;

namespace TypedTensors;

/// <summary>Running sums and products of unsigned integers, which accumulate in 64 bits as in NumPy.</summary>
public static class UnsignedScans
{
    /// <summary>The sums of the elements up to each one, along an axis, as <see cref="ulong"/>: NumPy's <c>cumsum</c>.</summary>
    /// <param name="x">The tensor, of any layout.</param>
    /// <param name="axis">The axis; a negative one counts from the end.</param>
    /// <returns>A new tensor of the same shape.</returns>
    /// <remarks>Modulo 2^64.</remarks>
    /// <exception cref="ShapeException">The axis is out of range.</exception>
    [Copies]
    public static Tensor<ulong, TDevice> CumSum<T, TDevice>(this Tensor<T, TDevice> x, int axis)
        where T : unmanaged, IBinaryInteger<T>, IUnsignedNumber<T>
        where TDevice : struct, IDevice, IComputes<ulong> =>
        Scan.RunAs<T, ulong, TDevice>(nameof(CumSum), x, axis, Scan.Sums);

    /// <summary>The products of the elements up to each one, along an axis, as <see cref="ulong"/>: NumPy's <c>cumprod</c>.</summary>
    /// <param name="x">The tensor, of any layout.</param>
    /// <param name="axis">The axis; a negative one counts from the end.</param>
    /// <returns>A new tensor of the same shape.</returns>
    /// <remarks>Modulo 2^64.</remarks>
    /// <exception cref="ShapeException">The axis is out of range.</exception>
    [Copies]
    public static Tensor<ulong, TDevice> CumProd<T, TDevice>(this Tensor<T, TDevice> x, int axis)
        where T : unmanaged, IBinaryInteger<T>, IUnsignedNumber<T>
        where TDevice : struct, IDevice, IComputes<ulong> =>
        Scan.RunAs<T, ulong, TDevice>(nameof(CumProd), x, axis, Scan.Products);
}
