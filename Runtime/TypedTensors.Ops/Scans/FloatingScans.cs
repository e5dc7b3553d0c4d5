using System.Numerics;

namespace TypedTensors;

/// <summary>Running sums and products of floating-point numbers.</summary>
public static class FloatingScans
{
    /// <summary>The sums of the elements up to each one, along an axis: NumPy's <c>cumsum</c>.</summary>
    /// <param name="x">The tensor, of any layout.</param>
    /// <param name="axis">The axis; a negative one counts from the end.</param>
    /// <returns>A new tensor of the same shape.</returns>
    /// <remarks>
    /// In the dtype itself; Half is accumulated in float and each total rounded once. NaN, once met, stays. The processor adds from the first element to the last;
    /// other devices add within chunks of 1024 and then the chunks' totals, always in the same order: inexact results may differ in their last bits between devices,
    /// but not between runs.
    /// </remarks>
    /// <exception cref="ShapeException">The axis is out of range.</exception>
    [Copies]
    public static Tensor<T, TDevice> CumSum<T, TDevice>(this Tensor<T, TDevice> x, int axis)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TDevice : struct, IDevice, IComputes<T> =>
        typeof(T) == typeof(Half) ? Scan.RunAs<T, float, TDevice>(nameof(CumSum), x, axis, Scan.Sums).Cast<T>() : Scan.Run(nameof(CumSum), x, axis, Scan.Sums);

    /// <summary>The products of the elements up to each one, along an axis: NumPy's <c>cumprod</c>.</summary>
    /// <param name="x">The tensor, of any layout.</param>
    /// <param name="axis">The axis; a negative one counts from the end.</param>
    /// <returns>A new tensor of the same shape.</returns>
    /// <remarks>
    /// In the dtype itself; Half is accumulated in float and each total rounded once. NaN, once met, stays. The processor multiplies from the first element to the last;
    /// other devices multiply within chunks of 1024 and then the chunks' totals, always in the same order: inexact results may differ in their last bits between devices,
    /// but not between runs.
    /// </remarks>
    /// <exception cref="ShapeException">The axis is out of range.</exception>
    [Copies]
    public static Tensor<T, TDevice> CumProd<T, TDevice>(this Tensor<T, TDevice> x, int axis)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TDevice : struct, IDevice, IComputes<T> =>
        typeof(T) == typeof(Half) ? Scan.RunAs<T, float, TDevice>(nameof(CumProd), x, axis, Scan.Products).Cast<T>() : Scan.Run(nameof(CumProd), x, axis, Scan.Products);
}
