namespace TypedTensors.FourierTransforms;

/// <summary>Where the lines along an axis of two tensors begin, in C order of the other axes, which are of equal length.</summary>
internal readonly struct LineOffsets
{
    private readonly Dimensions sizes;
    private readonly Dimensions sourceStrides;
    private readonly Dimensions targetStrides;
    private readonly int rank;

    /// <summary>The lines of two layouts.</summary>
    /// <param name="source">The layout that is read.</param>
    /// <param name="sourceScale">By what its strides are multiplied.</param>
    /// <param name="target">The layout that is written.</param>
    /// <param name="targetScale">By what its strides are multiplied.</param>
    /// <param name="axis">The axis of the lines.</param>
    public LineOffsets(in Layout source, nint sourceScale, in Layout target, nint targetScale, int axis)
    {
        Count = 1;
        for (int other = 0; other < source.Shape.Rank; other++)
        {
            if (other != axis)
            {
                sizes[rank] = source.Shape[other];
                sourceStrides[rank] = source.Strides[other] * sourceScale;
                targetStrides[rank] = target.Strides[other] * targetScale;
                Count *= source.Shape[other];
                rank++;
            }
        }
    }

    /// <summary>The number of lines.</summary>
    public nint Count { get; }

    /// <summary>Where a line begins in either layout.</summary>
    public (nint Source, nint Target) Of(nint line)
    {
        nint source = 0, target = 0;
        for (int axis = rank - 1; axis >= 0; axis--)
        {
            (line, nint position) = Math.DivRem(line, sizes[axis]);
            source += position * sourceStrides[axis];
            target += position * targetStrides[axis];
        }

        return (source, target);
    }
}
