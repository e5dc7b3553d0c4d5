using System.Numerics;

namespace TypedTensors;

/// <summary>What is left of each window of an image: its largest element or its mean, over one, two or three spatial axes.</summary>
public static class Pooling
{
    /// <summary>The largest element of each window: PyTorch's <c>max_pool1d</c>, <c>max_pool2d</c> and <c>max_pool3d</c>.</summary>
    /// <param name="x">The input, of shape [images, channels, ...] with one to three spatial axes, of any layout.</param>
    /// <param name="kernel">The lengths of a window.</param>
    /// <param name="stride">How far it is from one window to the next; the lengths of a window if not given.</param>
    /// <param name="padding">What is added at each end of an axis and is never the largest; 0 if not given.</param>
    /// <param name="dilation">How far it is from one element of a window to the next; 1 if not given.</param>
    /// <param name="ceilMode">Whether a last window may reach over the end; it must begin before it.</param>
    /// <returns>A new tensor whose spatial axes are floor((length + 2 * padding - dilation * (kernel - 1) - 1) / stride) + 1 long, or the ceiling of that.</returns>
    /// <remarks>NaN if one is in the window, as in PyTorch.</remarks>
    /// <exception cref="ShapeException">There are no spatial axes or more than three, or a window does not fit.</exception>
    /// <exception cref="ArgumentException">A number is out of range.</exception>
    [Copies]
    public static Tensor<T, TDevice> MaxPool<T, TDevice>(
        this Tensor<T, TDevice> x, PerAxis kernel, PerAxis? stride = null, PerAxis padding = default, PerAxis dilation = default, bool ceilMode = false)
        where T : unmanaged, INumber<T>
        where TDevice : struct, IDevice, IComputes<T>
    {
        ArgumentNullException.ThrowIfNull(x);
        PoolingWindows windows = PoolingWindows.Of(nameof(MaxPool), x, kernel, stride, padding, dilation, ceilMode);
        Tensor<T, TDevice> padded = windows.Pad(x, T.CreateSaturating(double.NegativeInfinity));
        Tensor<T, TDevice>? largest = null;
        foreach (int[] element in windows.Elements)
        {
            Tensor<T, TDevice> seen = windows.At(padded, element);
            largest = largest is null ? seen.Clone() : largest.MaximumInPlace(seen);
        }

        return largest!;
    }

    /// <summary>The largest element of each window and where it is, counted over all spatial axes of the input: PyTorch's <c>return_indices</c>.</summary>
    /// <param name="x">The input, of shape [images, channels, ...] with one to three spatial axes, of any layout.</param>
    /// <param name="kernel">The lengths of a window.</param>
    /// <param name="stride">How far it is from one window to the next; the lengths of a window if not given.</param>
    /// <param name="padding">What is added at each end of an axis and is never the largest; 0 if not given.</param>
    /// <param name="dilation">How far it is from one element of a window to the next; 1 if not given.</param>
    /// <param name="ceilMode">Whether a last window may reach over the end; it must begin before it.</param>
    /// <remarks>Of equal elements the first, of NaNs the last.</remarks>
    /// <exception cref="ShapeException">There are no spatial axes or more than three, or a window does not fit.</exception>
    /// <exception cref="ArgumentException">A number is out of range.</exception>
    [Copies]
    public static (Tensor<T, TDevice> Values, Tensor<long, TDevice> Indices) MaxPoolWithIndices<T, TDevice>(
        this Tensor<T, TDevice> x, PerAxis kernel, PerAxis? stride = null, PerAxis padding = default, PerAxis dilation = default, bool ceilMode = false)
        where T : unmanaged, INumber<T>
        where TDevice : struct, IDevice, IComputes<T>, IComputes<long>
    {
        ArgumentNullException.ThrowIfNull(x);
        PoolingWindows windows = PoolingWindows.Of(nameof(MaxPoolWithIndices), x, kernel, stride, padding, dilation, ceilMode);
        Tensor<T, TDevice> padded = windows.Pad(x, T.CreateSaturating(double.NegativeInfinity));
        Tensor<T, TDevice>? largest = null;
        Tensor<long, TDevice>? indices = null;
        foreach (int[] element in windows.Elements)
        {
            Tensor<T, TDevice> seen = windows.At(padded, element);
            Tensor<long, TDevice> places = Tensor<long, TDevice>.FromFunction(window => windows.PlaceOf(window, element), [.. windows.Output.Select(length => (nint)length)]);
            if (largest is null || indices is null)
            {
                largest = seen.Clone();
                indices = places.BroadcastTo(largest.Shape).Clone();
                continue;
            }

            indices = seen.Greater(largest).LogicalOrInPlace(seen.NotEqual(seen)).Where(places.BroadcastTo(largest.Shape), indices);
            largest.MaximumInPlace(seen);
        }

        return (largest!, indices!);
    }

    /// <summary>The mean of each window: PyTorch's <c>avg_pool1d</c>, <c>avg_pool2d</c> and <c>avg_pool3d</c>.</summary>
    /// <param name="x">The input, of shape [images, channels, ...] with one to three spatial axes, of any layout.</param>
    /// <param name="kernel">The lengths of a window.</param>
    /// <param name="stride">How far it is from one window to the next; the lengths of a window if not given.</param>
    /// <param name="padding">The zeros at each end of an axis; 0 if not given.</param>
    /// <param name="ceilMode">Whether a last window may reach over the end; it must begin before it.</param>
    /// <param name="countIncludePad">Whether the sum is divided by the window's elements with those of the padding, or by those of the input alone.</param>
    /// <param name="dilation">How far it is from one element of a window to the next; 1 if not given.</param>
    /// <returns>A new tensor whose spatial axes are as long as those of <c>MaxPool</c>.</returns>
    /// <remarks>Elements are summed in the order of the window, in their dtype. NaN if one is in the window.</remarks>
    /// <exception cref="ShapeException">There are no spatial axes or more than three, or a window does not fit.</exception>
    /// <exception cref="ArgumentException">A number is out of range.</exception>
    [Copies]
    public static Tensor<T, TDevice> AvgPool<T, TDevice>(
        this Tensor<T, TDevice> x, PerAxis kernel, PerAxis? stride = null, PerAxis padding = default, bool ceilMode = false, bool countIncludePad = true, PerAxis dilation = default)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TDevice : struct, IDevice, IComputesFunctions<T>
    {
        ArgumentNullException.ThrowIfNull(x);
        PoolingWindows windows = PoolingWindows.Of(nameof(AvgPool), x, kernel, stride, padding, dilation, ceilMode);
        Tensor<T, TDevice> padded = windows.Pad(x, T.Zero);
        Tensor<T, TDevice>? sum = null;
        foreach (int[] element in windows.Elements)
        {
            Tensor<T, TDevice> seen = windows.At(padded, element);
            sum = sum is null ? seen.Clone() : sum.AddInPlace(seen);
        }

        Tensor<T, TDevice> counts = Tensor<T, TDevice>.FromFunction(
            window => T.CreateChecked(windows.Count(window, countIncludePad)), [.. windows.Output.Select(length => (nint)length)]);
        return sum!.DivideInPlace(counts);
    }
}
