using TypedTensors.Kernels;

namespace TypedTensors;

/// <summary>Elements in order. NaN is after everything else, as in NumPy; in descending order it is before, as in PyTorch.</summary>
/// <remarks>Complex numbers are in the order of their real parts, and where these are equal of their imaginary ones, as in NumPy.</remarks>
public static class Sorting
{
    /// <summary>The elements in order along an axis: NumPy's <c>sort</c>, and the values of PyTorch's.</summary>
    /// <param name="x">The tensor, of any layout.</param>
    /// <param name="axis">The axis; a negative one counts from the end.</param>
    /// <param name="descending">Whether the largest comes first.</param>
    /// <param name="destination">Where to write; null allocates a tensor. <paramref name="x"/> itself is sorted in place.</param>
    /// <returns>The tensor written, of the same shape.</returns>
    /// <remarks>-0 is before 0; false before true. Takes time with the number of elements and the bits of one, not with their values.</remarks>
    /// <exception cref="ShapeException">The axis is out of range (a scalar has none), or the destination has another shape.</exception>
    /// <exception cref="InvalidOperationException">The destination is read-only.</exception>
    [Copies]
    public static Tensor<T, Cpu> Sort<T>(this Tensor<T, Cpu> x, int axis = -1, bool descending = false, [Mutates] Tensor<T, Cpu>? destination = null)
        where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(x);
        int position = Reduction.Axis(nameof(Sort), x, axis);
        if (destination is not null && destination.Shape != x.Shape)
        {
            throw new ShapeException($"Sort: the result has shape {x.Shape}, which does not fit the destination's shape {destination.Shape}.");
        }

        if (Dtypes.IsComplex(x.Dtype))
        {
            Tensor<T, Cpu> ordered = HostLanes.Take(x, ArgSort(nameof(Sort), x, position, descending), position);
            destination?.CopyFrom(ordered);
            return destination ?? ordered;
        }

        bool isDirect = destination is { IsContiguous: true, IsReadOnly: false } && position == x.Rank - 1 && !destination.SharesMemoryWith(x);
        Tensor<T, Cpu> lanes = x.Transpose(position, -1), sorted = isDirect ? destination! : Tensor<T, Cpu>.Empty(lanes.Shape);
        HostSort.Values(lanes, sorted, descending);
        if (isDirect)
        {
            return sorted;
        }

        if (destination is null)
        {
            return HostLanes.Back(sorted, position);
        }

        destination.CopyFrom(sorted.Transpose(position, -1));
        return destination;
    }

    /// <summary>Where the elements stand that follow one another in order along an axis: NumPy's and PyTorch's <c>argsort</c>.</summary>
    /// <param name="x">The tensor, of any layout.</param>
    /// <param name="axis">The axis; a negative one counts from the end.</param>
    /// <param name="descending">Whether the largest comes first.</param>
    /// <returns>A new tensor of the same shape; <c>x.TakeAlongAxis(indices, axis)</c> are the elements in order.</returns>
    /// <remarks>
    /// Always stable, which costs nothing here: equal elements keep the order they have, descending too, and so do all NaN; the two zeros are equal.
    /// </remarks>
    /// <exception cref="ShapeException">The axis is out of range; a scalar has none.</exception>
    [Copies]
    public static Tensor<long, Cpu> ArgSort<T>(this Tensor<T, Cpu> x, int axis = -1, bool descending = false)
        where T : unmanaged => ArgSort(nameof(ArgSort), x, axis, descending);

    /// <summary>The largest elements along an axis, or the smallest, and where they stand: PyTorch's <c>topk</c>.</summary>
    /// <param name="x">The tensor, of any layout.</param>
    /// <param name="count">How many.</param>
    /// <param name="axis">The axis; a negative one counts from the end.</param>
    /// <param name="largest">Whether the largest, rather than the smallest.</param>
    /// <returns>The elements, the best first, and their indices along the axis; the first of equal ones first. NaN is larger than everything else, as in PyTorch.</returns>
    /// <remarks>A few of a long row are selected without sorting it.</remarks>
    /// <exception cref="ShapeException">The axis is out of range, or has fewer elements than are asked for.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is negative.</exception>
    [Copies]
    public static (Tensor<T, Cpu> Values, Tensor<long, Cpu> Indices) TopK<T>(this Tensor<T, Cpu> x, nint count, int axis = -1, bool largest = true)
        where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        int position = Reduction.Axis(nameof(TopK), x, axis);
        if (count > x.Shape[position])
        {
            throw new ShapeException($"TopK: axis {axis} of shape {x.Shape} has {x.Shape[position]} elements, fewer than the {count} asked for.");
        }

        Tensor<long, Cpu> indices = Dtypes.IsComplex(x.Dtype) || !HostSelection.IsSooner(count, x.Shape[position])
            ? Parts.Along(ArgSort(nameof(TopK), x, position, largest), position, 0, count).Clone()
            : Select(x, count, position, largest);
        return (HostLanes.Take(x, indices, position), indices);
    }

    private static Tensor<long, Cpu> Select<T>(Tensor<T, Cpu> x, nint count, int axis, bool largest)
        where T : unmanaged
    {
        Tensor<T, Cpu> lanes = x.Transpose(axis, -1);
        Tensor<long, Cpu> places = Tensor<long, Cpu>.Empty([.. lanes.Shape.AsSpan()[..^1], count]);
        HostSelection.Places(lanes, places, largest);
        return HostLanes.Back(places, axis);
    }

    internal static Tensor<long, Cpu> ArgSort<T>(string operation, Tensor<T, Cpu> x, int axis, bool descending)
        where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(x);
        int position = Reduction.Axis(operation, x, axis);
        if (ComplexOrder.Places(x, position, descending) is { } order)
        {
            return order;
        }

        Tensor<T, Cpu> lanes = x.Transpose(position, -1);
        Tensor<long, Cpu> places = Tensor<long, Cpu>.Empty(lanes.Shape);
        HostSort.Places(lanes, places, descending);
        return HostLanes.Back(places, position);
    }
}
