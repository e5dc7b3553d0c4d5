namespace TypedTensors;

/// <summary>Vectors that stand for symbols.</summary>
public static class Embeddings
{
    /// <summary>The row of a table for each index, <c>result[i, ...] = table[indices[i], ...]</c> (PyTorch's <c>embedding</c>).</summary>
    /// <param name="table">The vectors, of shape [symbols, ...] and any layout.</param>
    /// <param name="indices">The symbols, of any shape.</param>
    /// <param name="destination">Where to write, of any layout; null allocates. It may overlap the operands: the result is as if they had been copied before.</param>
    /// <returns>The tensor written, in whose shape that of the indices stands in place of the table's first axis.</returns>
    /// <remarks><c>Take</c> along axis 0, except that a negative index is an error. The processor looks at all indices first; other devices do not look, and read the nearest row.</remarks>
    /// <exception cref="ShapeException">The table has no axes or no rows, the result would have too many axes, or the destination has another shape.</exception>
    /// <exception cref="InvalidOperationException">The destination is read-only.</exception>
    /// <exception cref="IndexOutOfRangeException">An index is no row; found on the processor only.</exception>
    [Copies]
    public static Tensor<T, TDevice> Embedding<T, TDevice>(this Tensor<T, TDevice> table, Tensor<long, TDevice> indices, [Mutates] Tensor<T, TDevice>? destination = null)
        where T : unmanaged
        where TDevice : struct, IDevice, IComputes<T>, IComputes<long>
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(indices);
        if (table.Rank == 0 || (table.Shape[0] == 0 && indices.Length > 0) || table.Rank - 1 + indices.Rank > Shape.MaxRank)
        {
            throw new ShapeException($"Embedding: a table of shape {table.Shape} does not fit indices of shape {indices.Shape}: it needs rows, and the result at most {Shape.MaxRank} axes.");
        }

        if (Processor.Holds(indices, out Tensor<long, Cpu>? own) && own.Length > 0 && own.Min().Item() is < 0 and long least)
        {
            throw new IndexOutOfRangeException($"Embedding: index {least} is no row of shape {table.Shape}.");
        }

        return Gathering.Take(nameof(Embedding), table, HostIndices.Narrow(indices), 0, destination);
    }
}
