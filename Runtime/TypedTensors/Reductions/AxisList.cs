namespace TypedTensors.Reductions;

/// <summary>The axes that a reduction takes away, as callers give them.</summary>
internal static class AxisList
{
    /// <summary>The axes as bits; all of them if none are given.</summary>
    /// <exception cref="ShapeException">An axis is out of range or given twice.</exception>
    public static uint Mask(string operation, in Shape shape, ReadOnlySpan<int> axes)
    {
        if (axes.IsEmpty)
        {
            return (1u << shape.Rank) - 1;
        }

        uint mask = 0;
        foreach (int axis in axes)
        {
            uint bit = 1u << Position(operation, shape, axis);
            if ((mask & bit) != 0)
            {
                throw new ShapeException($"{operation}: an axis is given twice for shape {shape}.");
            }

            mask |= bit;
        }

        return mask;
    }

    /// <summary>The position of an axis, which may be counted from the end.</summary>
    /// <exception cref="ShapeException">The axis is out of range.</exception>
    public static int Position(string operation, in Shape shape, int axis)
    {
        int position = axis < 0 ? axis + shape.Rank : axis;
        return (uint)position < (uint)shape.Rank
            ? position
            : throw new ShapeException($"{operation}: axis {axis} is out of range for shape {shape} of rank {shape.Rank}.");
    }

    /// <summary>The shape that is left.</summary>
    public static Shape Reduce(in Shape shape, uint mask, bool keepDims)
    {
        Span<nint> sizes = stackalloc nint[Shape.MaxRank];
        int rank = 0;
        for (int axis = 0; axis < shape.Rank; axis++)
        {
            bool isReduced = (mask & (1u << axis)) != 0;
            if (!isReduced || keepDims)
            {
                sizes[rank++] = isReduced ? 1 : shape[axis];
            }
        }

        return new Shape(sizes[..rank]);
    }
}
