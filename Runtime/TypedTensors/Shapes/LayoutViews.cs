namespace TypedTensors;

/// <summary>The views of a tensor as functions from layout to layout; none of them touches an element.</summary>
internal static class LayoutViews
{
    /// <summary>The axis counted from the front; negative axes count from the end, as in NumPy.</summary>
    public static int NormalizeAxis(string operation, int axis, in Shape shape, int rank)
    {
        int normalized = axis < 0 ? axis + rank : axis;
        if ((uint)normalized >= (uint)rank)
        {
            throw new ShapeException($"{operation}: axis {axis} is out of range for shape {shape} of rank {shape.Rank}.");
        }

        return normalized;
    }

    /// <summary>The shape with a single -1 replaced by what the element count demands.</summary>
    public static Shape InferShape(string operation, in Shape from, ReadOnlySpan<nint> sizes)
    {
        int unknown = sizes.IndexOf(-1);
        if (unknown < 0 || sizes.Length > Shape.MaxRank)
        {
            return new Shape(sizes);
        }

        nint known = 1;
        for (int axis = 0; axis < sizes.Length; axis++)
        {
            if (axis != unknown)
            {
                known *= sizes[axis] >= 0 ? sizes[axis] : throw new ShapeException($"{operation}: {Shape.Format(sizes)} has a negative length; only one -1 is inferred.");
            }
        }

        if (known == 0 || from.Length % known != 0)
        {
            throw new ShapeException($"{operation}: {from.Length} elements of shape {from} do not fit {Shape.Format(sizes)}: -1 cannot be inferred.");
        }

        Span<nint> inferred = stackalloc nint[sizes.Length];
        sizes.CopyTo(inferred);
        inferred[unknown] = from.Length / known;
        return new Shape(inferred);
    }

    /// <summary>The same elements in another shape, where strides can say it.</summary>
    /// <returns>False if the elements would have to move.</returns>
    /// <exception cref="ShapeException">The element counts differ.</exception>
    public static bool TryReshape(string operation, in Layout layout, in Shape shape, out Layout result)
    {
        if (layout.Shape.Length != shape.Length)
        {
            throw new ShapeException($"{operation}: {layout.Shape.Length} elements of shape {layout.Shape} do not fit shape {shape} of {shape.Length} elements.");
        }

        if (layout.IsContiguous)
        {
            result = Layout.Contiguous(shape, layout.Offset);
            return true;
        }

        // From the last axis on, neighbouring source axes that step evenly through memory form one run. Every target axis must
        // come out of a single run; one that would straddle two has no stride.
        Span<nint> strides = stackalloc nint[shape.Rank];
        int source = layout.Shape.Rank - 1;
        nint remaining = 1, stride = 1;
        for (int axis = shape.Rank - 1; axis >= 0; axis--)
        {
            if (remaining == 1)
            {
                source = NextRun(layout, source, ref remaining, ref stride);
            }

            if (remaining % shape[axis] != 0)
            {
                result = default;
                return false;
            }

            strides[axis] = stride;
            stride *= shape[axis];
            remaining /= shape[axis];
        }

        result = new Layout(shape, strides, layout.Offset);
        return true;
    }

    /// <summary>Takes the run of evenly strided axes that ends at <paramref name="axis"/>; returns the axis before it.</summary>
    private static int NextRun(in Layout layout, int axis, ref nint length, ref nint stride)
    {
        while (axis >= 0 && layout.Shape[axis] == 1)
        {
            axis--;
        }

        if (axis < 0)
        {
            return axis;
        }

        length = layout.Shape[axis];
        stride = layout.Strides[axis--];
        while (axis >= 0 && (layout.Shape[axis] == 1 || layout.Strides[axis] == stride * length))
        {
            length *= layout.Shape[axis--];
        }

        return axis;
    }

