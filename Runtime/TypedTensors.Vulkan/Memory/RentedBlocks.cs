namespace TypedTensors.VulkanRuntime;

/// <summary>The blocks that storages hold, and which of these storages the collector has found unreachable.</summary>
/// <remarks>
/// Tensors are small objects that hold large blocks, and the collector sees little reason to look for them. So once the rented bytes have grown by enough
/// since the last time, a collection is asked for: of the youngest generation, where dropped results lie, and of an older one if that brought little.
/// No finalizer is involved, so nothing is freed on another thread or twice.
/// </remarks>
internal sealed class RentedBlocks
{
    /// <summary>The growth in rented bytes between two collections that are asked for, at the least.</summary>
    private const long SmallestGrowth = 64L << 20;

    private readonly List<(WeakReference<VulkanStorage> Owner, Block Block)> rented = [];
    private readonly Stack<WeakReference<VulkanStorage>> spareHandles = new();
    private long settledBytes;
    private int collectionsSeen;
    private int generation;

    /// <summary>The bytes of all rented blocks.</summary>
    public long Bytes { get; private set; }

    /// <summary>Whether enough has been rented since the last collection that was asked for.</summary>
    public bool HasGrown => Bytes - settledBytes >= Math.Max(SmallestGrowth, settledBytes / 2);

    /// <summary>Whether a collection has happened since the list was last gone through.</summary>
    public bool CanSweep => GC.CollectionCount(0) != collectionsSeen;

    /// <summary>Remembers which storage holds a block.</summary>
    public void Add(VulkanStorage owner)
    {
        WeakReference<VulkanStorage> handle = spareHandles.TryPop(out WeakReference<VulkanStorage>? spare) ? spare : new WeakReference<VulkanStorage>(owner);
        handle.SetTarget(owner);
        owner.Block.RentedIndex = rented.Count;
        rented.Add((handle, owner.Block));
        Bytes += owner.Block.Size;
    }

    /// <summary>Forgets a block whose storage is done with it.</summary>
    public void Remove(Block block)
    {
        int index = block.RentedIndex;
        spareHandles.Push(rented[index].Owner);
        rented[index] = rented[^1];
        rented[index].Block.RentedIndex = index;
        rented.RemoveAt(rented.Count - 1);
        Bytes -= block.Size;
        settledBytes = Math.Min(settledBytes, Bytes);
    }

    /// <summary>Removes the blocks of unreachable storages and hands them over.</summary>
    public void Sweep(Action<Block> free)
    {
        collectionsSeen = GC.CollectionCount(0);
        for (int i = rented.Count - 1; i >= 0; i--)
        {
            if (!rented[i].Owner.TryGetTarget(out _))
            {
                Block block = rented[i].Block;
                Remove(block);
                free(block);
            }
        }
    }

    /// <summary>Has the collector look for unreachable storages, and hands over their blocks.</summary>
    public void Collect(Action<Block> free)
    {
        long before = Bytes, growth = before - settledBytes;
        GC.Collect(generation, GCCollectionMode.Forced, blocking: true);
        Sweep(free);
        generation = before - Bytes >= growth / 2 ? 0 : Math.Min(generation + 1, GC.MaxGeneration);
        settledBytes = Bytes;
    }

    /// <summary>The same for all generations, where memory has run out.</summary>
    public void CollectAll(Action<Block> free)
    {
        GC.Collect();
        Sweep(free);
        settledBytes = Bytes;
    }
}
