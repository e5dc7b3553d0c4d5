namespace TypedTensors;

/// <summary>Applies the entries of an indexer to a layout.</summary>
internal static class LayoutIndexing
{
    private const string Operation = "Indexer";

    /// <summary>The layout of <c>tensor[indices]</c>.</summary>
    /// <exception cref="ShapeException">There are more indices than axes, two ellipses, or the result's rank is above 8.</exception>
    /// <exception cref="IndexOutOfRangeException">A position or range lies outside its axis.</exception>
    public static Layout Apply(in Layout layout, ReadOnlySpan<TensorIndex> indices)
    {
        int consumed = 0, ellipses = 0, added = 0;
        foreach (ref readonly TensorIndex index in indices)
        {
            consumed += index.Kind is TensorIndexKind.Ellipsis or TensorIndexKind.NewAxis ? 0 : 1;
            ellipses += index.Kind == TensorIndexKind.Ellipsis ? 1 : 0;
            added += index.Kind == TensorIndexKind.NewAxis ? 1 : index.Kind == TensorIndexKind.Position ? -1 : 0;
        }

        int rank = layout.Shape.Rank;
        if (consumed > rank || ellipses > 1)
        {
            throw new ShapeException(ellipses > 1
                ? $"{Operation}: only one ellipsis is allowed for shape {layout.Shape}."
                : $"{Operation}: {consumed} indices for shape {layout.Shape} of rank {rank}.");
        }

        if (rank + added > Shape.MaxRank)
        {
            throw new ShapeException($"{Operation}: the result would have rank {rank + added}, above the highest supported rank, {Shape.MaxRank}.");
        }

        Span<nint> sizes = stackalloc nint[rank + added], strides = stackalloc nint[rank + added];
        nint offset = layout.Offset;
        int axis = 0, target = 0;
        foreach (ref readonly TensorIndex index in indices)
        {
            switch (index.Kind)
            {
                case TensorIndexKind.NewAxis:
                    sizes[target] = 1;
                    strides[target++] = 0;
                    break;
                case TensorIndexKind.Ellipsis:
                    for (int whole = rank - consumed; whole > 0; whole--)
                    {
                        sizes[target] = layout.Shape[axis];
                        strides[target++] = layout.Strides[axis++];
                    }

                    break;
                case TensorIndexKind.Position:
                    offset += Position(index, layout.Shape, axis) * layout.Strides[axis];
                    axis++;
                    break;
                default:
                    (nint start, nint length) = index.Kind == TensorIndexKind.Range ? Range(index, layout.Shape, axis) : Slice(index, layout.Shape[axis]);
                    offset += length == 0 ? 0 : start * layout.Strides[axis];
                    sizes[target] = length;
                    strides[target++] = layout.Strides[axis++] * index.Step;
                    break;
            }
        }

        for (; axis < rank; axis++)
        {
            sizes[target] = layout.Shape[axis];
            strides[target++] = layout.Strides[axis];
        }

        return new Layout(new Shape(sizes), strides, offset);
    }

    /// <summary>The storage index of one element.</summary>
    /// <exception cref="ShapeException">The number of indices is not the rank.</exception>
    /// <exception cref="IndexOutOfRangeException">An index lies outside its axis.</exception>
    public static nint Element(in Layout layout, ReadOnlySpan<nint> indices)
    {
        if (indices.Length != layout.Shape.Rank)
        {
            throw new ShapeException(
                $"{Operation}: {indices.Length} indices for shape {layout.Shape} of rank {layout.Shape.Rank}; an element needs one for each axis. For a view, write a range for the others: t[0, ..].");
        }

        nint offset = layout.Offset;
        for (int axis = 0; axis < indices.Length; axis++)
        {
            offset += Position(indices[axis], layout.Shape, axis) * layout.Strides[axis];
        }

        return offset;
    }

    private static nint Position(in TensorIndex index, in Shape shape, int axis)
    {
        nint size = shape[axis];
        nint position = index.StartFromEnd ? size - index.Start : index.Start;
        return (nuint)position < (nuint)size ? position : throw new IndexOutOfRangeException(
            $"{Operation}: index {(index.StartFromEnd ? "^" : string.Empty)}{index.Start} is outside axis {axis} of shape {shape}, which is {size} long.{(position < 0 && !index.StartFromEnd ? $" Write ^{-position} to count from the end." : string.Empty)}");
    }

    private static (nint Start, nint Length) Range(in TensorIndex index, in Shape shape, int axis)
    {
        nint size = shape[axis];
        nint start = index.StartFromEnd ? size - index.Start : index.Start;
        nint stop = index.StopFromEnd ? size - index.Stop!.Value : index.Stop!.Value;
        return start >= 0 && start <= stop && stop <= size ? (start, stop - start) : throw new IndexOutOfRangeException(
            $"{Operation}: range {(index.StartFromEnd ? "^" : string.Empty)}{index.Start}..{(index.StopFromEnd ? "^" : string.Empty)}{index.Stop} is outside axis {axis} of shape {shape}, which is {size} long. A Slice is clipped instead, as in NumPy.");
    }

    private static (nint Start, nint Length) Slice(in TensorIndex index, nint size)
    {
        nint step = index.Step;
        nint lowest = step > 0 ? 0 : -1, highest = step > 0 ? size : size - 1;
        nint start = index.HasStart ? Clip(index.Start, size, lowest, highest) : step > 0 ? lowest : highest;
        nint stop = index.Stop is { } given ? Clip(given, size, lowest, highest) : step > 0 ? highest : lowest;
        nint distance = step > 0 ? stop - start : start - stop;
        nint stride = step > 0 ? step : -step;
        return distance <= 0 ? (0, 0) : (start, ((distance - 1) / stride) + 1);
    }

    private static nint Clip(nint position, nint size, nint lowest, nint highest) =>
        Math.Clamp(position < 0 ? position + size : position, lowest, highest);
}