    /// <summary>The axes in another order: result axis i is source axis <paramref name="axes"/>[i].</summary>
    public static Layout Permute(string operation, in Layout layout, ReadOnlySpan<int> axes)
    {
        int rank = layout.Shape.Rank;
        if (axes.Length != rank)
        {
            throw new ShapeException($"{operation}: {axes.Length} axes given for shape {layout.Shape} of rank {rank}.");
        }

        Span<nint> sizes = stackalloc nint[rank], strides = stackalloc nint[rank];
        uint seen = 0;
        for (int i = 0; i < rank; i++)
        {
            int axis = NormalizeAxis(operation, axes[i], layout.Shape, rank);
            if ((seen & (1u << axis)) != 0)
            {
                throw new ShapeException($"{operation}: axis {axes[i]} is given twice for shape {layout.Shape}.");
            }

            seen |= 1u << axis;
            sizes[i] = layout.Shape[axis];
            strides[i] = layout.Strides[axis];
        }

        return new Layout(new Shape(sizes), strides, layout.Offset);
    }

    /// <summary>The layout without the axes of a mask.</summary>
    public static Layout Remove(in Layout layout, uint axes)
    {
        Span<nint> sizes = stackalloc nint[Shape.MaxRank], strides = stackalloc nint[Shape.MaxRank];
        int rank = 0;
        for (int axis = 0; axis < layout.Shape.Rank; axis++)
        {
            if ((axes & (1u << axis)) == 0)
            {
                sizes[rank] = layout.Shape[axis];
                strides[rank++] = layout.Strides[axis];
            }
        }

        return new Layout(new Shape(sizes[..rank]), strides[..rank], layout.Offset);
    }

    /// <summary>The layout with an axis of length 1 put in before <paramref name="axis"/>.</summary>
    public static Layout Insert(string operation, in Layout layout, int axis)
    {
        int rank = layout.Shape.Rank + 1;
        if (rank > Shape.MaxRank)
        {
            throw new ShapeException($"{operation}: shape {layout.Shape} already has the highest supported rank, {Shape.MaxRank}.");
        }

        int position = NormalizeAxis(operation, axis, layout.Shape, rank);
        Span<nint> sizes = stackalloc nint[rank], strides = stackalloc nint[rank];
        for (int i = 0, from = 0; i < rank; i++)
        {
            sizes[i] = i == position ? 1 : layout.Shape[from];
            strides[i] = i == position ? 0 : layout.Strides[from++];
        }

        return new Layout(new Shape(sizes), strides, layout.Offset);
    }

    /// <summary>The layout with the axes of a mask read backwards.</summary>
    public static Layout Flip(in Layout layout, uint axes)
    {
        int rank = layout.Shape.Rank;
        Span<nint> strides = stackalloc nint[rank];
        nint offset = layout.Offset;
        for (int axis = 0; axis < rank; axis++)
        {
            bool flip = (axes & (1u << axis)) != 0;
            strides[axis] = flip ? -layout.Strides[axis] : layout.Strides[axis];
            offset += flip && layout.Shape.Length != 0 ? layout.Strides[axis] * (layout.Shape[axis] - 1) : 0;
        }

        return new Layout(layout.Shape, strides, offset);
    }

    /// <summary>The elements where two axes have equal indices (plus an offset) as a new last axis.</summary>
    public static Layout Diagonal(string operation, in Layout layout, nint diagonal, int axis1, int axis2)
    {
        int rank = layout.Shape.Rank;
        if (rank < 2)
        {
            throw new ShapeException($"{operation}: shape {layout.Shape} has fewer than two axes.");
        }

        int row = NormalizeAxis(operation, axis1, layout.Shape, rank), column = NormalizeAxis(operation, axis2, layout.Shape, rank);
        if (row == column)
        {
            throw new ShapeException($"{operation}: axes {axis1} and {axis2} are the same axis of shape {layout.Shape}.");
        }

        nint rows = layout.Shape[row], columns = layout.Shape[column];
        nint length = Math.Max(0, diagonal >= 0 ? Math.Min(rows, columns - diagonal) : Math.Min(rows + diagonal, columns));
        nint start = length == 0 ? 0 : diagonal >= 0 ? diagonal * layout.Strides[column] : -diagonal * layout.Strides[row];
        Layout rest = Remove(layout, (1u << row) | (1u << column));

        Span<nint> sizes = stackalloc nint[rank - 1], strides = stackalloc nint[rank - 1];
        rest.Shape.AsSpan().CopyTo(sizes);
        rest.Strides.CopyTo(strides);
        sizes[^1] = length;
        strides[^1] = layout.Strides[row] + layout.Strides[column];
        return new Layout(new Shape(sizes), strides, layout.Offset + start);
    }
}
