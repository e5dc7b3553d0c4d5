namespace TypedTensors;

/// <summary>The leading axes that several tensors have in common, put together as far as all of their layouts allow, for kernels that have a fixed number of them.</summary>
/// <remarks>No element is copied: what does not fit a kernel's axes is run as one launch after the other.</remarks>
internal sealed class Stack
{
    private readonly nint[] sizes;
    private readonly int kept;

    private Stack(nint[] sizes, int kept)
    {
        this.sizes = sizes;
        this.kept = kept;
    }

    /// <summary>The places along the axes that the kernel does not have.</summary>
    public IEnumerable<TensorIndex[]> Places
    {
        get
        {
            nint[] outer = sizes[..^kept];
            nint count = outer.Aggregate((nint)1, (product, size) => product * size);
            for (nint number = 0; number < count; number++)
            {
                var place = new TensorIndex[outer.Length];
                nint rest = number;
                for (int axis = outer.Length - 1; axis >= 0; axis--)
                {
                    (rest, nint position) = Math.DivRem(rest, outer[axis]);
                    place[axis] = position;
                }

                yield return place;
            }
        }
    }

    /// <summary>Puts axes together.</summary>
    /// <param name="kept">The leading axes that the kernel has.</param>
    /// <param name="trailing">The further axes of each tensor, which are its own.</param>
    /// <param name="tensors">The tensors, not empty, with the same leading axes.</param>
    public static Stack Of(int kept, int trailing, params ReadOnlySpan<Tensor> tensors)
    {
        var merged = new List<(nint Size, int LastAxis)>();
        Shape shape = tensors[0].Shape;
        for (int axis = 0; axis < shape.Rank - trailing; axis++)
        {
            if (shape[axis] == 1)
            {
                continue;
            }

            if (merged.Count > 0 && Continue(tensors, merged[^1].LastAxis, axis))
            {
                merged[^1] = (merged[^1].Size * shape[axis], axis);
            }
            else
            {
                merged.Add((shape[axis], axis));
            }
        }

        return new Stack([.. Enumerable.Repeat((nint)1, Math.Max(0, kept - merged.Count)), .. merged.Select(axis => axis.Size)], kept);
    }

    /// <summary>The view of a tensor that a launch is given: the kernel's leading axes, then the tensor's own.</summary>
    [return: ViewOf(nameof(tensor))]
    public Tensor<T, TDevice> At<T, TDevice>(TensorIndex[] place, Tensor<T, TDevice> tensor, int trailing)
        where T : unmanaged
        where TDevice : struct, IDevice
    {
        Tensor<T, TDevice> merged = tensor.Reshape([.. sizes, .. tensor.Shape.AsSpan()[^trailing..]]);
        return place.Length == 0 ? merged : merged[place];
    }

    // One axis goes on where the other ends, in all tensors.
    private static bool Continue(ReadOnlySpan<Tensor> tensors, int axis, int next)
    {
        foreach (Tensor tensor in tensors)
        {
            if (tensor.Strides[axis] != tensor.Strides[next] * tensor.Shape[next])
            {
                return false;
            }
        }

        return true;
    }
}
