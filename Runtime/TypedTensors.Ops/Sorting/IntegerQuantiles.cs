using System.Numerics;

namespace TypedTensors;

/// <summary>Medians and quantiles of integers, as <see cref="double"/>.</summary>
public static class IntegerQuantiles
{
    /// <summary>The middle element of all axes or those given, or the mean of the middle two: NumPy's <c>median</c>. (PyTorch's takes the lower one: <see cref="QuantileMethod.Lower"/>.)</summary>
    /// <param name="x">The tensor, of any layout.</param>
    /// <param name="axes">The axes, or none for all; negative ones count from the end.</param>
    /// <param name="keepDims">Whether reduced axes stay with length 1.</param>
    /// <returns>A new tensor.</returns>
    /// <exception cref="ShapeException">An axis is out of range or given twice.</exception>
    /// <exception cref="InvalidOperationException">There is nothing to reduce.</exception>
    [Copies]
    public static Tensor<double, Cpu> Median<T>(this Tensor<T, Cpu> x, ReadOnlySpan<int> axes = default, bool keepDims = false)
        where T : unmanaged, IBinaryInteger<T> => Quantiles.First(QuantileRows<T, double>.Of(nameof(Median), x, [0.5], axes, keepDims, QuantileMethod.Linear));

    /// <summary>The middle element of one axis, or the mean of the middle two: NumPy's <c>median</c>.</summary>
    /// <inheritdoc cref="Median{T}(Tensor{T, Cpu}, ReadOnlySpan{int}, bool)"/>
    [Copies]
    public static Tensor<double, Cpu> Median<T>(this Tensor<T, Cpu> x, int axis, bool keepDims = false)
        where T : unmanaged, IBinaryInteger<T> => Median(x, [axis], keepDims);

    /// <summary>The element beneath which a share of all elements lies: NumPy's and PyTorch's <c>quantile</c>.</summary>
    /// <param name="x">The tensor, of any layout.</param>
    /// <param name="q">The share, from 0 (the smallest element) to 1 (the largest).</param>
    /// <param name="axes">The axes, or none for all; negative ones count from the end.</param>
    /// <param name="keepDims">Whether reduced axes stay with length 1.</param>
    /// <param name="method">Which value it is between two elements.</param>
    /// <returns>A new tensor.</returns>
    /// <exception cref="ShapeException">An axis is out of range or given twice.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The share is not from 0 to 1, or there is no such method.</exception>
    /// <exception cref="InvalidOperationException">There is nothing to reduce.</exception>
    [Copies]
    public static Tensor<double, Cpu> Quantile<T>(
        this Tensor<T, Cpu> x, double q, ReadOnlySpan<int> axes = default, bool keepDims = false, QuantileMethod method = QuantileMethod.Linear)
        where T : unmanaged, IBinaryInteger<T> => Quantiles.First(QuantileRows<T, double>.Of(nameof(Quantile), x, [q], axes, keepDims, method));

    /// <summary>Several quantiles at once, one after the other along a new first axis.</summary>
    /// <inheritdoc cref="Quantile{T}(Tensor{T, Cpu}, double, ReadOnlySpan{int}, bool, QuantileMethod)"/>
    [Copies]
    public static Tensor<double, Cpu> Quantile<T>(
        this Tensor<T, Cpu> x, double[] q, ReadOnlySpan<int> axes = default, bool keepDims = false, QuantileMethod method = QuantileMethod.Linear)
        where T : unmanaged, IBinaryInteger<T>
    {
        ArgumentNullException.ThrowIfNull(q);
        return QuantileRows<T, double>.Of(nameof(Quantile), x, q, axes, keepDims, method);
    }
}
