namespace TypedTensors.Dispatch;

/// <summary>Decides where a reduction must be cut so that one dispatch, or two passes, can do each part.</summary>
internal static class ReductionSplit
{
    /// <summary>The most elements or results of a dispatch: with steps added, counters must not wrap.</summary>
    private const nint LargestLength = 1 << 30;

    /// <summary>The largest of the elements that accumulators are made of.</summary>
    private const int LargestComponent = 8;

    /// <summary>The words that the axes of a part take among the constants.</summary>
    public static int AxisWords(in ReductionPart part) => (3 * part.Kept.Rank) + (2 * part.Reduced.Rank) - 2;

    /// <summary>The axis that stays along which the results must be cut in two, or -1.</summary>
    public static int ResultAxis(in ReductionPart part, int size, int resultSize, int axisWords, in DispatchLimits limits)
    {
        if (AxisWords(part) > axisWords && part.Kept.ByLength(longest: false) is >= 0 and int shortest)
        {
            return shortest;
        }

        nint pieces = ReductionLanesPlan.Of(part).Pieces(part.Count);
        if (part.Outputs > LargestLength || part.Outputs * pieces * LargestComponent > limits.LargestBinding)
        {
            return part.Kept.ByLength(longest: true);
        }

        (nint first, nint last) = part.ResultExtent;
        if (!Fits(first, last, resultSize, limits))
        {
            return part.Kept.Farthest(part.Kept.ResultStrides);
        }

        // Between two passes the results stay together; so cut them here where they alone reach too far.
        (first, last) = part.SourceExtent;
        (nint low, nint high) = part.Kept.Reach(part.Kept.Strides);
        (nint lowReduced, nint highReduced) = part.Reduced.Reach(part.Reduced.Strides);
        bool reachesFarther = high - low >= highReduced - lowReduced || (high - low + 1) * size > limits.LargestBinding / 2;
        return !Fits(first, last, size, limits) && reachesFarther ? part.Kept.Farthest(part.Kept.Strides) : -1;
    }

    /// <summary>Whether the elements of each result must be cut in two.</summary>
    public static bool CutsElements(in ReductionPart part, int size, int axisWords, in DispatchLimits limits)
    {
        (nint first, nint last) = part.SourceExtent;
        bool isTooLong = part.Count > LargestLength || AxisWords(part) > axisWords || (part.Count > 0 && !Fits(first, last, size, limits));
        return isTooLong && (part.Count > 1
            ? true
            : throw new NotSupportedException("The device binds whole buffers, and this one is longer than a program can reach."));
    }

    private static bool Fits(nint first, nint last, int size, in DispatchLimits limits)
    {
        nint start = DispatchSplit.WindowStart(first, size, limits);
        return ((last + 1) * size) - start <= limits.LargestBinding && last - (start / size) <= int.MaxValue;
    }
}
