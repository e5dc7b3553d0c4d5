using System.Numerics;

namespace TypedTensors;

/// <summary>What all reductions share: which axes go, what the result's shape is, and the rows of elements that become one each.</summary>
internal static class AxisReduction
{
    /// <summary>Reduces the given axes, or all if none are given.</summary>
    /// <param name="operation">The operation's name, for messages.</param>
    /// <param name="source">The tensor.</param>
    /// <param name="axes">The axes; negative ones count from the end.</param>
    /// <param name="keepDims">Whether the reduced axes stay with length 1.</param>
    /// <param name="reduce">From the elements of one row to its result.</param>
    /// <exception cref="ShapeException">An axis is out of range or given twice.</exception>
    public static Tensor<TResult, Cpu> Run<T, TResult>(
        string operation, Tensor<T, Cpu> source, ReadOnlySpan<int> axes, bool keepDims, Func<ReadOnlySpan<T>, TResult> reduce)
        where T : unmanaged
        where TResult : unmanaged
    {
        ArgumentNullException.ThrowIfNull(source);
        uint mask = AxisMask(operation, source, axes);
        Span<int> order = stackalloc int[source.Rank];
        Span<nint> kept = stackalloc nint[source.Rank], shape = stackalloc nint[source.Rank];
        int keptCount = 0, rank = 0;
        for (int axis = 0; axis < source.Rank; axis++)
        {
            bool isReduced = (mask & (1u << axis)) != 0;
            if (!isReduced)
            {
                order[keptCount] = axis;
                kept[keptCount++] = source.Shape[axis];
            }

            if (!isReduced || keepDims)
            {
                shape[rank++] = isReduced ? 1 : source.Shape[axis];
            }
        }

        for (int axis = 0, next = keptCount; axis < source.Rank; axis++)
        {
            if ((mask & (1u << axis)) != 0)
            {
                order[next++] = axis;
            }
        }

        nint rows = new Shape(kept[..keptCount]).Length;
        Tensor<TResult, Cpu> result = Tensor<TResult, Cpu>.Empty(shape[..rank]);
        if (rows == 0)
        {
            return result;
        }

        Tensor<T, Cpu> rowsLast = source.Permute(order);
        Tensor<T, Cpu> contiguous = rowsLast.IsContiguous ? rowsLast : rowsLast.Clone();
        nint length = source.Length / rows;
        Tensor<T, Cpu> matrix = contiguous.Reshape(rows, length);
        Tensor<TResult, Cpu> results = result.Reshape(rows);

        // A span for as many rows as it can hold: a view for each row would cost more than a short row's sum.
        nint step = Math.Max(1, int.MaxValue / Math.Max(length, 1));
        for (nint first = 0; first < rows; first += step)
        {
            var piece = new Slice(first, Math.Min(first + step, rows));
            ReadOnlySpan<T> elements = matrix[piece, ..].AsReadOnlySpan();
            Span<TResult> reduced = results[piece].AsSpan();
            for (int row = 0; row < reduced.Length; row++)
            {
                reduced[row] = reduce(elements.Slice(row * (int)length, (int)length));
            }
        }

        return result;
    }

    /// <summary>Refuses an empty row to an operation that has no result for it.</summary>
    /// <exception cref="InvalidOperationException">The row is empty.</exception>
    public static void RequireElements<T>(string operation, ReadOnlySpan<T> row)
    {
        if (row.IsEmpty)
        {
            throw new InvalidOperationException($"{operation}: no elements to reduce, and {operation} of nothing has no value.");
        }
    }

    /// <summary>The position of an axis, which may be counted from the end.</summary>
    /// <exception cref="ShapeException">The axis is out of range.</exception>
    public static int CheckAxis(string operation, Tensor source, int axis)
    {
        int position = axis < 0 ? axis + source.Rank : axis;
        return (uint)position < (uint)source.Rank
            ? position
            : throw new ShapeException($"{operation}: axis {axis} is out of range for shape {source.Shape} of rank {source.Rank}.");
    }

    private static uint AxisMask(string operation, Tensor source, ReadOnlySpan<int> axes)
    {
        if (axes.IsEmpty)
        {
            return (1u << source.Rank) - 1;
        }

        uint mask = 0;
        foreach (int axis in axes)
        {
            mask |= 1u << CheckAxis(operation, source, axis);
        }

        return BitOperations.PopCount(mask) == axes.Length
            ? mask
            : throw new ShapeException($"{operation}: an axis is given twice for shape {source.Shape}.");
    }
}
