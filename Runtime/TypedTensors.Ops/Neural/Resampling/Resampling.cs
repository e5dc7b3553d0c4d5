using System.Numerics;

namespace TypedTensors;

/// <summary>Images in other sizes.</summary>
public static class Resampling
{
    /// <summary>An image of another size, whose elements are made of those about their places (PyTorch's <c>interpolate</c>).</summary>
    /// <param name="x">The input, of shape [images, channels, ...] with one to three spatial axes, of any layout.</param>
    /// <param name="size">The lengths of the result's spatial axes.</param>
    /// <param name="mode">How elements are made.</param>
    /// <param name="alignCorners">Whether the middles of the first and last elements stay where they are, or the borders of the image do; for linear and cubic ones.</param>
    /// <param name="destination">Where to write, of any layout; null allocates. It may overlap the operands: the result is as if they had been copied before.</param>
    /// <returns>The tensor written.</returns>
    /// <remarks>Computed axis by axis, in the dtype of the elements. Beyond the border its elements go on. NaN spreads to what it is part of, also with a weight of 0.</remarks>
    /// <exception cref="ShapeException">There are no spatial axes or more than three, one has no elements, or the destination has another shape.</exception>
    /// <exception cref="ArgumentException">A length is below 1, or there are as many as another number of axes has; or corners are aligned of nearest elements.</exception>
    /// <exception cref="InvalidOperationException">The destination is read-only.</exception>
    [Copies]
    public static Tensor<T, TDevice> Interpolate<T, TDevice>(
        this Tensor<T, TDevice> x, PerAxis size, InterpolationMode mode = InterpolationMode.Nearest, bool alignCorners = false,
        [Mutates] Tensor<T, TDevice>? destination = null)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TDevice : struct, IDevice, IComputesFunctions<T>
    {
        ArgumentNullException.ThrowIfNull(x);
        int axes = PoolingWindows.SpatialAxes(nameof(Interpolate), x);
        int[] lengths = size.For(nameof(Interpolate), nameof(size), axes, least: 1, absent: 0);
        if (alignCorners && mode is InterpolationMode.Nearest or InterpolationMode.NearestExact)
        {
            throw new ArgumentException("Interpolate: corners are aligned in linear and cubic interpolation only.", nameof(alignCorners));
        }

        Destination.Check(nameof(Interpolate), new Shape([x.Shape[0], x.Shape[1], .. lengths.Select(length => (nint)length)]), destination);
        Tensor<T, TDevice> result = x;
        for (int axis = 2; axis < x.Rank; axis++)
        {
            if (x.Shape[axis] == 0)
            {
                throw new ShapeException($"Interpolate: axis {axis} of shape {x.Shape} has no elements.");
            }

            (int[,] indices, double[,] weights) = ResamplingTaps.Of(checked((int)x.Shape[axis]), lengths[axis - 2], mode, alignCorners);
            result = Along(result, axis, indices, weights);
        }

        return Destination.Write(result, destination);
    }

    private static Tensor<T, TDevice> Along<T, TDevice>(Tensor<T, TDevice> x, int axis, int[,] indices, double[,] weights)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TDevice : struct, IDevice, IComputesFunctions<T>
    {
        int taps = indices.GetLength(0), length = indices.GetLength(1);
        nint[] aligned = [.. Enumerable.Repeat((nint)1, x.Rank)];
        aligned[axis] = length;
        Tensor<T, TDevice>? sum = null;
        for (int tap = 0; tap < taps; tap++)
        {
            int own = tap;
            Tensor<T, TDevice> taken = x.Take(Tensor<int, TDevice>.FromFunction(i => indices[own, i], length), axis);
            if (taps == 1)
            {
                return taken;
            }

            taken.MultiplyInPlace(Tensor<T, TDevice>.FromFunction(i => T.CreateChecked(weights[own, i]), length).Reshape(aligned));
            sum = sum is null ? taken : sum.AddInPlace(taken);
        }

        return sum!;
    }
}
