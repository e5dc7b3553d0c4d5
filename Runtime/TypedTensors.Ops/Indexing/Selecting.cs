using TypedTensors.Kernels;

namespace TypedTensors;

/// <summary>Elements picked by indices as PyTorch names it; <see cref="Gathering"/> has NumPy's names.</summary>
public static class Selecting
{
    /// <summary>For each index, the element there of the row that the index itself stands in: PyTorch's <c>gather</c>, ONNX's <c>GatherElements</c>.</summary>
    /// <param name="x">The tensor, of any layout.</param>
    /// <param name="axis">The axis that the indices run along; a negative one counts from the end.</param>
    /// <param name="indices">The indices, of the same rank, and along other axes at most as long as the tensor: what is beyond is not read. A negative one counts from the end.</param>
    /// <returns>A new tensor of the shape of the indices.</returns>
    /// <remarks>
    /// <c>result[i, j] = x[indices[i, j], j]</c> along axis 0. Nothing broadcasts; <c>TakeAlongAxis</c> does. The processor looks at all indices first; other devices do not
    /// look, and an index outside of the axis reads its nearest element there. Elements are copied bit by bit.
    /// </remarks>
    /// <exception cref="ShapeException">The axis is out of range, the ranks differ, another axis of the indices is longer, or there is nothing to index.</exception>
    /// <exception cref="IndexOutOfRangeException">An index is outside of the axis; found on the processor only.</exception>
    [Copies]
    public static Tensor<T, TDevice> Gather<T, TDevice>(this Tensor<T, TDevice> x, int axis, Tensor<int, TDevice> indices)
        where T : unmanaged
        where TDevice : struct, IDevice, IComputes<T> => Within(x, axis, indices).TakeAlongAxis(indices, axis);

    /// <inheritdoc cref="Gather{T, TDevice}(Tensor{T, TDevice}, int, Tensor{int, TDevice})"/>
    [Copies]
    public static Tensor<T, TDevice> Gather<T, TDevice>(this Tensor<T, TDevice> x, int axis, Tensor<long, TDevice> indices)
        where T : unmanaged
        where TDevice : struct, IDevice, IComputes<T>, IComputes<long> => Within(x, axis, indices).TakeAlongAxis(indices, axis);

    /// <summary>The slices of a tensor at indices along an axis: PyTorch's <c>index_select</c>, which is <c>Take</c> with indices of one axis.</summary>
    /// <param name="x">The tensor, of any layout.</param>
    /// <param name="axis">The axis that is indexed; a negative one counts from the end.</param>
    /// <param name="indices">The indices, of rank 1 or 0. A negative one counts from the end.</param>
    /// <returns>A new tensor of the same rank, along the axis as long as there are indices.</returns>
    /// <remarks>The processor looks at all indices first; other devices do not look, and an index outside of the axis reads its nearest element there.</remarks>
    /// <exception cref="ShapeException">The axis is out of range, the indices have several axes, or there is nothing to index.</exception>
    /// <exception cref="IndexOutOfRangeException">An index is outside of the axis; found on the processor only.</exception>
    [Copies]
    public static Tensor<T, TDevice> IndexSelect<T, TDevice>(this Tensor<T, TDevice> x, int axis, Tensor<int, TDevice> indices)
        where T : unmanaged
        where TDevice : struct, IDevice, IComputes<T> => x.Take(Line(x, indices, axis), axis);

    /// <inheritdoc cref="IndexSelect{T, TDevice}(Tensor{T, TDevice}, int, Tensor{int, TDevice})"/>
    [Copies]
    public static Tensor<T, TDevice> IndexSelect<T, TDevice>(this Tensor<T, TDevice> x, int axis, Tensor<long, TDevice> indices)
        where T : unmanaged
        where TDevice : struct, IDevice, IComputes<T>, IComputes<long> => x.Take(Line(x, indices, axis), axis);

    // Cuts off what no index's row reaches.
    private static Tensor<T, TDevice> Within<T, TDevice>(Tensor<T, TDevice> x, int axis, Tensor indices)
        where T : unmanaged
        where TDevice : struct, IDevice
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(indices);
        int position = Reduction.Axis("Gather", x, axis);
        if (x.Rank != indices.Rank)
        {
            throw new ShapeException($"Gather: indices of shape {indices.Shape} have another rank than shape {x.Shape}; they need one axis for each.");
        }

        if (x.Shape[position] == 0 && indices.Length > 0)
        {
            throw new ShapeException($"Gather: axis {axis} of shape {x.Shape} has no elements to index.");
        }

        var reached = new TensorIndex[x.Rank];
        for (int other = 0; other < x.Rank; other++)
        {
            if (other == position)
            {
                reached[other] = default(Slice);
                continue;
            }

            reached[other] = indices.Shape[other] <= x.Shape[other]
                ? new Slice(0, indices.Shape[other])
                : throw new ShapeException(
                    $"Gather: indices of shape {indices.Shape} go beyond shape {x.Shape}: axis {other} is {indices.Shape[other]} against {x.Shape[other]}. TakeAlongAxis broadcasts.");
        }

        return x[reached];
    }

    private static Tensor<TIndex, TDevice> Line<TIndex, TDevice>(Tensor x, Tensor<TIndex, TDevice> indices, int axis)
        where TIndex : unmanaged
        where TDevice : struct, IDevice
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(indices);
        if (x.Shape[Reduction.Axis("IndexSelect", x, axis)] == 0 && indices.Length > 0)
        {
            throw new ShapeException($"IndexSelect: axis {axis} of shape {x.Shape} has no elements to index.");
        }

        return indices.Rank switch
        {
            0 => indices.Unsqueeze(0),
            1 => indices,
            _ => throw new ShapeException($"IndexSelect: indices of shape {indices.Shape} have several axes; Take accepts any shape."),
        };
    }
}
