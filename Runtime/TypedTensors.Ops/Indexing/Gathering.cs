using TypedTensors.Kernels;

namespace TypedTensors;

/// <summary>Elements read at indices that are tensors themselves.</summary>
public static class Gathering
{
    /// <summary>For each index, the element of its row there: NumPy's <c>take_along_axis</c>, PyTorch's <c>gather</c>.</summary>
    /// <param name="x">The tensor, of any layout.</param>
    /// <param name="indices">The indices, of the same rank; along other axes their shapes broadcast. A negative one counts from the end.</param>
    /// <param name="axis">The axis that the indices run along; a negative one counts from the end.</param>
    /// <returns>A new tensor: as long as the indices along the axis, and of the common shape along all others.</returns>
    /// <remarks>
    /// <c>result[i, j] = x[indices[i, j], j]</c> along axis 0. Undoes ArgMax with keepDims, ArgSort and the like. The processor looks at all indices first; other devices
    /// do not look, and an index outside of the axis reads its nearest element there. Elements are copied bit by bit.
    /// </remarks>
    /// <exception cref="ShapeException">The axis is out of range, the ranks differ, other axes do not broadcast, or there is nothing to index.</exception>
    /// <exception cref="IndexOutOfRangeException">An index is outside of the axis; found on the processor only.</exception>
    [Copies]
    public static Tensor<T, TDevice> TakeAlongAxis<T, TDevice>(this Tensor<T, TDevice> x, Tensor<int, TDevice> indices, int axis)
        where T : unmanaged
        where TDevice : struct, IDevice, IComputes<T> => Run(nameof(TakeAlongAxis), x, indices, axis, null);

    /// <inheritdoc cref="TakeAlongAxis{T, TDevice}(Tensor{T, TDevice}, Tensor{int, TDevice}, int)"/>
    [Copies]
    public static Tensor<T, TDevice> TakeAlongAxis<T, TDevice>(this Tensor<T, TDevice> x, Tensor<long, TDevice> indices, int axis)
        where T : unmanaged
        where TDevice : struct, IDevice, IComputes<T>, IComputes<long> => Run(nameof(TakeAlongAxis), x, HostIndices.Narrow(indices), axis, null);

    /// <summary>The slices of a tensor at indices along an axis, such as rows of a table: NumPy's <c>take</c>, PyTorch's <c>index_select</c> and <c>embedding</c>.</summary>
    /// <param name="x">The tensor, of any layout.</param>
    /// <param name="indices">The indices, of any shape. A negative one counts from the end.</param>
    /// <param name="axis">The axis that is indexed; a negative one counts from the end.</param>
    /// <returns>A new tensor, in whose shape that of the indices stands in place of the axis.</returns>
    /// <remarks>
    /// <c>result[i, ..] = x[indices[i], ..]</c> along axis 0. The processor looks at all indices first; other devices do not look, and an index outside of the axis reads its
    /// nearest element there. Elements are copied bit by bit.
    /// </remarks>
    /// <exception cref="ShapeException">The axis is out of range, there is nothing to index, or the result would have too many axes.</exception>
    /// <exception cref="IndexOutOfRangeException">An index is outside of the axis; found on the processor only.</exception>
    [Copies]
    public static Tensor<T, TDevice> Take<T, TDevice>(this Tensor<T, TDevice> x, Tensor<int, TDevice> indices, int axis)
        where T : unmanaged
        where TDevice : struct, IDevice, IComputes<T> => Take(nameof(Take), x, indices, axis, null);

    /// <inheritdoc cref="Take{T, TDevice}(Tensor{T, TDevice}, Tensor{int, TDevice}, int)"/>
    [Copies]
    public static Tensor<T, TDevice> Take<T, TDevice>(this Tensor<T, TDevice> x, Tensor<long, TDevice> indices, int axis)
        where T : unmanaged
        where TDevice : struct, IDevice, IComputes<T>, IComputes<long> => Take(x, HostIndices.Narrow(indices), axis);

    /// <summary><c>Take</c> for an operation that has a destination.</summary>
    internal static Tensor<T, TDevice> Take<T, TDevice>(string operation, Tensor<T, TDevice> x, Tensor<int, TDevice> indices, int axis, Tensor<T, TDevice>? destination)
        where T : unmanaged
        where TDevice : struct, IDevice, IComputes<T>
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(indices);
        int position = Reduction.Axis(operation, x, axis);
        var aligned = new nint[x.Rank];
        Array.Fill(aligned, 1);
        aligned[position] = indices.Length;
        ReadOnlySpan<nint> sizes = x.Shape.AsSpan();
        var shape = new Shape([.. sizes[..position], .. indices.Shape.AsSpan(), .. sizes[(position + 1)..]]);
        Destination.Check(operation, shape, destination);
        Tensor<int, TDevice> line = (indices.IsContiguous ? indices : indices.Clone()).Reshape(aligned);
        if (destination is { IsContiguous: true } && !destination.SharesMemoryWith(x) && !destination.SharesMemoryWith(indices))
        {
            Run(operation, x, line, position, destination.Reshape([.. sizes[..position], indices.Length, .. sizes[(position + 1)..]]));
            return destination;
        }

        Tensor<T, TDevice> taken = Run(operation, x, line, position, null);
        if (destination is null)
        {
            return taken.Reshape(shape);
        }

        destination.CopyFrom(taken.Reshape(shape));
        taken.Dispose();
        return destination;
    }

    private static Tensor<T, TDevice> Run<T, TDevice>(string operation, Tensor<T, TDevice> x, Tensor<int, TDevice> indices, int axis, Tensor<T, TDevice>? destination)
        where T : unmanaged
        where TDevice : struct, IDevice, IComputes<T>
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(indices);
        int position = Reduction.Axis(operation, x, axis);
        Shape common = IndexedRows.Common(operation, x, indices, position);
        Tensor<T, TDevice> result = destination ?? Tensor<T, TDevice>.Empty(IndexedRows.WithLength(common, position, indices.Shape[position]));
        if (result.Length == 0)
        {
            return result;
        }

        if (x.Shape[position] == 0)
        {
            throw new ShapeException($"{operation}: axis {axis} of shape {x.Shape} has no elements to index.");
        }

        HostIndices.Check(operation, indices, x.Shape, position);
        Tensor<T, TDevice> rows = IndexedRows.Stretch(x, common, position).Transpose(position, -1), results = result.Transpose(position, -1);
        Tensor<int, TDevice> places = IndexedRows.Stretch(indices, common, position).Transpose(position, -1);
        var stack = Stack.Of(kept: 2, trailing: 1, rows, places, results);
        foreach (TensorIndex[] place in stack.Places)
        {
            Tensor<T, TDevice> to = stack.At(place, results, 1);
            (GridSize grid, bool across) = IndexedRows.Grid(to);
            IndexKernels.Take(grid, stack.At(place, rows, 1), stack.At(place, places, 1), to, across);
        }

        return result;
    }
}
