namespace TypedTensors;

/// <summary>NumPy's broadcasting: shapes are aligned at their last axes, and an axis of length 1 stretches to any length.</summary>
internal static class Broadcasting
{
    /// <summary>The shape that two shapes broadcast to.</summary>
    /// <exception cref="ShapeException">Two lengths differ and neither is 1.</exception>
    public static Shape Combine(string operation, in Shape left, in Shape right)
    {
        if (left == right || right.Rank == 0)
        {
            return left;
        }

        if (left.Rank == 0)
        {
            return right;
        }

        int rank = Math.Max(left.Rank, right.Rank);
        Span<nint> sizes = stackalloc nint[rank];
        for (int axis = 0; axis < rank; axis++)
        {
            nint a = SizeAt(left, axis - (rank - left.Rank));
            nint b = SizeAt(right, axis - (rank - right.Rank));
            if (a != b && a != 1 && b != 1)
            {
                throw new ShapeException($"{operation}: shapes {left} and {right} do not broadcast: axis {axis} is {a} against {b}.");
            }

            sizes[axis] = a == 1 ? b : a;
        }

        return new Shape(sizes);
    }

    /// <summary>A layout stretched to a shape: broadcast axes get stride 0.</summary>
    /// <exception cref="ShapeException">The layout's shape does not broadcast to <paramref name="shape"/>.</exception>
    public static Layout Stretch(string operation, in Layout layout, in Shape shape)
    {
        if (layout.Shape == shape)
        {
            return layout;
        }

        int lead = shape.Rank - layout.Shape.Rank;
        if (lead < 0)
        {
            throw new ShapeException($"{operation}: shape {layout.Shape} does not broadcast to {shape}, which has fewer axes.");
        }

        Span<nint> strides = stackalloc nint[shape.Rank];
        for (int axis = 0; axis < shape.Rank; axis++)
        {
            nint size = SizeAt(layout.Shape, axis - lead);
            if (size != shape[axis] && size != 1)
            {
                throw new ShapeException($"{operation}: shape {layout.Shape} does not broadcast to {shape}: axis {axis} is {size} against {shape[axis]}.");
            }

            strides[axis] = axis < lead || size == 1 ? 0 : layout.Strides[axis - lead];
        }

        return new Layout(shape, strides, layout.Offset);
    }

    private static nint SizeAt(in Shape shape, int axis) => axis < 0 ? 1 : shape[axis];
}
