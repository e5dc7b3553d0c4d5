using System.Numerics;

namespace TypedTensors;

/// <summary>Poolings to a given size: window i of n reaches from floor(i * length / n) to ceil((i + 1) * length / n).</summary>
public static class AdaptivePooling
{
    private delegate Tensor<T, TDevice> AlongAxis<T, TDevice>(Tensor<T, TDevice> x, int axis)
        where T : unmanaged
        where TDevice : struct, IDevice;

    /// <summary>The means of as many windows as the result is to have elements: PyTorch's <c>adaptive_avg_pool1d</c> and its kin.</summary>
    /// <param name="x">The input, of shape [images, channels, ...] with one to three spatial axes, of any layout.</param>
    /// <param name="output">The lengths of the result's spatial axes.</param>
    /// <param name="destination">Where to write, of any layout; null allocates. It may overlap the operands: the result is as if they had been copied before.</param>
    /// <returns>The tensor written.</returns>
    /// <remarks>NaN if one is in the window.</remarks>
    /// <exception cref="ShapeException">There are no spatial axes or more than three, one has no elements, or the destination has another shape.</exception>
    /// <exception cref="ArgumentException">A length is below 1, or there are as many as another number of axes has.</exception>
    /// <exception cref="InvalidOperationException">The destination is read-only.</exception>
    [Copies]
    public static Tensor<T, TDevice> AdaptiveAvgPool<T, TDevice>(this Tensor<T, TDevice> x, PerAxis output, [Mutates] Tensor<T, TDevice>? destination = null)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TDevice : struct, IDevice, IComputesFunctions<T> => Run(nameof(AdaptiveAvgPool), x, output, destination, (part, axis) => part.Mean(axis));

    /// <summary>The largest elements of as many windows as the result is to have elements: PyTorch's <c>adaptive_max_pool1d</c> and its kin.</summary>
    /// <param name="x">The input, of shape [images, channels, ...] with one to three spatial axes, of any layout.</param>
    /// <param name="output">The lengths of the result's spatial axes.</param>
    /// <param name="destination">Where to write, of any layout; null allocates. It may overlap the operands: the result is as if they had been copied before.</param>
    /// <returns>The tensor written.</returns>
    /// <remarks>NaN if one is in the window.</remarks>
    /// <exception cref="ShapeException">There are no spatial axes or more than three, one has no elements, or the destination has another shape.</exception>
    /// <exception cref="ArgumentException">A length is below 1, or there are as many as another number of axes has.</exception>
    /// <exception cref="InvalidOperationException">The destination is read-only.</exception>
    [Copies]
    public static Tensor<T, TDevice> AdaptiveMaxPool<T, TDevice>(this Tensor<T, TDevice> x, PerAxis output, [Mutates] Tensor<T, TDevice>? destination = null)
        where T : unmanaged, INumber<T>
        where TDevice : struct, IDevice, IComputes<T> => Run(nameof(AdaptiveMaxPool), x, output, destination, (part, axis) => part.Max(axis));

    // A window is a product of intervals, so that the axes can be reduced one after the other.
    private static Tensor<T, TDevice> Run<T, TDevice>(string operation, Tensor<T, TDevice> x, PerAxis output, Tensor<T, TDevice>? destination, AlongAxis<T, TDevice> reduce)
        where T : unmanaged
        where TDevice : struct, IDevice
    {
        ArgumentNullException.ThrowIfNull(x);
        int axes = PoolingWindows.SpatialAxes(operation, x);
        int[] lengths = output.For(operation, nameof(output), axes, least: 1, absent: 0);
        Destination.Check(operation, new Shape([x.Shape[0], x.Shape[1], .. lengths.Select(length => (nint)length)]), destination);
        for (int axis = 2; axis < x.Rank; axis++)
        {
            nint size = x.Shape[axis], count = lengths[axis - 2];
            if (size == 0)
            {
                throw new ShapeException($"{operation}: axis {axis} of shape {x.Shape} has no elements.");
            }

            nint[] sizes = x.Shape.ToArray();
            sizes[axis] = count;
            Tensor<T, TDevice> shorter = Tensor<T, TDevice>.Empty(sizes);
            Tensor<T, TDevice> from = x.Transpose(axis, 0), to = shorter.Transpose(axis, 0);
            for (nint i = 0; i < count; i++)
            {
                to[(TensorIndex)i] = reduce(from[new Slice(i * size / count, (((i + 1) * size) + count - 1) / count)], 0);
            }

            x = shorter;
        }

        return Destination.Write(x, destination);
    }
}
