using System.Numerics;

namespace TypedTensors;

/// <summary>Running sums and products of signed integers, which accumulate in 64 bits as in NumPy.</summary>
public static class SignedScans
{
    /// <summary>The sums of the elements up to each one, along an axis, as <see cref="long"/>: NumPy's <c>cumsum</c>.</summary>
    /// <param name="x">The tensor, of any layout.</param>
    /// <param name="axis">The axis; a negative one counts from the end.</param>
    /// <returns>A new tensor of the same shape.</returns>
    /// <remarks>Modulo 2^64.</remarks>
    /// <exception cref="ShapeException">The axis is out of range.</exception>
    [Copies]
    public static Tensor<long, TDevice> CumSum<T, TDevice>(this Tensor<T, TDevice> x, int axis)
        where T : unmanaged, IBinaryInteger<T>, ISignedNumber<T>
        where TDevice : struct, IDevice, IComputes<long> =>
        Scan.RunAs<T, long, TDevice>(nameof(CumSum), x, axis, Scan.Sums);

    /// <summary>The products of the elements up to each one, along an axis, as <see cref="long"/>: NumPy's <c>cumprod</c>.</summary>
    /// <param name="x">The tensor, of any layout.</param>
    /// <param name="axis">The axis; a negative one counts from the end.</param>
    /// <returns>A new tensor of the same shape.</returns>
    /// <remarks>Modulo 2^64.</remarks>
    /// <exception cref="ShapeException">The axis is out of range.</exception>
    [Copies]
    public static Tensor<long, TDevice> CumProd<T, TDevice>(this Tensor<T, TDevice> x, int axis)
        where T : unmanaged, IBinaryInteger<T>, ISignedNumber<T>
        where TDevice : struct, IDevice, IComputes<long> =>
        Scan.RunAs<T, long, TDevice>(nameof(CumProd), x, axis, Scan.Products);
}
