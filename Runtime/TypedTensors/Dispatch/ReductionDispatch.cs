using TypedTensors.Kernels;

namespace TypedTensors.Dispatch;

/// <summary>Turns a reduction into dispatches of its program: one, or a pass that leaves partial accumulators and one that combines them.</summary>
internal ref struct ReductionDispatch<TDevice, TKernel, TSink>
    where TDevice : struct, IDevice
    where TKernel : struct, IDeviceReduction
    where TSink : struct, IReductionSink
{
    private const int Source = 0, Result = 1, FirstPartial = 2;

    private readonly Tensor source;
    private readonly Tensor result;
    private readonly DispatchLimits limits;
    private readonly Span<uint> constants;
    private readonly int bases;
    private readonly BindingWindow[] windows = new BindingWindow[FirstPartial + TKernel.Components];
    private readonly ref TSink sink;

    private ReductionDispatch(Tensor source, Tensor result, in DispatchLimits limits, Span<uint> constants, int bases, ref TSink sink)
    {
        (this.source, this.result, this.limits, this.bases) = (source, result, limits, bases);
        this.constants = constants;
        this.sink = ref sink;
    }

    private readonly int Axes => bases + 2;

    private readonly int AxisWords => ReductionConstants<TKernel>.Words - Axes;

    /// <summary>Runs a reduction over operands that have been checked, with at least one result.</summary>
    public static void Run(Tensor source, Tensor result, uint axes, ReadOnlySpan<KernelOperand> scalars, in DispatchLimits limits, ref TSink sink)
    {
        Span<uint> constants = stackalloc uint[ReductionConstants<TKernel>.Words];
        constants.Clear();
        ReductionPart part = ReductionPart.Arrange(source, result, axes, TKernel.UsesPositions);
        int bases = ReductionConstants<TKernel>.WriteScalars(source.Dtype, part.Count, scalars, constants);
        new ReductionDispatch<TDevice, TKernel, TSink>(source, result, limits, constants, bases, ref sink).Run(part);
    }

    private readonly void Run(in ReductionPart part)
    {
        int axis = ReductionSplit.ResultAxis(part, limits.SizeOf(source.Dtype), limits.SizeOf(result.Dtype), AxisWords, limits);
        if (axis < 0)
        {
            RunTogether(part);
            return;
        }

        nint size = part.Kept.Sizes[axis], half = size / 2;
        Run(part.OfResults(axis, 0, half));
        Run(part.OfResults(axis, half, size - half));
    }

    /// <summary>Makes some results, of which each may be made of elements that no dispatch reaches all of.</summary>
    private readonly void RunTogether(in ReductionPart part)
    {
        List<ReductionPart> slices = [];
        Cut(part, slices);
        ReductionLanesPlan plan = ReductionLanesPlan.Of(part);
        nint pieces = 0;
        foreach (ReductionPart slice in slices)
        {
            pieces += plan.Pieces(slice.Count);
        }

        if (pieces == 1)
        {
            windows.AsSpan().Fill(ResultWindow(part));
            ReadSource(part);
            Dispatch(part, plan, 0, part.Count);
            return;
        }

        Tensor[] partials = new Tensor[TKernel.Components];
        for (int component = 0; component < partials.Length; component++)
        {
            partials[component] = DtypeTensors.Empty<TDevice>(TKernel.PartialType(component), new Shape([part.Outputs * pieces]));
        }

        RunPasses(part, plan, slices, pieces, partials);
        foreach (Tensor partial in partials)
        {
            partial.Release();
        }
    }

    private readonly void RunPasses(in ReductionPart part, in ReductionLanesPlan plan, List<ReductionPart> slices, nint pieces, Tensor[] partials)
    {
        for (int component = 0; component < partials.Length; component++)
        {
            windows[FirstPartial + component] = new BindingWindow(partials[component].Storage, 0, part.Outputs * pieces * limits.SizeOf(TKernel.PartialType(component)));
        }

        // The results are bound only when they are written. Their memory may be that of a tensor still in use, for which the first pass need not wait.
        windows[Result] = windows[FirstPartial];
        constants[ReductionConstants<TKernel>.PartialStride] = (uint)pieces;
        nint next = 0;
        foreach (ReductionPart slice in slices)
        {
            constants[ReductionConstants<TKernel>.FirstPartial] = (uint)next;
            ReadSource(slice);
            Dispatch(slice, plan, ReductionConstants<TKernel>.WritesPartials, slice.Count);
            next += plan.Pieces(slice.Count);
        }

        constants[ReductionConstants<TKernel>.FirstPartial] = 0;
        windows[Source] = windows[Result] = ResultWindow(part);
        Dispatch(part, ReductionLanesPlan.OfPartials(pieces), ReductionConstants<TKernel>.ReadsPartials, pieces);
    }

    private readonly void Cut(in ReductionPart part, List<ReductionPart> slices)
    {
        if (!ReductionSplit.CutsElements(part, limits.SizeOf(source.Dtype), AxisWords, limits))
        {
            slices.Add(part);
            return;
        }

        nint size = part.Reduced.Sizes[part.Reduced.Outermost], half = size / 2;
        Cut(part.OfElements(0, half), slices);
        Cut(part.OfElements(half, size - half), slices);
    }

    private readonly void Dispatch(in ReductionPart part, in ReductionLanesPlan plan, uint flags, nint count)
    {
        nint pieces = plan.Pieces(count), tasks = (part.Outputs + plan.Columns - 1) / plan.Columns * pieces;
        int groups = (int)Math.Min(tasks, limits.LargestGroupCount);
        constants[ReductionConstants<TKernel>.Groups] = (uint)groups;
        constants[ReductionConstants<TKernel>.Plan] = flags
            | (plan.IsAcross ? ReductionConstants<TKernel>.Across : 0)
            | ((uint)plan.LanesLog << ReductionConstants<TKernel>.LanesShift)
            | ((uint)part.Kept.Rank << ReductionConstants<TKernel>.KeptShift)
            | ((uint)part.Reduced.Rank << ReductionConstants<TKernel>.ReducedShift);
        constants[ReductionConstants<TKernel>.Outputs] = (uint)part.Outputs;
        constants[ReductionConstants<TKernel>.Count] = (uint)count;
        constants[ReductionConstants<TKernel>.PieceLength] = (uint)plan.PieceLength;
        constants[ReductionConstants<TKernel>.Pieces] = (uint)pieces;
        if (TKernel.UsesPositions)
        {
            constants[ReductionConstants<TKernel>.FirstPosition] = (uint)part.FirstPosition;
            constants[ReductionConstants<TKernel>.FirstPosition + 1] = (uint)(part.FirstPosition >> 32);
        }

        WriteAxes(part);
        sink.Dispatch(windows, constants, groups);
    }

    /// <summary>Writes strides and sizes from the innermost axes outwards, leaving out axes of length 1.</summary>
    private readonly void WriteAxes(in ReductionPart part)
    {
        int word = Axes;
        DispatchAxes kept = part.Kept, reduced = part.Reduced;
        for (int axis = kept.Count - 1, left = kept.Rank; left > 0; axis--)
        {
            if (kept.Sizes[axis] != 1 || axis == kept.Outermost)
            {
                constants[word++] = (uint)(int)kept.Strides[axis];
                constants[word++] = (uint)(int)kept.ResultStrides[axis];
                if (--left > 0)
                {
                    constants[word++] = (uint)kept.Sizes[axis];
                }
            }
        }

        for (int axis = reduced.Count - 1, left = reduced.Rank; left > 0; axis--)
        {
            if (reduced.Sizes[axis] != 1 || axis == reduced.Outermost)
            {
                constants[word++] = (uint)(int)reduced.Strides[axis];
                if (--left > 0)
                {
                    constants[word++] = (uint)reduced.Sizes[axis];
                }
            }
        }
    }

    /// <summary>Binds the elements; where there are none, whatever is bound stays.</summary>
    private readonly void ReadSource(in ReductionPart part)
    {
        if (part.Count > 0)
        {
            (nint first, nint last) = part.SourceExtent;
            windows[Source] = Window(source, Source, part.Source, first, last);
        }
    }

    private readonly BindingWindow ResultWindow(in ReductionPart part)
    {
        (nint first, nint last) = part.ResultExtent;
        return Window(result, Result, part.Result, first, last);
    }

    private readonly BindingWindow Window(Tensor tensor, int binding, nint offset, nint first, nint last)
    {
        int size = limits.SizeOf(tensor.Dtype);
        nint start = DispatchSplit.WindowStart(first, size, limits);
        constants[bases + binding] = (uint)(offset - (start / size));
        return new BindingWindow(tensor.Storage, start, ((last + 1) * size) - start);
    }
}
