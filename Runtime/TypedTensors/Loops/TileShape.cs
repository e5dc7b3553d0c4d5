namespace TypedTensors.Loops;

/// <summary>How large a piece of the two innermost axes is handed to the kernel at once.</summary>
internal readonly unsafe struct TileShape
{
    /// <summary>The bytes of scratch per operand: all operands of a common kernel stay in a 32 KiB first-level cache.</summary>
    private const int LargestScratch = 8 * 1024;

    /// <summary>The most bytes of an operand in one call of a kernel that needs no scratch; small enough to share out between threads.</summary>
    private const int LargestDirectRun = 128 * 1024;

    /// <summary>The fewest elements that are worth sharing out.</summary>
    private const int SmallestShare = 2048;

    /// <summary>The fewest elements for which a run along the innermost axis is worth a call of its own.</summary>
    private const int SmallestDirectRun = 256;

    /// <summary>Results of at least this many bytes are written past the caches: they would push out everything else and not be found there when read.</summary>
    private const nint SmallestStreamedResult = 8 << 20;

    /// <summary>The rows of a tile in which an operand walks down columns, so that each cache line it touches is used whole.</summary>
    private const int RowsAcrossColumns = 32;

    private TileShape(nint rows, nint columns, int scratchBytes, bool isStreamed)
    {
        Rows = rows;
        Columns = columns;
        ScratchBytes = scratchBytes;
        IsStreamed = isStreamed;
    }

    /// <summary>The most rows of a tile.</summary>
    public nint Rows { get; }

    /// <summary>The most columns of a tile.</summary>
    public nint Columns { get; }

    /// <summary>The bytes of each of the two pieces of scratch that an operand needs; 0 if none needs any.</summary>
    public int ScratchBytes { get; }

    /// <summary>Whether the rows are handed to the kernel one by one, because they lie as it takes them.</summary>
    public bool IsDirect => ScratchBytes == 0;

    /// <summary>Whether results are written past the caches.</summary>
    public bool IsStreamed { get; }

    /// <summary>Chooses tiles for a nest.</summary>
    /// <param name="nest">The axes.</param>
    /// <param name="operands">The operands, arranged for the nest.</param>
    /// <param name="count">The number of operands.</param>
    /// <param name="inputCount">How many of them are inputs.</param>
    /// <param name="threads">The number of threads that will share the tiles.</param>
    public static TileShape Choose(in LoopNest nest, LoopOperand* operands, int count, int inputCount, int threads)
    {
        int row = nest.Rank - 2, column = nest.Rank - 1;
        bool isDirect = true, acrossColumns = false;
        int largestElement = 1;
        for (int i = 0; i < count; i++)
        {
            nint inner = operands[i].Strides[column], outer = operands[i].Strides[row];
            isDirect &= !operands[i].IsConverted && (inner == operands[i].StoredSize || inner == 0);
            acrossColumns |= outer != 0 && nint.Abs(inner) > nint.Abs(outer);
            largestElement = Math.Max(largestElement, Math.Max(operands[i].StoredSize, operands[i].ComputedSize));
        }

        if (isDirect && (nest.Columns >= SmallestDirectRun || (nest.Rows == 1 && nest.Rank == 2)))
        {
            nint share = ((nest.Columns / (4 * threads)) + Block64.Bytes - 1) & -Block64.Bytes;
            int most = LargestDirectRun / largestElement;
            nint run = threads == 1 ? most : Math.Clamp(share, SmallestShare, most);
            nint together = Math.Min(most / Math.Min(nest.Columns, most), nest.Rows / (threads == 1 ? 1 : 4 * threads));
            return new TileShape(Math.Max(1, together), run, 0, IsWorthStreaming(nest, operands, count, inputCount));
        }

        int elements = LargestScratch / largestElement;
        nint rows = acrossColumns ? Math.Min(nest.Rows, RowsAcrossColumns) : Math.Max(1, elements / nest.Columns);
        return new TileShape(Math.Min(rows, nest.Rows), Math.Min(nest.Columns, Math.Max(1, elements / Math.Min(rows, nest.Rows))), LargestScratch, isStreamed: false);
    }

    /// <summary>
    /// Whether every output is one large aligned run that no input occupies as well; in place, the lines are in cache already because they were read.
    /// </summary>
    private static bool IsWorthStreaming(in LoopNest nest, LoopOperand* operands, int count, int inputCount)
    {
        bool isOneRun = nest.Rank == 2 && nest.Rows == 1;
        for (int output = inputCount; output < count && isOneRun; output++)
        {
            byte* data = operands[output].Data;
            isOneRun = nest.Columns >= SmallestStreamedResult / operands[output].StoredSize && ((nint)data & (Block64.Bytes - 1)) == 0;
            for (int input = 0; input < inputCount; input++)
            {
                isOneRun &= operands[input].Data != data;
            }
        }

        return isOneRun;
    }
}
