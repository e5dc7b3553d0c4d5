using TypedTensors.Kernels;

namespace TypedTensors;

/// <summary>Tensors made of several copies of a tensor, in any dtype and on any device; elements are copied bit by bit.</summary>
public static class Repeating
{
    /// <summary>A tensor laid out again and again along each axis: NumPy's <c>tile</c>, PyTorch's <c>tile</c> and <c>repeat</c>.</summary>
    /// <param name="x">The tensor, of any layout.</param>
    /// <param name="counts">How often along each axis. Aligned at the last axis: with fewer counts than axes the first axes are not repeated, with more the tensor gets leading axes.</param>
    /// <returns>A new tensor; empty if a count is 0.</returns>
    /// <exception cref="ShapeException">A count is negative, or the result has more than 8 axes or too many elements.</exception>
    [Copies]
    public static Tensor<T, TDevice> Tile<T, TDevice>(this Tensor<T, TDevice> x, params ReadOnlySpan<nint> counts)
        where T : unmanaged
        where TDevice : struct, IDevice
    {
        ArgumentNullException.ThrowIfNull(x);
        foreach (nint count in counts)
        {
            CheckCount(nameof(Tile), x, count);
        }

        nint[] sizes = [.. Enumerable.Repeat((nint)1, Math.Max(0, counts.Length - x.Rank)), .. x.Shape.AsSpan()];
        Tensor<T, TDevice> tiled = x.Clone().Reshape(sizes);

        // From the last axis on, so that the copies that are copied once more are small.
        for (int i = counts.Length - 1; i >= 0; i--)
        {
            if (counts[i] != 1)
            {
                int axis = sizes.Length - counts.Length + i;
                Tensor<T, TDevice> blocks = Parts.Around(tiled, axis);
                sizes[axis] *= counts[i];
                tiled = Tensor<T, TDevice>.Empty(sizes);
                tiled.Reshape(blocks.Shape[0], counts[i], blocks.Shape[1] * blocks.Shape[2]).CopyFrom(blocks.Reshape(blocks.Shape[0], 1, blocks.Shape[1] * blocks.Shape[2]));
            }
        }

        return tiled;
    }

    /// <summary>Each index of an axis several times in a row: NumPy's <c>repeat</c>, PyTorch's <c>repeat_interleave</c>.</summary>
    /// <param name="x">The tensor, of any layout.</param>
    /// <param name="count">How often.</param>
    /// <param name="axis">The axis; a negative one counts from the end.</param>
    /// <returns>A new tensor, <paramref name="count"/> times as long along the axis.</returns>
    /// <exception cref="ShapeException">The axis is out of range, the count is negative, or the result has too many elements.</exception>
    [Copies]
    public static Tensor<T, TDevice> Repeat<T, TDevice>(this Tensor<T, TDevice> x, nint count, int axis)
        where T : unmanaged
        where TDevice : struct, IDevice
    {
        ArgumentNullException.ThrowIfNull(x);
        int position = Reduction.Axis(nameof(Repeat), x, axis);
        CheckCount(nameof(Repeat), x, count);
        nint[] sizes = x.Shape.ToArray();
        sizes[position] = checked(sizes[position] * count);
        Tensor<T, TDevice> result = Tensor<T, TDevice>.Empty(sizes), blocks = Parts.Around(x.IsContiguous ? x : x.Clone(), position);
        result.Reshape(blocks.Shape[0], blocks.Shape[1], count, blocks.Shape[2]).CopyFrom(blocks.Unsqueeze(2));
        return result;
    }

    /// <summary>Each index of an axis as often as a number says: NumPy's <c>repeat</c> with one number for each index.</summary>
    /// <param name="x">The tensor, of any layout.</param>
    /// <param name="counts">How often, for each index of the axis.</param>
    /// <param name="axis">The axis; a negative one counts from the end.</param>
    /// <returns>A new tensor, as long along the axis as the counts together.</returns>
    /// <exception cref="ShapeException">The axis is out of range, there are more or fewer counts than it has indices, or one is negative.</exception>
    [Copies]
    public static Tensor<T, TDevice> Repeat<T, TDevice>(this Tensor<T, TDevice> x, ReadOnlySpan<nint> counts, int axis)
        where T : unmanaged
        where TDevice : struct, IDevice
    {
        ArgumentNullException.ThrowIfNull(x);
        int position = Reduction.Axis(nameof(Repeat), x, axis);
        nint[] sizes = x.Shape.ToArray();
        if (counts.Length != sizes[position])
        {
            throw new ShapeException($"Repeat: {counts.Length} counts for axis {axis} of shape {x.Shape}, which is {sizes[position]} long; it needs one for each index.");
        }

        sizes[position] = 0;
        foreach (nint count in counts)
        {
            CheckCount(nameof(Repeat), x, count);
            sizes[position] = checked(sizes[position] + count);
        }

        Tensor<T, TDevice> result = Tensor<T, TDevice>.Empty(sizes);
        nint start = 0;
        for (int i = 0; i < counts.Length; i++)
        {
            using Tensor<T, TDevice> part = Parts.Along(result, position, start, start + counts[i]);
            part.CopyFrom(Parts.Along(x, position, i, i + 1));
            start += counts[i];
        }

        return result;
    }

    private static void CheckCount(string operation, Tensor x, nint count)
    {
        if (count < 0)
        {
            throw new ShapeException($"{operation}: shape {x.Shape} cannot be repeated {count} times; 0 is the least.");
        }
    }
}
