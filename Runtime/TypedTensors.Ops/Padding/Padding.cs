namespace TypedTensors;

/// <summary>Tensors with a border around them, in any dtype and on any device; elements are copied bit by bit.</summary>
public static class Padding
{
    /// <summary>A tensor with borders: NumPy's and PyTorch's <c>pad</c>, the widths in NumPy's order.</summary>
    /// <param name="x">The tensor, of any layout.</param>
    /// <param name="widths">For each axis, how many indices are put before the first and after the last.</param>
    /// <param name="mode">What they hold.</param>
    /// <param name="value">The value of <see cref="PadMode.Constant"/>; other modes do not use it.</param>
    /// <returns>A new tensor.</returns>
    /// <remarks>
    /// Corners are what padding one axis after the other gives. A border may be wider than the tensor, which is then reflected or wrapped again and again, as in NumPy; of
    /// an axis of length 1 the reflection is its only element.
    /// </remarks>
    /// <exception cref="ShapeException">
    /// There is not one pair for each axis, a width is negative, the result has too many elements, or a mode other than <see cref="PadMode.Constant"/> pads an axis without elements.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">The mode is none of those named.</exception>
    [Copies]
    public static Tensor<T, TDevice> Pad<T, TDevice>(
        this Tensor<T, TDevice> x, ReadOnlySpan<(nint Before, nint After)> widths, PadMode mode = PadMode.Constant, T value = default)
        where T : unmanaged
        where TDevice : struct, IDevice
    {
        ArgumentNullException.ThrowIfNull(x);
        if (!Enum.IsDefined(mode))
        {
            throw new ArgumentOutOfRangeException(nameof(mode), mode, "Pad: there is no such mode.");
        }

        if (widths.Length != x.Rank)
        {
            throw new ShapeException($"Pad: {widths.Length} pairs of widths for shape {x.Shape} of rank {x.Rank}; it needs one for each axis.");
        }

        nint[] sizes = x.Shape.ToArray();
        for (int axis = 0; axis < widths.Length; axis++)
        {
            (nint before, nint after) = widths[axis];
            if (before < 0 || after < 0)
            {
                throw new ShapeException($"Pad: axis {axis} of shape {x.Shape} has the negative width {Math.Min(before, after)}; take a slice to cut elements off.");
            }

            if (mode != PadMode.Constant && sizes[axis] == 0 && before + after > 0)
            {
                throw new ShapeException($"Pad: axis {axis} of shape {x.Shape} has no elements to fill a border with; pad it with a constant.");
            }

            sizes[axis] = checked(sizes[axis] + before + after);
        }

        Tensor<T, TDevice> result = Tensor<T, TDevice>.Empty(sizes), inner = result;
        for (int axis = 0; axis < widths.Length; axis++)
        {
            inner = Parts.Along(inner, axis, widths[axis].Before, sizes[axis] - widths[axis].After);
        }

        inner.CopyFrom(x);
        for (int axis = 0; axis < widths.Length; axis++)
        {
            // The axes before are whole already, those after are still as long as the tensor.
            Tensor<T, TDevice> slab = result;
            for (int later = axis + 1; later < widths.Length; later++)
            {
                slab = Parts.Along(slab, later, widths[later].Before, sizes[later] - widths[later].After);
            }

            (nint before, nint after) = widths[axis];
            PadBorders.FillBefore(slab, axis, before, after, mode, value);
            PadBorders.FillBefore(slab.Flip(axis), axis, after, before, mode, value);
        }

        return result;
    }

    /// <summary>A tensor with a border that is equally wide on all sides: NumPy's <c>pad</c> with one width.</summary>
    /// <param name="x">The tensor, of any layout.</param>
    /// <param name="width">How many indices are put before the first and after the last of each axis.</param>
    /// <param name="mode">What they hold.</param>
    /// <param name="value">The value of <see cref="PadMode.Constant"/>; other modes do not use it.</param>
    /// <returns>A new tensor.</returns>
    /// <exception cref="ShapeException">
    /// The width is negative, the result has too many elements, or a mode other than <see cref="PadMode.Constant"/> pads an axis without elements.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">The mode is none of those named.</exception>
    [Copies]
    public static Tensor<T, TDevice> Pad<T, TDevice>(this Tensor<T, TDevice> x, nint width, PadMode mode = PadMode.Constant, T value = default)
        where T : unmanaged
        where TDevice : struct, IDevice
    {
        ArgumentNullException.ThrowIfNull(x);
        var widths = new (nint Before, nint After)[x.Rank];
        Array.Fill(widths, (width, width));
        return Pad(x, widths, mode, value);
    }
}
