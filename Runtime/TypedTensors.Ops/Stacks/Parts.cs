namespace TypedTensors;

/// <summary>Views that take a part of one axis and the whole of all others.</summary>
internal static class Parts
{
    /// <summary>The elements of an axis from <paramref name="start"/> to, not including, <paramref name="stop"/>, by Python's rules.</summary>
    [SharesMemory]
    public static Tensor<T, TDevice> Along<T, TDevice>(Tensor<T, TDevice> tensor, int axis, nint? start, nint? stop)
        where T : unmanaged
        where TDevice : struct, IDevice
    {
        var indices = new TensorIndex[axis + 1];
        Array.Fill(indices, default(Slice));
        indices[axis] = new Slice(start, stop);
        return tensor[indices];
    }

    /// <summary>A tensor as the product of its axes before one, that axis, and the product of its axes after it.</summary>
    /// <param name="tensor">The tensor, contiguous.</param>
    /// <param name="axis">The axis.</param>
    [SharesMemory]
    public static Tensor<T, TDevice> Around<T, TDevice>(Tensor<T, TDevice> tensor, int axis)
        where T : unmanaged
        where TDevice : struct, IDevice
    {
        ReadOnlySpan<nint> sizes = tensor.Shape.AsSpan();
        return tensor.Reshape(Product(sizes[..axis]), sizes[axis], Product(sizes[(axis + 1)..]));
    }

    /// <summary>The product of lengths; 1 of none.</summary>
    public static nint Product(ReadOnlySpan<nint> sizes)
    {
        nint product = 1;
        foreach (nint size in sizes)
        {
            product *= size;
        }

        return product;
    }
}
