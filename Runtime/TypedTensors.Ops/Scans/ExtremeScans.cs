using System.Numerics;

namespace TypedTensors;

/// <summary>Running extremes.</summary>
public static class ExtremeScans
{
    /// <summary>The largest of the elements up to each one, along an axis: NumPy's <c>maximum.accumulate</c>.</summary>
    /// <param name="x">The tensor, of any layout.</param>
    /// <param name="axis">The axis; a negative one counts from the end.</param>
    /// <returns>A new tensor of the same shape and dtype.</returns>
    /// <remarks>NaN from the first NaN on; 0 is larger than -0. The same on every device.</remarks>
    /// <exception cref="ShapeException">The axis is out of range.</exception>
    [Copies]
    public static Tensor<T, TDevice> CumMax<T, TDevice>(this Tensor<T, TDevice> x, int axis)
        where T : unmanaged, INumber<T>
        where TDevice : struct, IDevice, IComputes<T> => Scan.Run(nameof(CumMax), x, axis, Scan.Largest);

    /// <summary>The smallest of the elements up to each one, along an axis: NumPy's <c>minimum.accumulate</c>.</summary>
    /// <param name="x">The tensor, of any layout.</param>
    /// <param name="axis">The axis; a negative one counts from the end.</param>
    /// <returns>A new tensor of the same shape and dtype.</returns>
    /// <remarks>NaN from the first NaN on; -0 is smaller than 0. The same on every device.</remarks>
    /// <exception cref="ShapeException">The axis is out of range.</exception>
    [Copies]
    public static Tensor<T, TDevice> CumMin<T, TDevice>(this Tensor<T, TDevice> x, int axis)
        where T : unmanaged, INumber<T>
        where TDevice : struct, IDevice, IComputes<T> => Scan.Run(nameof(CumMin), x, axis, Scan.Smallest);
}
