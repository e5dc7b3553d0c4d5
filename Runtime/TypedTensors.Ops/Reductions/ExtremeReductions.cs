using System.Numerics;
using TypedTensors.Kernels;

namespace TypedTensors;

/// <summary>The extremes of numeric dtypes and where they are, over any axes.</summary>
public static class ExtremeReductions
{
    /// <summary>The largest element over all elements; a tensor of rank 0.</summary>
    /// <remarks>NaN if any element is NaN.</remarks>
    /// <exception cref="InvalidOperationException">There are no elements.</exception>
    public static Tensor<T, Cpu> Max<T>(this Tensor<T, Cpu> source)
        where T : unmanaged, INumber<T> =>
        source.Max([]);

    /// <summary>The largest element over one axis.</summary>
    /// <param name="source">The tensor, of any layout.</param>
    /// <param name="axis">The axis; a negative one counts from the end.</param>
    /// <param name="keepDims">Whether the axis stays with length 1, so that the result broadcasts against the source.</param>
    /// <remarks>NaN if any element is NaN.</remarks>
    /// <exception cref="InvalidOperationException">There are no elements.</exception>
    /// <exception cref="ShapeException">The axis is out of range.</exception>
    public static Tensor<T, Cpu> Max<T>(this Tensor<T, Cpu> source, int axis, bool keepDims = false)
        where T : unmanaged, INumber<T> =>
        source.Max([axis], keepDims);

    /// <summary>The largest element over several axes.</summary>
    /// <param name="source">The tensor, of any layout.</param>
    /// <param name="axes">The axes, or none for all; negative ones count from the end.</param>
    /// <param name="keepDims">Whether the axes stay with length 1, so that the result broadcasts against the source.</param>
    /// <remarks>NaN if any element is NaN.</remarks>
    /// <exception cref="InvalidOperationException">There are no elements.</exception>
    /// <exception cref="ShapeException">An axis is out of range or given twice.</exception>
    public static Tensor<T, Cpu> Max<T>(this Tensor<T, Cpu> source, ReadOnlySpan<int> axes, bool keepDims = false)
        where T : unmanaged, INumber<T> =>
        Reduction.Run<FoldKernel<T, MaxFold>, T, Cpu>(source, axes, keepDims, null);

    /// <summary>The smallest element over all elements; a tensor of rank 0.</summary>
    /// <remarks>NaN if any element is NaN.</remarks>
    /// <exception cref="InvalidOperationException">There are no elements.</exception>
    public static Tensor<T, Cpu> Min<T>(this Tensor<T, Cpu> source)
        where T : unmanaged, INumber<T> =>
        source.Min([]);

    /// <summary>The smallest element over one axis.</summary>
    /// <param name="source">The tensor, of any layout.</param>
    /// <param name="axis">The axis; a negative one counts from the end.</param>
    /// <param name="keepDims">Whether the axis stays with length 1, so that the result broadcasts against the source.</param>
    /// <remarks>NaN if any element is NaN.</remarks>
    /// <exception cref="InvalidOperationException">There are no elements.</exception>
    /// <exception cref="ShapeException">The axis is out of range.</exception>
    public static Tensor<T, Cpu> Min<T>(this Tensor<T, Cpu> source, int axis, bool keepDims = false)
        where T : unmanaged, INumber<T> =>
        source.Min([axis], keepDims);

    /// <summary>The smallest element over several axes.</summary>
    /// <param name="source">The tensor, of any layout.</param>
    /// <param name="axes">The axes, or none for all; negative ones count from the end.</param>
    /// <param name="keepDims">Whether the axes stay with length 1, so that the result broadcasts against the source.</param>
    /// <remarks>NaN if any element is NaN.</remarks>
    /// <exception cref="InvalidOperationException">There are no elements.</exception>
    /// <exception cref="ShapeException">An axis is out of range or given twice.</exception>
    public static Tensor<T, Cpu> Min<T>(this Tensor<T, Cpu> source, ReadOnlySpan<int> axes, bool keepDims = false)
        where T : unmanaged, INumber<T> =>
        Reduction.Run<FoldKernel<T, MinFold>, T, Cpu>(source, axes, keepDims, null);

