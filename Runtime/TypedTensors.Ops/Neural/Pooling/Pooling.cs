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
    /// <param name="destination">Where to write, of any layout; null allocates. It may overlap the operands: the result is as if they had been copied before.</param>
    /// <returns>The tensor written, whose spatial axes are floor((length + 2 * padding - dilation * (kernel - 1) - 1) / stride) + 1 long, or the ceiling of that.</returns>
    /// <remarks>NaN if one is in the window, as in PyTorch.</remarks>
    /// <exception cref="ShapeException">There are no spatial axes or more than three, a window does not fit, or a destination has another shape.</exception>
    /// <exception cref="ArgumentException">A number is out of range.</exception>
    /// <exception cref="InvalidOperationException">The destination is read-only.</exception>
    [Copies]
    public static Tensor<T, TDevice> MaxPool<T, TDevice>(
        this Tensor<T, TDevice> x, PerAxis kernel, PerAxis? stride = null, PerAxis padding = default, PerAxis dilation = default, bool ceilMode = false, [Mutates] Tensor<T, TDevice>? destination = null)
        where T : unmanaged, INumber<T>
        where TDevice : struct, IDevice, IComputes<T>
    {
        ArgumentNullException.ThrowIfNull(x);
        PoolingWindows windows = PoolingWindows.Of(nameof(MaxPool), x, kernel, stride, padding, dilation, ceilMode);
        Shape shape = windows.ShapeOf(x);
        Destination.Check(nameof(MaxPool), shape, destination);
        if (Destination.Overlaps(destination, x))
        {
            return Destination.Write(MaxPool(x, kernel, stride, padding, dilation, ceilMode), destination);
        }

        Tensor<T, TDevice> padded = windows.Pad(x, T.CreateSaturating(double.NegativeInfinity)), largest = destination ?? Tensor<T, TDevice>.Empty(shape);
        bool isFirst = true;
        foreach (int[] element in windows.Elements)
        {
            Tensor<T, TDevice> seen = windows.At(padded, element);
            if (isFirst)
            {
                largest.CopyFrom(seen);
                isFirst = false;
            }
            else
            {
                largest.MaximumInPlace(seen);
            }
        }

        return largest;
    }

    /// <summary>The largest element of each window and where it is, counted over all spatial axes of the input: PyTorch's <c>return_indices</c>.</summary>
    /// <param name="x">The input, of shape [images, channels, ...] with one to three spatial axes, of any layout.</param>
    /// <param name="kernel">The lengths of a window.</param>
    /// <param name="stride">How far it is from one window to the next; the lengths of a window if not given.</param>
    /// <param name="padding">What is added at each end of an axis and is never the largest; 0 if not given.</param>
    /// <param name="dilation">How far it is from one element of a window to the next; 1 if not given.</param>
    /// <param name="ceilMode">Whether a last window may reach over the end; it must begin before it.</param>
    /// <param name="valuesDestination">Where to write the elements, of any layout; null allocates. It may overlap the input, which counts as copied before.</param>
    /// <param name="indicesDestination">Where to write their places, of any layout; null allocates.</param>
    /// <returns>The tensors written.</returns>
    /// <remarks>Of equal elements the first, of NaNs the last.</remarks>
    /// <exception cref="ShapeException">There are no spatial axes or more than three, a window does not fit, or a destination has another shape.</exception>
    /// <exception cref="ArgumentException">A number is out of range.</exception>
    /// <exception cref="InvalidOperationException">The destination is read-only.</exception>
    [Copies]
    public static (Tensor<T, TDevice> Values, Tensor<long, TDevice> Indices) MaxPoolWithIndices<T, TDevice>(
        this Tensor<T, TDevice> x, PerAxis kernel, PerAxis? stride = null, PerAxis padding = default, PerAxis dilation = default, bool ceilMode = false,
        [Mutates] Tensor<T, TDevice>? valuesDestination = null, [Mutates] Tensor<long, TDevice>? indicesDestination = null)
        where T : unmanaged, INumber<T>
        where TDevice : struct, IDevice, IComputes<T>, IComputes<long>
    {
        ArgumentNullException.ThrowIfNull(x);
        PoolingWindows windows = PoolingWindows.Of(nameof(MaxPoolWithIndices), x, kernel, stride, padding, dilation, ceilMode);
        Shape shape = windows.ShapeOf(x);
        Destination.Check(nameof(MaxPoolWithIndices), shape, valuesDestination);
        Destination.Check(nameof(MaxPoolWithIndices), shape, indicesDestination);
        if (valuesDestination is not null && indicesDestination is not null && valuesDestination.SharesMemoryWith(indicesDestination))
        {
            throw new InvalidOperationException("MaxPoolWithIndices: the destinations share memory; each result needs elements of its own.");
        }

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

        return (Destination.Write(largest!, valuesDestination), Destination.Write(indices!, indicesDestination));
    }

    /// <summary>The mean of each window: PyTorch's <c>avg_pool1d</c>, <c>avg_pool2d</c> and <c>avg_pool3d</c>.</summary>
    /// <param name="x">The input, of shape [images, channels, ...] with one to three spatial axes, of any layout.</param>
    /// <param name="kernel">The lengths of a window.</param>
    /// <param name="stride">How far it is from one window to the next; the lengths of a window if not given.</param>
    /// <param name="padding">The zeros at each end of an axis; 0 if not given.</param>
    /// <param name="ceilMode">Whether a last window may reach over the end; it must begin before it.</param>
    /// <param name="countIncludePad">Whether the sum is divided by the window's elements with those of the padding, or by those of the input alone.</param>
    /// <param name="dilation">How far it is from one element of a window to the next; 1 if not given.</param>
    /// <param name="destination">Where to write, of any layout; null allocates. It may overlap the operands: the result is as if they had been copied before.</param>
    /// <returns>The tensor written, whose spatial axes are as long as those of <c>MaxPool</c>.</returns>
    /// <remarks>Elements are summed in the order of the window, in their dtype. NaN if one is in the window.</remarks>
    /// <exception cref="ShapeException">There are no spatial axes or more than three, a window does not fit, or a destination has another shape.</exception>
    /// <exception cref="ArgumentException">A number is out of range.</exception>
    /// <exception cref="InvalidOperationException">The destination is read-only.</exception>
    [Copies]
    public static Tensor<T, TDevice> AvgPool<T, TDevice>(
        this Tensor<T, TDevice> x, PerAxis kernel, PerAxis? stride = null, PerAxis padding = default, bool ceilMode = false, bool countIncludePad = true, PerAxis dilation = default,
        [Mutates] Tensor<T, TDevice>? destination = null)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TDevice : struct, IDevice, IComputesFunctions<T>
    {
        ArgumentNullException.ThrowIfNull(x);
        PoolingWindows windows = PoolingWindows.Of(nameof(AvgPool), x, kernel, stride, padding, dilation, ceilMode);
        Shape shape = windows.ShapeOf(x);
        Destination.Check(nameof(AvgPool), shape, destination);
        if (Destination.Overlaps(destination, x))
        {
            return Destination.Write(AvgPool(x, kernel, stride, padding, ceilMode, countIncludePad, dilation), destination);
        }

        Tensor<T, TDevice> padded = windows.Pad(x, T.Zero), sum = destination ?? Tensor<T, TDevice>.Empty(shape);
        bool isFirst = true;
        foreach (int[] element in windows.Elements)
        {
            Tensor<T, TDevice> seen = windows.At(padded, element);
            if (isFirst)
            {
                sum.CopyFrom(seen);
                isFirst = false;
            }
            else
            {
                sum.AddInPlace(seen);
            }
        }

        Tensor<T, TDevice> counts = Tensor<T, TDevice>.FromFunction(
            window => T.CreateChecked(windows.Count(window, countIncludePad)), [.. windows.Output.Select(length => (nint)length)]);
        return sum.DivideInPlace(counts);
    }
}
