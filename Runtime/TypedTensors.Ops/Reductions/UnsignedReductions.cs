using System.Numerics;
using TypedTensors.Kernels;

namespace TypedTensors;

/// <summary>Sums and means of unsigned integer dtypes, over any axes.</summary>
public static class UnsignedReductions
{
    /// <summary>The sum, as <see cref="ulong"/> over all elements; a tensor of rank 0.</summary>
    /// <remarks>As in NumPy, small integers are summed in 64 bits; beyond those the sum wraps. PyTorch gives a signed sum. Empty gives 0.</remarks>
    public static Tensor<ulong, Cpu> Sum<T>(this Tensor<T, Cpu> source)
        where T : unmanaged, IBinaryInteger<T>, IUnsignedNumber<T> =>
        source.Sum([]);

    /// <summary>The sum, as <see cref="ulong"/> over one axis.</summary>
    /// <param name="source">The tensor, of any layout.</param>
    /// <param name="axis">The axis; a negative one counts from the end.</param>
    /// <param name="keepDims">Whether the axis stays with length 1, so that the result broadcasts against the source.</param>
    /// <remarks>As in NumPy, small integers are summed in 64 bits; beyond those the sum wraps. PyTorch gives a signed sum. Empty gives 0.</remarks>
    /// <exception cref="ShapeException">The axis is out of range.</exception>
    public static Tensor<ulong, Cpu> Sum<T>(this Tensor<T, Cpu> source, int axis, bool keepDims = false)
        where T : unmanaged, IBinaryInteger<T>, IUnsignedNumber<T> =>
        source.Sum([axis], keepDims);

    /// <summary>The sum, as <see cref="ulong"/> over several axes.</summary>
    /// <param name="source">The tensor, of any layout.</param>
    /// <param name="axes">The axes, or none for all; negative ones count from the end.</param>
    /// <param name="keepDims">Whether the axes stay with length 1, so that the result broadcasts against the source.</param>
    /// <remarks>As in NumPy, small integers are summed in 64 bits; beyond those the sum wraps. PyTorch gives a signed sum. Empty gives 0.</remarks>
    /// <exception cref="ShapeException">An axis is out of range or given twice.</exception>
    public static Tensor<ulong, Cpu> Sum<T>(this Tensor<T, Cpu> source, ReadOnlySpan<int> axes, bool keepDims = false)
        where T : unmanaged, IBinaryInteger<T>, IUnsignedNumber<T> =>
        Reduction.Run<FoldKernel<ulong, SumFold>, ulong, Cpu>(source, axes, keepDims, null);

    /// <summary>The mean, as <see cref="double"/> over all elements; a tensor of rank 0.</summary>
    /// <remarks>As in NumPy. Empty gives NaN.</remarks>
    public static Tensor<double, Cpu> Mean<T>(this Tensor<T, Cpu> source)
        where T : unmanaged, IBinaryInteger<T>, IUnsignedNumber<T> =>
        source.Mean([]);

    /// <summary>The mean, as <see cref="double"/> over one axis.</summary>
    /// <param name="source">The tensor, of any layout.</param>
    /// <param name="axis">The axis; a negative one counts from the end.</param>
    /// <param name="keepDims">Whether the axis stays with length 1, so that the result broadcasts against the source.</param>
    /// <remarks>As in NumPy. Empty gives NaN.</remarks>
    /// <exception cref="ShapeException">The axis is out of range.</exception>
    public static Tensor<double, Cpu> Mean<T>(this Tensor<T, Cpu> source, int axis, bool keepDims = false)
        where T : unmanaged, IBinaryInteger<T>, IUnsignedNumber<T> =>
        source.Mean([axis], keepDims);

    /// <summary>The mean, as <see cref="double"/> over several axes.</summary>
    /// <param name="source">The tensor, of any layout.</param>
    /// <param name="axes">The axes, or none for all; negative ones count from the end.</param>
    /// <param name="keepDims">Whether the axes stay with length 1, so that the result broadcasts against the source.</param>
    /// <remarks>As in NumPy. Empty gives NaN.</remarks>
    /// <exception cref="ShapeException">An axis is out of range or given twice.</exception>
    public static Tensor<double, Cpu> Mean<T>(this Tensor<T, Cpu> source, ReadOnlySpan<int> axes, bool keepDims = false)
        where T : unmanaged, IBinaryInteger<T>, IUnsignedNumber<T> =>
        AxisReduction.Run(nameof(Mean), source, axes, keepDims, static row => IntegerSum.Mean(row));
}