    /// <summary>The position of the largest element, in C order of the reduced axes, over all elements; a tensor of rank 0.</summary>
    /// <remarks>The first of several equal ones; the first NaN if there is one, as in NumPy.</remarks>
    /// <exception cref="InvalidOperationException">There are no elements.</exception>
    public static Tensor<long, Cpu> ArgMax<T>(this Tensor<T, Cpu> source)
        where T : unmanaged, INumber<T> =>
        source.ArgMax([]);

    /// <summary>The position of the largest element, in C order of the reduced axes, over one axis.</summary>
    /// <param name="source">The tensor, of any layout.</param>
    /// <param name="axis">The axis; a negative one counts from the end.</param>
    /// <param name="keepDims">Whether the axis stays with length 1, so that the result broadcasts against the source.</param>
    /// <remarks>The first of several equal ones; the first NaN if there is one, as in NumPy.</remarks>
    /// <exception cref="InvalidOperationException">There are no elements.</exception>
    /// <exception cref="ShapeException">The axis is out of range.</exception>
    public static Tensor<long, Cpu> ArgMax<T>(this Tensor<T, Cpu> source, int axis, bool keepDims = false)
        where T : unmanaged, INumber<T> =>
        source.ArgMax([axis], keepDims);

    /// <summary>The position of the largest element, in C order of the reduced axes, over several axes.</summary>
    /// <param name="source">The tensor, of any layout.</param>
    /// <param name="axes">The axes, or none for all; negative ones count from the end.</param>
    /// <param name="keepDims">Whether the axes stay with length 1, so that the result broadcasts against the source.</param>
    /// <remarks>The first of several equal ones; the first NaN if there is one, as in NumPy.</remarks>
    /// <exception cref="InvalidOperationException">There are no elements.</exception>
    /// <exception cref="ShapeException">An axis is out of range or given twice.</exception>
    public static Tensor<long, Cpu> ArgMax<T>(this Tensor<T, Cpu> source, ReadOnlySpan<int> axes, bool keepDims = false)
        where T : unmanaged, INumber<T> =>
        AxisReduction.Run(nameof(ArgMax), source, axes, keepDims, static row => Extremes.ArgMax(row));

    /// <summary>The position of the smallest element, in C order of the reduced axes, over all elements; a tensor of rank 0.</summary>
    /// <remarks>The first of several equal ones; the first NaN if there is one, as in NumPy.</remarks>
    /// <exception cref="InvalidOperationException">There are no elements.</exception>
    public static Tensor<long, Cpu> ArgMin<T>(this Tensor<T, Cpu> source)
        where T : unmanaged, INumber<T> =>
        source.ArgMin([]);

    /// <summary>The position of the smallest element, in C order of the reduced axes, over one axis.</summary>
    /// <param name="source">The tensor, of any layout.</param>
    /// <param name="axis">The axis; a negative one counts from the end.</param>
    /// <param name="keepDims">Whether the axis stays with length 1, so that the result broadcasts against the source.</param>
    /// <remarks>The first of several equal ones; the first NaN if there is one, as in NumPy.</remarks>
    /// <exception cref="InvalidOperationException">There are no elements.</exception>
    /// <exception cref="ShapeException">The axis is out of range.</exception>
    public static Tensor<long, Cpu> ArgMin<T>(this Tensor<T, Cpu> source, int axis, bool keepDims = false)
        where T : unmanaged, INumber<T> =>
        source.ArgMin([axis], keepDims);

    /// <summary>The position of the smallest element, in C order of the reduced axes, over several axes.</summary>
    /// <param name="source">The tensor, of any layout.</param>
    /// <param name="axes">The axes, or none for all; negative ones count from the end.</param>
    /// <param name="keepDims">Whether the axes stay with length 1, so that the result broadcasts against the source.</param>
    /// <remarks>The first of several equal ones; the first NaN if there is one, as in NumPy.</remarks>
    /// <exception cref="InvalidOperationException">There are no elements.</exception>
    /// <exception cref="ShapeException">An axis is out of range or given twice.</exception>
    public static Tensor<long, Cpu> ArgMin<T>(this Tensor<T, Cpu> source, ReadOnlySpan<int> axes, bool keepDims = false)
        where T : unmanaged, INumber<T> =>
        AxisReduction.Run(nameof(ArgMin), source, axes, keepDims, static row => Extremes.ArgMin(row));
}
