using TypedTensors.Reductions;

namespace TypedTensors.Dispatch;

/// <summary>Some results of a reduction and some of the elements that each is made of. Offsets and strides count elements.</summary>
/// <remarks>The axes are arranged and merged as the processor's own reductions arrange theirs.</remarks>
internal unsafe struct ReductionPart
{
    private DispatchAxes kept;
    private DispatchAxes reduced;

    /// <summary>The axes that stay; the last is the innermost.</summary>
    public readonly DispatchAxes Kept => kept;

    /// <summary>The axes that are taken away.</summary>
    public readonly DispatchAxes Reduced => reduced;

    /// <summary>The index of the first element.</summary>
    public nint Source { get; private set; }

    /// <summary>The index of the first result.</summary>
    public nint Result { get; private set; }

    /// <summary>The position of the first element among those of its result.</summary>
    public long FirstPosition { get; private set; }

    /// <summary>The number of results.</summary>
    public readonly nint Outputs => kept.Length;

    /// <summary>The number of elements of which each is made.</summary>
    public readonly nint Count => reduced.Length;

    /// <summary>The smallest and largest index of an element.</summary>
    public readonly (nint First, nint Last) SourceExtent
    {
        get
        {
            (nint lowKept, nint highKept) = kept.Reach(kept.Strides);
            (nint lowReduced, nint highReduced) = reduced.Reach(reduced.Strides);
            return (Source + lowKept + lowReduced, Source + highKept + highReduced);
        }
    }

    /// <summary>The smallest and largest index of a result.</summary>
    public readonly (nint First, nint Last) ResultExtent
    {
        get
        {
            (nint low, nint high) = kept.Reach(kept.ResultStrides);
            return (Result + low, Result + high);
        }
    }

    /// <summary>All of a reduction with at least one result.</summary>
    public static ReductionPart Arrange(Tensor source, Tensor result, uint axes, bool inOrder)
    {
        int size = Dtypes.SizeOf(source.Dtype), resultSize = Dtypes.SizeOf(result.Dtype);
        ReductionNest nest = ReductionNest.Arrange(
            source, (byte*)(source.Layout.Offset * size), result, (byte*)(result.Layout.Offset * resultSize), axes, inOrder);
        return new ReductionPart
        {
            kept = new DispatchAxes(nest.Kept, size, resultSize),
            reduced = new DispatchAxes(nest.Reduced, size, resultSize),
            Source = (nint)nest.Source / size,
            Result = (nint)nest.Result / resultSize,
        };
    }

    /// <summary>The same elements of those results only that are in a range of an axis.</summary>
    public readonly ReductionPart OfResults(int axis, nint start, nint length)
    {
        ReductionPart part = this;
        part.Source += start * kept.Strides[axis];
        part.Result += start * kept.ResultStrides[axis];
        part.kept.Sizes[axis] = length;
        return part;
    }

    /// <summary>Those elements only that are in a range of the outermost reduced axis along which there is a step, so that their positions follow one another.</summary>
    public readonly ReductionPart OfElements(nint start, nint length)
    {
        ReductionPart part = this;
        int axis = reduced.Outermost;
        part.Source += start * reduced.Strides[axis];
        part.FirstPosition += start * (Count / reduced.Sizes[axis]);
        part.reduced.Sizes[axis] = length;
        return part;
    }
}
