using TypedTensors.Kernels;

namespace TypedTensors;

/// <summary>Elements that move along an axis and, beyond its end, come in again at its beginning.</summary>
public static class Rolling
{
    /// <summary>A tensor whose elements have moved along an axis: NumPy's and PyTorch's <c>roll</c>.</summary>
    /// <param name="x">The tensor, of any layout.</param>
    /// <param name="shift">How far, to the end; a negative one moves to the beginning. It may be longer than the axis.</param>
    /// <param name="axis">The axis; a negative one counts from the end.</param>
    /// <returns>A new tensor: <c>result[(i + shift) mod length] = x[i]</c>.</returns>
    /// <exception cref="ShapeException">The axis is out of range.</exception>
    [Copies]
    public static Tensor<T, TDevice> Roll<T, TDevice>(this Tensor<T, TDevice> x, nint shift, int axis)
        where T : unmanaged
        where TDevice : struct, IDevice => Roll(x, [shift], [axis]);

    /// <summary>A tensor whose elements have moved in C order through the whole of it, as if it had one axis: NumPy's and PyTorch's <c>roll</c> without an axis.</summary>
    /// <param name="x">The tensor, of any layout.</param>
    /// <param name="shift">How far, to the end; a negative one moves to the beginning.</param>
    /// <returns>A new tensor of the same shape.</returns>
    [Copies]
    public static Tensor<T, TDevice> Roll<T, TDevice>(this Tensor<T, TDevice> x, nint shift)
        where T : unmanaged
        where TDevice : struct, IDevice
    {
        ArgumentNullException.ThrowIfNull(x);
        return Roll((x.IsContiguous ? x : x.Clone()).Reshape(x.Length), [shift], [0]).Reshape(x.Shape);
    }

    /// <summary>A tensor whose elements have moved along several axes: NumPy's and PyTorch's <c>roll</c>.</summary>
    /// <param name="x">The tensor, of any layout.</param>
    /// <param name="shifts">How far along each of the axes; those of one that is given twice add up.</param>
    /// <param name="axes">The axes; negative ones count from the end.</param>
    /// <returns>A new tensor of the same shape.</returns>
    /// <exception cref="ShapeException">An axis is out of range.</exception>
    /// <exception cref="ArgumentException">There are not as many shifts as axes.</exception>
    [Copies]
    public static Tensor<T, TDevice> Roll<T, TDevice>(this Tensor<T, TDevice> x, ReadOnlySpan<nint> shifts, ReadOnlySpan<int> axes)
        where T : unmanaged
        where TDevice : struct, IDevice
    {
        ArgumentNullException.ThrowIfNull(x);
        if (shifts.Length != axes.Length)
        {
            throw new ArgumentException($"Roll: {shifts.Length} shifts for {axes.Length} axes; each axis needs one.", nameof(shifts));
        }

        var starts = new nint[x.Rank];
        for (int i = 0; i < axes.Length; i++)
        {
            int axis = Reduction.Axis(nameof(Roll), x, axes[i]);
            nint length = Math.Max(x.Shape[axis], 1), start = (starts[axis] + (shifts[i] % length)) % length;
            starts[axis] = start < 0 ? start + length : start;
        }

        Tensor<T, TDevice> result = Tensor<T, TDevice>.Empty(x.Shape);
        Copy(x, result, starts, 0);
        return result;
    }

    // Along each axis the elements are two parts that change places.
    private static void Copy<T, TDevice>(Tensor<T, TDevice> from, Tensor<T, TDevice> to, ReadOnlySpan<nint> starts, int axis)
        where T : unmanaged
        where TDevice : struct, IDevice
    {
        while (axis < starts.Length && starts[axis] == 0)
        {
            axis++;
        }

        if (axis == starts.Length)
        {
            to.CopyFrom(from);
            return;
        }

        nint start = starts[axis], rest = from.Shape[axis] - start;
        Copy(Parts.Along(from, axis, 0, rest), Parts.Along(to, axis, start, null), starts, axis + 1);
        Copy(Parts.Along(from, axis, rest, null), Parts.Along(to, axis, 0, start), starts, axis + 1);
    }
}
