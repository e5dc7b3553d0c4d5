namespace TypedTensors;

/// <summary>Class numbers as rows in which one element stands out.</summary>
public static class OneHots
{
    /// <summary>For each index a row with a one at it and zeros elsewhere, as <see cref="long"/>: PyTorch's <c>one_hot</c>.</summary>
    /// <param name="indices">The indices, of any shape. A negative one counts from the end, as in ONNX; PyTorch refuses it.</param>
    /// <param name="classes">The length of the rows.</param>
    /// <returns>A new tensor with one axis more, the last.</returns>
    /// <remarks>The processor looks at all indices first; other devices do not look, and an index outside of the row gives a row of zeros there.</remarks>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="classes"/> is negative.</exception>
    /// <exception cref="IndexOutOfRangeException">An index is outside of the row; found on the processor only.</exception>
    /// <exception cref="ShapeException">The rank is 8 already.</exception>
    [Copies]
    public static Tensor<long, TDevice> OneHot<TDevice>(this Tensor<int, TDevice> indices, int classes)
        where TDevice : struct, IDevice, IComputes<long> => OneHot(indices, classes, 1L);

    /// <inheritdoc cref="OneHot{TDevice}(Tensor{int, TDevice}, int)"/>
    [Copies]
    public static Tensor<long, TDevice> OneHot<TDevice>(this Tensor<long, TDevice> indices, int classes)
        where TDevice : struct, IDevice, IComputes<long> => OneHot(HostIndices.Narrow(indices), classes, 1L);

    /// <summary>For each index a row with one value at it and another elsewhere: ONNX's <c>OneHot</c>. The values' type is that of the result: <c>OneHot(10, 1f)</c>.</summary>
    /// <param name="indices">The indices, of any shape. A negative one counts from the end.</param>
    /// <param name="classes">The length of the rows.</param>
    /// <param name="on">The value at the index.</param>
    /// <param name="off">The value elsewhere.</param>
    /// <returns>A new tensor with one axis more, the last.</returns>
    /// <remarks>The processor looks at all indices first; other devices do not look, and an index outside of the row gives a row without <paramref name="on"/> there.</remarks>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="classes"/> is negative.</exception>
    /// <exception cref="IndexOutOfRangeException">An index is outside of the row; found on the processor only.</exception>
    /// <exception cref="ShapeException">The rank is 8 already.</exception>
    [Copies]
    public static Tensor<T, TDevice> OneHot<T, TDevice>(this Tensor<int, TDevice> indices, int classes, T on, T off = default)
        where T : unmanaged
        where TDevice : struct, IDevice, IComputes<T>
    {
        ArgumentNullException.ThrowIfNull(indices);
        ArgumentOutOfRangeException.ThrowIfNegative(classes);
        if (indices.Rank == Shape.MaxRank)
        {
            throw new ShapeException($"OneHot: indices of shape {indices.Shape} have {indices.Rank} axes, the most there can be; the rows need one more.");
        }

        HostIndices.Check(nameof(OneHot), indices, new Shape(classes), 0);
        Tensor<int, TDevice> column = indices.Unsqueeze(-1);

        // An index from the end is the same row's index from the beginning, less its length.
        Tensor<int, TDevice> fromStart = Tensor<int, TDevice>.Arange(classes), fromEnd = Tensor<int, TDevice>.Arange(-classes, 0);
        return column.Equal(fromStart).LogicalOr(column.Equal(fromEnd)).Where(on, off);
    }
}
