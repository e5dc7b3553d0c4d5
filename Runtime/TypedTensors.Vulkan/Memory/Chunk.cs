namespace TypedTensors.VulkanRuntime;

/// <summary>A buffer that blocks are cut from, or that is one block as a whole.</summary>
/// <param name="buffer">The memory.</param>
/// <param name="isWhole">Whether it is one block.</param>
internal sealed class Chunk(MappedBuffer buffer, bool isWhole)
{
    private readonly List<FreeRange> free = [new FreeRange(0, buffer.Size, default)];

    public MappedBuffer Buffer => buffer;

    public bool IsWhole => isWhole;

    /// <summary>Whether no block is cut from it.</summary>
    public bool IsFree => free.Count == 1 && free[0].Size == buffer.Size;

    /// <summary>Cuts a block from the smallest free range that is large enough, or returns null.</summary>
    public Block? Cut(nint size)
    {
        int best = -1;
        for (int i = 0; i < free.Count; i++)
        {
            if (free[i].Size >= size && (best < 0 || free[i].Size < free[best].Size))
            {
                best = i;
            }
        }

        if (best < 0)
        {
            return null;
        }

        FreeRange range = free[best];
        if (range.Size == size)
        {
            free.RemoveAt(best);
        }
        else
        {
            free[best] = range with { Offset = range.Offset + size, Size = range.Size - size };
        }

        return new Block(this, range.Offset, size) { Hazards = range.Hazards };
    }

    /// <summary>Takes a block back, joined with the free ranges beside it.</summary>
    public void Join(Block block)
    {
        int next = 0;
        while (next < free.Count && free[next].Offset < block.Offset)
        {
            next++;
        }

        var joined = new FreeRange(block.Offset, block.Size, block.Hazards);
        if (next < free.Count && joined.Offset + joined.Size == free[next].Offset)
        {
            joined = new FreeRange(joined.Offset, joined.Size + free[next].Size, Hazards.Join(joined.Hazards, free[next].Hazards));
            free.RemoveAt(next);
        }

        if (next > 0 && free[next - 1].Offset + free[next - 1].Size == joined.Offset)
        {
            free[next - 1] = new FreeRange(free[next - 1].Offset, free[next - 1].Size + joined.Size, Hazards.Join(free[next - 1].Hazards, joined.Hazards));
            return;
        }

        free.Insert(next, joined);
    }

    private readonly record struct FreeRange(nint Offset, nint Size, Hazards Hazards);
}
