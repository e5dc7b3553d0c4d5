using TypedTensors.Kernels;

namespace TypedTensors;

/// <summary>Tensors taken apart along an axis. All parts are views: a write to one is a write to the tensor.</summary>
public static class Splitting
{
    /// <summary>Parts of given lengths along an axis: PyTorch's <c>split</c> with a list, ONNX's <c>Split</c>. Views.</summary>
    /// <param name="x">The tensor, of any layout.</param>
    /// <param name="sizes">The lengths of the parts, which add up to that of the axis.</param>
    /// <param name="axis">The axis; a negative one counts from the end.</param>
    /// <returns>As many views as there are lengths; one of length 0 is empty.</returns>
    /// <exception cref="ShapeException">The axis is out of range, a length is negative, or they do not add up to the axis.</exception>
    [SharesMemory]
    public static Tensor<T, TDevice>[] Split<T, TDevice>(this Tensor<T, TDevice> x, ReadOnlySpan<nint> sizes, int axis = 0)
        where T : unmanaged
        where TDevice : struct, IDevice
    {
        ArgumentNullException.ThrowIfNull(x);
        int position = Reduction.Axis(nameof(Split), x, axis);
        nint total = 0;
        foreach (nint size in sizes)
        {
            total = size >= 0 ? checked(total + size) : throw new ShapeException($"Split: a part of axis {axis} of shape {x.Shape} has the negative length {size}.");
        }

        if (total != x.Shape[position])
        {
            throw new ShapeException($"Split: the parts of axis {axis} of shape {x.Shape} have {total} indices together, the axis {x.Shape[position]}; they must be as many.");
        }

        var parts = new Tensor<T, TDevice>[sizes.Length];
        nint start = 0;
        for (int i = 0; i < parts.Length; i++)
        {
            parts[i] = Parts.Along(x, position, start, start + sizes[i]);
            start += sizes[i];
        }

        return parts;
    }

    /// <summary>The parts between given indices along an axis: NumPy's <c>split</c> with indices, PyTorch's <c>tensor_split</c>. Views.</summary>
    /// <param name="x">The tensor, of any layout.</param>
    /// <param name="indices">Where one part ends and the next begins. As in NumPy a negative one counts from the end, one beyond the axis is clipped, and parts that end before they begin are empty.</param>
    /// <param name="axis">The axis; a negative one counts from the end.</param>
    /// <returns>One view more than there are indices.</returns>
    /// <exception cref="ShapeException">The axis is out of range.</exception>
    [SharesMemory]
    public static Tensor<T, TDevice>[] SplitAt<T, TDevice>(this Tensor<T, TDevice> x, ReadOnlySpan<nint> indices, int axis = 0)
        where T : unmanaged
        where TDevice : struct, IDevice
    {
        ArgumentNullException.ThrowIfNull(x);
        int position = Reduction.Axis(nameof(SplitAt), x, axis);
        var parts = new Tensor<T, TDevice>[indices.Length + 1];
        for (int i = 0; i < parts.Length; i++)
        {
            parts[i] = Parts.Along(x, position, i == 0 ? 0 : indices[i - 1], i == indices.Length ? null : indices[i]);
        }

        return parts;
    }

    /// <summary>Parts of one length along an axis, the last of which may be shorter: PyTorch's <c>chunk</c>. Views.</summary>
    /// <param name="x">The tensor, of any layout.</param>
    /// <param name="count">The number of parts.</param>
    /// <param name="axis">The axis; a negative one counts from the end.</param>
    /// <returns>
    /// Views of ceil(length / count) indices each; as in PyTorch fewer than <paramref name="count"/> where that is used up earlier, and <paramref name="count"/> empty ones of an
    /// axis without indices.
    /// </returns>
    /// <exception cref="ShapeException">The axis is out of range.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is below 1.</exception>
    [SharesMemory]
    public static Tensor<T, TDevice>[] Chunk<T, TDevice>(this Tensor<T, TDevice> x, int count, int axis = 0)
        where T : unmanaged
        where TDevice : struct, IDevice
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        int position = Reduction.Axis(nameof(Chunk), x, axis);
        nint length = x.Shape[position], size = (length / count) + (length % count == 0 ? 0 : 1);
        var parts = new Tensor<T, TDevice>[size == 0 ? count : (int)((length + size - 1) / size)];
        for (int i = 0; i < parts.Length; i++)
        {
            parts[i] = Parts.Along(x, position, i * size, (i + 1) * size);
        }

        return parts;
    }
}
