using System.Numerics;
using TypedTensors.Kernels;

namespace TypedTensors.Reductions;

/// <summary>Takes elements into lanes, in blocks that are combined in pairs (Higham, "The Accuracy of Floating Point Summation", 1993).</summary>
/// <remarks>So the error of a sum grows with the logarithm of the count, and twenty million ones sum to twenty million in float.</remarks>
internal readonly unsafe ref struct PairwiseAccumulation<TKernel>
    where TKernel : struct, IReductionKernel
{
    /// <summary>Blocks that wait for their partners, beside the first: one for each power of two in a piece's number of blocks.</summary>
    public const int Waiting = 1;

    /// <summary>Rows that are taken together where rows lie apart: no more than the streams that a processor reads ahead.</summary>
    private const int RowsAtOnce = 8;

    private readonly ElementReader reader;
    private readonly byte* waiting;
    private readonly nint waitingBytes;

    /// <summary>An accumulation.</summary>
    /// <param name="reader">Where the elements come from.</param>
    /// <param name="waiting">Memory for the lanes of <see cref="Waiting"/> blocks.</param>
    /// <param name="mostColumns">The most lanes.</param>
    public PairwiseAccumulation(ElementReader reader, byte* waiting, nint mostColumns)
    {
        this.reader = reader;
        this.waiting = waiting;
        waitingBytes = mostColumns * ReductionLanes.BytesPerLane;
    }

    /// <summary>Takes a run of elements into lanes.</summary>
    /// <param name="into">The lanes.</param>
    /// <param name="origin">The first element of the result.</param>
    /// <param name="start">The position of the first element of the run.</param>
    /// <param name="count">The number of elements.</param>
    public void Along(ReductionLanes into, byte* origin, nint start, nint count)
    {
        nint lanes = TKernel.Lanes, block = ReductionTile.BlockRows * lanes;
        int depth = 0;
        for (nint done = 0, number = 0; done < count || number == 0; done += block, number++)
        {
            nint length = Math.Min(block, count - done);
            ReductionLanes slot = Slot(into, depth++, lanes);
            TKernel.Start(slot);
            AccumulateRun(slot, origin, start + done, length);

            // Only the last block may have lanes without elements; they are left out, so that no identity is ever combined.
            depth = CombinePairs(into, depth, number, lanes, Math.Min(length, lanes), done + block >= count);
        }
    }

    /// <summary>Takes rows of elements into the lanes of their columns.</summary>
    /// <param name="into">The lanes.</param>
    /// <param name="origin">The first element of the first column.</param>
    /// <param name="start">The position of the first row.</param>
    /// <param name="count">The number of rows.</param>
    public void Across(ReductionLanes into, byte* origin, nint start, nint count)
    {
        nint columns = (nint)into.Columns;
        int depth = 0;
        for (nint done = 0, number = 0; done < count; done += ReductionTile.BlockRows, number++)
        {
            nint rows = Math.Min(ReductionTile.BlockRows, count - done);
            ReductionLanes slot = Slot(into, depth++, columns);
            TKernel.Start(slot);
            AccumulateRows(slot, origin, start + done, rows);
            depth = CombinePairs(into, depth, number, columns, columns, done + ReductionTile.BlockRows >= count);
        }
    }

    private void AccumulateRun(ReductionLanes lanes, byte* origin, nint start, nint count)
    {
        nint width = (nint)lanes.Columns, most = reader.IsDirectAlong ? count : ReductionTile.CopiedRows * width;
        for (nint end = start + count; start < end; start += most)
        {
            nint length = Math.Min(most, end - start);
            byte* elements = reader.Along(origin, start, length);
            (nint rows, nint rest) = Math.DivRem(length, width);
            if (rows > 0)
            {
                TKernel.Accumulate(lanes, new ReductionRows(elements, rows, width) { Position = start, RowStep = width, ColumnStep = 1, IsRun = reader.IsDirectAlong });
            }

            if (rest > 0)
            {
                nint taken = length - rest;
                byte* last = elements + (taken * Dtypes.SizeOf(TKernel.ElementType));
                TKernel.Accumulate(lanes.At(0, rest), new ReductionRows(last, 1, width) { Position = start + taken, ColumnStep = 1 });
            }
        }
    }

    private void AccumulateRows(ReductionLanes lanes, byte* origin, nint start, nint count)
    {
        nint columns = (nint)lanes.Columns;
        for (nint end = start + count; start < end; start += ReductionTile.CopiedRows)
        {
            nint rows = Math.Min(ReductionTile.CopiedRows, end - start);
            byte* elements = reader.Across(origin, start, rows, columns, out nint stride);
            for (nint row = 0; row < rows; row += RowsAtOnce)
            {
                byte* first = elements + (row * stride * Dtypes.SizeOf(TKernel.ElementType));
                TKernel.Accumulate(lanes, new ReductionRows(first, Math.Min(RowsAtOnce, rows - row), stride) { Position = start + row, RowStep = 1 });
            }
        }
    }

    /// <summary>Combines the latest block with those before it, as far as they have as many elements; at the end, with all.</summary>
    /// <returns>The number of blocks that are left.</returns>
    private int CombinePairs(ReductionLanes into, int depth, nint number, nint lanes, nint latest, bool isLast)
    {
        int pairs = isLast ? depth - 1 : BitOperations.TrailingZeroCount(~number);
        for (; pairs > 0; pairs--, depth--, latest = lanes)
        {
            TKernel.Combine(Slot(into, depth - 2, latest), Slot(into, depth - 1, latest));
        }

        return depth;
    }

    private ReductionLanes Slot(ReductionLanes into, int depth, nint columns) =>
        depth == 0
            ? into.At(0, columns)
            : new ReductionLanes(waiting + ((depth - 1) * TKernel.Components * waitingBytes), waitingBytes, 0, columns);
}
