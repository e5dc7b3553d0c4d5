using System.Diagnostics.CodeAnalysis;
using System.Numerics;

namespace TypedTensors;

/// <summary>Reuses blocks of memory, so that an operation on large tensors does not fault in fresh pages each time.</summary>
/// <remarks>
/// <para>A block comes back when its tensor is disposed, or when the collector has found the tensor unreachable. The pool keeps a weak handle to each
/// owner and looks through them when it has nothing to give and a collection has happened since it last looked. No finalizer is involved.</para>
/// <para>Tensors are small objects that hold large blocks, and the collector sees little reason to look for them. So once the rented bytes have grown by
/// enough since the pool last asked, it asks for a collection: of the youngest generation, which is where dropped results lie, and of an older one if
/// that brought little.</para>
/// <para>Bounded: free blocks beyond <see cref="FreeLimit"/> bytes are left to the collector.</para>
/// </remarks>
internal sealed class BlockPool
{
    /// <summary>Blocks come in four sizes per power of two, so that at most a fifth of a block is unused.</summary>
    private const int ClassesPerDoubling = 4;

    /// <summary>
    /// The growth in rented bytes between two collections that the pool asks for, at the least: a young collection takes a fraction of a
    /// millisecond, and blocks that come round within 16 MiB are still in a third-level cache.
    /// </summary>
    private const long SmallestGrowth = 16L << 20;

    private readonly Lock gate = new();
    private readonly Stack<Block>[] free = new Stack<Block>[64 * ClassesPerDoubling];
    private readonly List<(WeakReference<object> Owner, Block Block)> rented = [];
    private readonly Stack<WeakReference<object>> spareHandles = new();
    private long freeBytes;
    private long rentedBytes;
    private long settledBytes;
    private int collectionsSeen;
    private int generation;

    /// <summary>The pool of this process.</summary>
    public static BlockPool Shared { get; } = new();

    /// <summary>The most bytes of free blocks that are kept; by default an eighth of the memory the process may use.</summary>
    public long FreeLimit
    {
        get;
        set
        {
            lock (gate)
            {
                field = value;
                Trim();
            }
        }
    } = Math.Max(GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 8, 64L << 20);

    /// <summary>The bytes that lie ready for reuse.</summary>
    public long FreeBytes
    {
        get
        {
            lock (gate)
            {
                return freeBytes;
            }
        }
    }

    /// <summary>Storage of its own for a tensor of more than <see cref="Slab.LargestPiece"/> bytes.</summary>
    public BlockStorage Allocate(nint byteLength, bool clear)
    {
        Block block = Rent(byteLength, clear, out bool isZero);
        var storage = new BlockStorage(block, byteLength);
        Track(storage, block);
        if (clear && !isZero)
        {
            Clear(ref storage.Start, byteLength);
        }

        return storage;
    }

    /// <summary>A block of at least <paramref name="byteLength"/> bytes.</summary>
    public Block Rent(nint byteLength, bool clear, out bool isZero)
    {
        int sizeClass = ClassOf(byteLength);
        nint rounded = SizeOf(sizeClass);
        lock (gate)
        {
            if (TryPop(sizeClass, out Block? block) || TryReclaim(sizeClass, out block))
            {
                isZero = false;
                return block;
            }
        }

        isZero = clear;
        return new Block(rounded, clear);
    }

    /// <summary>Remembers which object a rented block lives for.</summary>
    public void Track(object owner, Block block)
    {
        lock (gate)
        {
            WeakReference<object> handle = spareHandles.TryPop(out WeakReference<object>? spare) ? spare : new WeakReference<object>(owner);
            handle.SetTarget(owner);
            block.RentedIndex = rented.Count;
            rented.Add((handle, block));
            rentedBytes += block.ByteLength;
        }
    }

    /// <summary>Takes back a block whose tensor was disposed.</summary>
    public void Return(Block block)
    {
        lock (gate)
        {
            Release(block.RentedIndex);
        }
    }

    private static unsafe void Clear(ref byte start, nint byteLength)
    {
        fixed (byte* pointer = &start)
        {
            System.Runtime.InteropServices.NativeMemory.Clear(pointer, (nuint)byteLength);
        }
    }

    private static int ClassOf(nint byteLength)
    {
        nuint lines = ((nuint)byteLength + Block64.Bytes - 1) / Block64.Bytes;
        if (lines <= ClassesPerDoubling)
        {
            return (int)lines;
        }

        int doublings = BitOperations.Log2(lines - 1) - 1;
        return ((doublings - 1) * ClassesPerDoubling) + (int)((lines - 1) >> (doublings - 1)) + 1;
    }

    private static nint SizeOf(int sizeClass) => SizeInLines(sizeClass) * Block64.Bytes;

    private static nint SizeInLines(int sizeClass)
    {
        if (sizeClass <= ClassesPerDoubling)
        {
            return Math.Max(sizeClass, 1);
        }

        int doublings = (sizeClass - 1) / ClassesPerDoubling;
        int step = (sizeClass - 1) % ClassesPerDoubling;
        return (nint)(ClassesPerDoubling + step + 1) << (doublings - 1);
    }

    private bool TryPop(int sizeClass, [NotNullWhen(true)] out Block? block)
    {
        if (free[sizeClass] is { } stack && stack.TryPop(out block))
        {
            freeBytes -= block.ByteLength;
            return true;
        }

        block = null;
        return false;
    }

    /// <summary>Looks for blocks of unreachable owners; asks for a collection if the last one is too long ago.</summary>
    private bool TryReclaim(int sizeClass, [NotNullWhen(true)] out Block? block)
    {
        if (GC.CollectionCount(0) != collectionsSeen)
        {
            Sweep();
            if (TryPop(sizeClass, out block))
            {
                return true;
            }
        }

        // Growth counts what is rented, fresh or reused: counting fresh blocks only would let each round add half as many again.
        long before = rentedBytes, growth = before - settledBytes;
        if (growth >= Math.Max(SmallestGrowth, settledBytes / 2))
        {
            GC.Collect(generation, GCCollectionMode.Forced, blocking: true);
            Sweep();
            generation = before - rentedBytes >= growth / 2 ? 0 : Math.Min(generation + 1, GC.MaxGeneration);
            settledBytes = rentedBytes;
        }

        return TryPop(sizeClass, out block);
    }

    private void Sweep()
    {
        collectionsSeen = GC.CollectionCount(0);
        for (int i = rented.Count - 1; i >= 0; i--)
        {
            if (!rented[i].Owner.TryGetTarget(out _))
            {
                Release(i);
            }
        }
    }

    /// <summary>Leaves free blocks to the collector, the largest first, until the rest is within the limit.</summary>
    private void Trim()
    {
        for (int sizeClass = free.Length - 1; sizeClass >= 0 && freeBytes > FreeLimit; sizeClass--)
        {
            while (freeBytes > FreeLimit && TryPop(sizeClass, out _))
            {
                // Popped and dropped.
            }
        }
    }

    private void Release(int index)
    {
        (WeakReference<object> handle, Block block) = rented[index];
        rented[index] = rented[^1];
        rented[index].Block.RentedIndex = index;
        rented.RemoveAt(rented.Count - 1);
        spareHandles.Push(handle);
        rentedBytes -= block.ByteLength;
        settledBytes = Math.Min(settledBytes, rentedBytes);
        if (!block.IsExposed && freeBytes + block.ByteLength <= FreeLimit)
        {
            int sizeClass = ClassOf(block.ByteLength);
            (free[sizeClass] ??= new Stack<Block>()).Push(block);
            freeBytes += block.ByteLength;
        }
    }
}
