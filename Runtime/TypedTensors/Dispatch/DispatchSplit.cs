namespace TypedTensors.Dispatch;

/// <summary>Decides along which axis an operation must be cut so that one dispatch can do each part.</summary>
internal static class DispatchSplit
{
    /// <summary>The most elements of one dispatch: with the threads' stride added a few times over, the counter must not wrap.</summary>
    public const nint LargestLength = 1 << 30;

    /// <summary>Indices within a binding are 32-bit and signed.</summary>
    private const nint LargestIndex = int.MaxValue;

    /// <summary>The axis to cut in two, or -1 if one dispatch does it all.</summary>
    /// <param name="nest">The operation.</param>
    /// <param name="sizes">The bytes of an element of each operand on the device; 0 for one that is not in memory.</param>
    /// <param name="maxRank">The most axes of a dispatch.</param>
    /// <param name="limits">What the device can reach.</param>
    public static int Axis(in DispatchNest nest, ReadOnlySpan<int> sizes, int maxRank, in DispatchLimits limits)
    {
        if (nest.Rank > maxRank)
        {
            return SmallestAxis(nest);
        }

        if (nest.Length > LargestLength)
        {
            return LargestAxis(nest);
        }

        for (int operand = 0; operand < sizes.Length; operand++)
        {
            if (sizes[operand] != 0 && !Fits(nest, operand, sizes[operand], limits))
            {
                return FarthestAxis(nest, operand);
            }
        }

        return -1;
    }

    /// <summary>The first byte of the binding that covers an operand.</summary>
    public static nint WindowStart(nint firstElement, int size, in DispatchLimits limits) =>
        limits.OffsetAlignment == 0 ? 0 : firstElement * size & -limits.OffsetAlignment;

    private static bool Fits(in DispatchNest nest, int operand, int size, in DispatchLimits limits)
    {
        (nint first, nint last) = nest.Extent(operand);
        nint start = WindowStart(first, size, limits);
        return ((last + 1) * size) - start <= limits.LargestBinding && last - (start / size) <= LargestIndex;
    }

    private static int SmallestAxis(in DispatchNest nest)
    {
        int best = -1;
        for (int axis = 0; axis < nest.Axes; axis++)
        {
            if (nest.Size(axis) > 1 && (best < 0 || nest.Size(axis) < nest.Size(best)))
            {
                best = axis;
            }
        }

        return best;
    }

    private static int LargestAxis(in DispatchNest nest)
    {
        int best = 0;
        for (int axis = 1; axis < nest.Axes; axis++)
        {
            best = nest.Size(axis) > nest.Size(best) ? axis : best;
        }

        return best;
    }

    private static int FarthestAxis(in DispatchNest nest, int operand)
    {
        int best = -1;
        nint farthest = 0;
        for (int axis = 0; axis < nest.Axes; axis++)
        {
            nint reach = Math.Abs(nest.Stride(operand, axis)) * (nest.Size(axis) - 1);
            if (reach > farthest)
            {
                (best, farthest) = (axis, reach);
            }
        }

        return best >= 0 ? best : throw new NotSupportedException("The device binds whole buffers, and this one is longer than a program can reach.");
    }
}
