using System.Numerics;
using TypedTensors.Kernels;

namespace TypedTensors;

/// <summary>Sums and means of floating dtypes, over any axes.</summary>
public static class FloatingReductions
{
    /// <summary>The sum over all elements; a tensor of rank 0.</summary>
    /// <remarks>Pairwise, so that the error grows with the logarithm of the count; Half is summed in float and rounded once. Empty gives 0.</remarks>
    public static Tensor<T, Cpu> Sum<T>(this Tensor<T, Cpu> source)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        source.Sum([]);

    /// <summary>The sum over one axis.</summary>
    /// <param name="source">The tensor, of any layout.</param>
    /// <param name="axis">The axis; a negative one counts from the end.</param>
    /// <param name="keepDims">Whether the axis stays with length 1, so that the result broadcasts against the source.</param>
    /// <remarks>Pairwise, so that the error grows with the logarithm of the count; Half is summed in float and rounded once. Empty gives 0.</remarks>
    /// <exception cref="ShapeException">The axis is out of range.</exception>
    public static Tensor<T, Cpu> Sum<T>(this Tensor<T, Cpu> source, int axis, bool keepDims = false)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        source.Sum([axis], keepDims);

    /// <summary>The sum over several axes.</summary>
    /// <param name="source">The tensor, of any layout.</param>
    /// <param name="axes">The axes, or none for all; negative ones count from the end.</param>
    /// <param name="keepDims">Whether the axes stay with length 1, so that the result broadcasts against the source.</param>
    /// <remarks>Pairwise, so that the error grows with the logarithm of the count; Half is summed in float and rounded once. Empty gives 0.</remarks>
    /// <exception cref="ShapeException">An axis is out of range or given twice.</exception>
    public static Tensor<T, Cpu> Sum<T>(this Tensor<T, Cpu> source, ReadOnlySpan<int> axes, bool keepDims = false)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        typeof(T) == typeof(Half)
            ? Reduction.Run<FoldKernel<float, SumFold>, T, Cpu>(source, axes, keepDims, null)
            : Reduction.Run<FoldKernel<T, SumFold>, T, Cpu>(source, axes, keepDims, null);

    /// <summary>The mean over all elements; a tensor of rank 0.</summary>
    /// <remarks>The pairwise sum divided by the count; Half is summed in float and rounded once. Empty gives NaN.</remarks>
    public static Tensor<T, Cpu> Mean<T>(this Tensor<T, Cpu> source)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        source.Mean([]);

    /// <summary>The mean over one axis.</summary>
    /// <param name="source">The tensor, of any layout.</param>
    /// <param name="axis">The axis; a negative one counts from the end.</param>
    /// <param name="keepDims">Whether the axis stays with length 1, so that the result broadcasts against the source.</param>
    /// <remarks>The pairwise sum divided by the count; Half is summed in float and rounded once. Empty gives NaN.</remarks>
    /// <exception cref="ShapeException">The axis is out of range.</exception>
    public static Tensor<T, Cpu> Mean<T>(this Tensor<T, Cpu> source, int axis, bool keepDims = false)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        source.Mean([axis], keepDims);

    /// <summary>The mean over several axes.</summary>
    /// <param name="source">The tensor, of any layout.</param>
    /// <param name="axes">The axes, or none for all; negative ones count from the end.</param>
    /// <param name="keepDims">Whether the axes stay with length 1, so that the result broadcasts against the source.</param>
    /// <remarks>The pairwise sum divided by the count; Half is summed in float and rounded once. Empty gives NaN.</remarks>
    /// <exception cref="ShapeException">An axis is out of range or given twice.</exception>
    public static Tensor<T, Cpu> Mean<T>(this Tensor<T, Cpu> source, ReadOnlySpan<int> axes, bool keepDims = false)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        AxisReduction.Run(nameof(Mean), source, axes, keepDims, PairwiseSum.Mean);
}
