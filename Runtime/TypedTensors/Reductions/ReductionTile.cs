using TypedTensors.Kernels;

namespace TypedTensors.Reductions;

/// <summary>How a reduction is cut into units of work.</summary>
/// <remarks>
/// Which elements are combined with which, in what order, follows from the shape and <see cref="Pieces"/> alone; how many results a unit makes, which
/// depends on the threads, changes nothing about them.
/// </remarks>
internal readonly struct ReductionTile
{
    /// <summary>The rows that a lane takes one after the other; beyond that, sums of so many are added in pairs.</summary>
    public const int BlockRows = 256;

    /// <summary>The rows that are copied together at once where elements do not lie as the kernel wants them.</summary>
    public const int CopiedRows = 32;

    /// <summary>The rows of a piece: as many as can be shared out without their own combination costing time.</summary>
    public const int PieceRows = 2 * BlockRows;

    /// <summary>The most results that are made side by side: four arrays of them stay in a second-level cache, and a worker's stack.</summary>
    private const int MostColumns = 512;

    /// <summary>The fewest results side by side that are worth a unit of their own.</summary>
    private const int FewestColumns = 64;

    /// <summary>The most runs that are reduced before their lanes are combined together.</summary>
    private const int MostRuns = 16;

    /// <summary>The bytes of elements that are copied together.</summary>
    private const int ScratchBytes = 16 * 1024;

    /// <summary>Units for each thread, so that one that is interrupted does not hold up the rest.</summary>
    private const int UnitsPerThread = 4;

    private ReductionTile(nint results, nint pieces, nint pieceLength)
    {
        Results = results;
        Pieces = pieces;
        PieceLength = pieceLength;
    }

    /// <summary>The most results of a unit.</summary>
    public nint Results { get; }

    /// <summary>The pieces that the elements of one result are cut into; at least 1.</summary>
    public nint Pieces { get; }

    /// <summary>The elements of a piece but the last.</summary>
    public nint PieceLength { get; }

    /// <summary>Chooses the units.</summary>
    public static ReductionTile Choose<TKernel>(in ReductionNest nest, bool isDirect, int threads)
        where TKernel : struct, IReductionKernel
    {
        nint pieceLength = nest.IsAcross ? PieceRows : PieceRows * TKernel.Lanes;
        nint pieces = Math.Max(1, (nest.Count + pieceLength - 1) / pieceLength);
        nint most = !nest.IsAcross ? MostRuns
            : isDirect ? MostColumns / TKernel.Components
            : Math.Min(MostColumns / TKernel.Components, ScratchBytes / (CopiedRows * Dtypes.SizeOf(TKernel.ElementType)));
        if (threads > 1)
        {
            nint fair = nest.Columns * nest.Outer * pieces / (UnitsPerThread * threads);
            nint least = nest.IsAcross ? FewestColumns : 1;
            most = Math.Min(most, Math.Max(least, fair / least * least));
        }

        return new ReductionTile(Math.Min(most, nest.Columns), pieces, pieceLength);
    }
}
