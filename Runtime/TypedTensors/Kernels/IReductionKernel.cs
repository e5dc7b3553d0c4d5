namespace TypedTensors.Kernels;

/// <summary>The code emitted for a reduction: its loops over lanes of accumulators, for the processor of this machine; and its programs for other devices.</summary>
/// <remarks>
/// The runner decides what the lanes are. Where elements that are reduced lie one after the other, a run of them is cut into rows of <see cref="Lanes"/>
/// elements, and the lanes are combined in the end; where results lie one after the other, each has a lane of its own. So a kernel only ever adds
/// contiguous rows to lanes, and a lane takes its elements in the same order whatever the width of vectors and the number of threads.
/// </remarks>
public interface IReductionKernel : IDeviceReduction
{
    /// <summary>Roughly the machine operations per element; decides from which size on several threads pay.</summary>
    static abstract int Cost { get; }

    /// <summary>The lanes among which a contiguous run is dealt out: four of the widest vectors, so that four chains of operations overlap.</summary>
    static abstract int Lanes { get; }

    /// <summary>Whether the reduction of nothing is an error; otherwise it is what the identity gives.</summary>
    static abstract bool RequiresElements { get; }

    /// <summary>The dtype in which <see cref="Accumulate"/> takes the elements.</summary>
    static abstract Dtype ElementType { get; }

    /// <summary>The dtype in which <see cref="Finish"/> gives the results.</summary>
    static abstract Dtype ResultType { get; }

    /// <summary>Sets each lane to the identity.</summary>
    static abstract void Start(in ReductionLanes lanes);

    /// <summary>Takes rows of elements, one after the other, into the lanes of their columns.</summary>
    static abstract void Accumulate(in ReductionLanes lanes, in ReductionRows rows);

    /// <summary>Combines each lane with the one at the same place among others, which come later.</summary>
    static abstract void Combine(in ReductionLanes lanes, in ReductionLanes others);

    /// <summary>Turns the first lane of each row into a result.</summary>
    static abstract void Finish(in ReductionLanes lanes, in ReductionResults results);
}
