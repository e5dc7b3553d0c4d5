namespace TypedTensors;

/// <summary>Counts and shares of true elements, over any axes.</summary>
public static class BooleanReductions
{
    /// <summary>The number of true elements, as <see cref="long"/> over all elements; a tensor of rank 0.</summary>
    /// <remarks>Empty gives 0.</remarks>
    public static Tensor<long, Cpu> Sum(this Tensor<bool, Cpu> source) =>
        source.Sum([]);

    /// <summary>The number of true elements, as <see cref="long"/> over one axis.</summary>
    /// <param name="source">The tensor, of any layout.</param>
    /// <param name="axis">The axis; a negative one counts from the end.</param>
    /// <param name="keepDims">Whether the axis stays with length 1, so that the result broadcasts against the source.</param>
    /// <remarks>Empty gives 0.</remarks>
    /// <exception cref="ShapeException">The axis is out of range.</exception>
    public static Tensor<long, Cpu> Sum(this Tensor<bool, Cpu> source, int axis, bool keepDims = false) =>
        source.Sum([axis], keepDims);

    /// <summary>The number of true elements, as <see cref="long"/> over several axes.</summary>
    /// <param name="source">The tensor, of any layout.</param>
    /// <param name="axes">The axes, or none for all; negative ones count from the end.</param>
    /// <param name="keepDims">Whether the axes stay with length 1, so that the result broadcasts against the source.</param>
    /// <remarks>Empty gives 0.</remarks>
    /// <exception cref="ShapeException">An axis is out of range or given twice.</exception>
    public static Tensor<long, Cpu> Sum(this Tensor<bool, Cpu> source, ReadOnlySpan<int> axes, bool keepDims = false) =>
        AxisReduction.Run(nameof(Sum), source, axes, keepDims, static row => BooleanCount.Run(row));

    /// <summary>The share of true elements, as <see cref="double"/> over all elements; a tensor of rank 0.</summary>
    /// <remarks>Empty gives NaN.</remarks>
    public static Tensor<double, Cpu> Mean(this Tensor<bool, Cpu> source) =>
        source.Mean([]);

    /// <summary>The share of true elements, as <see cref="double"/> over one axis.</summary>
    /// <param name="source">The tensor, of any layout.</param>
    /// <param name="axis">The axis; a negative one counts from the end.</param>
    /// <param name="keepDims">Whether the axis stays with length 1, so that the result broadcasts against the source.</param>
    /// <remarks>Empty gives NaN.</remarks>
    /// <exception cref="ShapeException">The axis is out of range.</exception>
    public static Tensor<double, Cpu> Mean(this Tensor<bool, Cpu> source, int axis, bool keepDims = false) =>
        source.Mean([axis], keepDims);

    /// <summary>The share of true elements, as <see cref="double"/> over several axes.</summary>
    /// <param name="source">The tensor, of any layout.</param>
    /// <param name="axes">The axes, or none for all; negative ones count from the end.</param>
    /// <param name="keepDims">Whether the axes stay with length 1, so that the result broadcasts against the source.</param>
    /// <remarks>Empty gives NaN.</remarks>
    /// <exception cref="ShapeException">An axis is out of range or given twice.</exception>
    public static Tensor<double, Cpu> Mean(this Tensor<bool, Cpu> source, ReadOnlySpan<int> axes, bool keepDims = false) =>
        AxisReduction.Run(nameof(Mean), source, axes, keepDims, static row => (double)BooleanCount.Run(row) / row.Length);
}
