using System.Globalization;
using TypedTensors.VulkanRuntime.Bindings;

namespace TypedTensors.VulkanRuntime;

/// <summary>Hands out device memory and keeps what comes back.</summary>
/// <remarks>
/// <para>Blocks of a size class wait in a stack of their own for the next tensor of that class; small ones are cut from chunks, large ones are chunks. Memory that comes
/// back can be handed out at once, while the device still works on it: the commands that use it next are ordered after those that used it before.</para>
/// <para>Memory goes back to the driver only when there is not enough for what is asked, or when more than <see cref="FreeLimit"/> bytes wait.</para>
/// </remarks>
internal sealed class DeviceMemory
{
    private const nint FirstChunk = 16 << 20, LargestChunk = 256 << 20;

    private readonly DeviceContext context;
    private readonly uint memoryType;
    private readonly MemoryBudget budget;
    private readonly Stack<Block>[] free = new Stack<Block>[SizeClass.Count];
    private readonly List<Chunk> chunks = [];
    private readonly RentedBlocks rented = new();
    private readonly Queue<(ulong Batch, Chunk Chunk)> dying = new();
    private readonly nint largestCut;
    private nint nextChunk = FirstChunk;
    private long freeBytes;

    public DeviceMemory(DeviceContext context)
    {
        this.context = context;
        memoryType = MemoryKinds.ForTensors(context.Physical.Memory, MappedBuffer.AllowedTypes(context));
        budget = new MemoryBudget(context, memoryType);
        largestCut = Math.Min(LargestChunk / 8, context.Physical.Limits.MaxMemoryAllocationCount < 1 << 16 ? LargestChunk : FirstChunk / 4);
        Properties = MemoryKinds.Properties(context.Physical.Memory, memoryType);
        FreeLimit = (long)MemoryKinds.HeapSize(context.Physical.Memory, (int)memoryType) / 2;
    }

    /// <summary>What the memory of tensors is like.</summary>
    public VkMemoryProperty Properties { get; }

    /// <summary>The most bytes of free blocks that are kept.</summary>
    public long FreeLimit { get; set; }

    /// <summary>The bytes taken from the driver.</summary>
    public long TakenBytes { get; private set; }

    /// <summary>The bytes in tensors.</summary>
    public long RentedBytes => rented.Bytes;

    /// <summary>Storage for a tensor.</summary>
    /// <exception cref="VulkanOutOfMemoryException">There is not enough memory.</exception>
    public VulkanStorage Allocate(nint byteLength)
    {
        lock (context.Gate)
        {
            context.ThrowIfLost("allocating");
            if (byteLength > context.Physical.Info.MaxTensorBytes)
            {
                throw OutOfMemory(byteLength);
            }

            var storage = new VulkanStorage(context, Take(byteLength), byteLength);
            rented.Add(storage);
            return storage;
        }
    }

    /// <summary>Takes a block back whose storage was disposed.</summary>
    public void Return(Block block)
    {
        lock (context.Gate)
        {
            rented.Remove(block);
            Keep(block);
        }
    }

    /// <summary>Gives all memory that no tensor holds back to the driver.</summary>
    public void Trim()
    {
        lock (context.Gate)
        {
            rented.Sweep(Keep);
            ReleaseFree();
        }
    }

    /// <summary>Frees tensors that the collector finds unreachable.</summary>
    public void Collect()
    {
        lock (context.Gate)
        {
            rented.CollectAll(Keep);
        }
    }

    private Block Take(nint byteLength)
    {
        int sizeClass = SizeClass.Of(byteLength);
        nint size = SizeClass.Bytes(sizeClass);
        size = size > context.Physical.Info.MaxTensorBytes ? byteLength : size;
        if (Pop(sizeClass, byteLength) is { } free)
        {
            return free;
        }

        if (rented.CanSweep)
        {
            rented.Sweep(Keep);
        }

        if (rented.HasGrown)
        {
            rented.Collect(Keep);
        }

        return Pop(sizeClass, byteLength) ?? Cut(size) ?? Extend(size) ?? ExtendAfterFreeing(sizeClass, size, byteLength);
    }

    private Block? Pop(int sizeClass, nint byteLength)
    {
        if (free[sizeClass] is { Count: > 0 } stack && stack.Peek().Size >= byteLength)
        {
            Block block = stack.Pop();
            freeBytes -= block.Size;
            return block;
        }

        return null;
    }

    private Block? Cut(nint size)
    {
        if (size > largestCut)
        {
            return null;
        }

        foreach (Chunk chunk in chunks)
        {
            if (!chunk.IsWhole && chunk.Cut(size) is { } block)
            {
                return block;
            }
        }

        return null;
    }

    /// <summary>Takes a chunk from the driver: one for this block alone if it is large.</summary>
    private Block? Extend(nint size)
    {
        FreeDying();
        bool isWhole = size > largestCut;
        nint bytes = isWhole ? (size + 3) & ~3 : nextChunk;
        while (!isWhole && bytes > FirstChunk && bytes > budget.Left(TakenBytes))
        {
            bytes /= 2;
        }

        bytes = Math.Max(bytes, size);
        if (bytes > budget.Left(TakenBytes))
        {
            return null;
        }

        VkResult result = MappedBuffer.Create(context, bytes, memoryType, out MappedBuffer? buffer);
        if (result is VkResult.OutOfDeviceMemory or VkResult.OutOfHostMemory or VkResult.MemoryMapFailed or VkResult.TooManyObjects)
        {
            return null;
        }

        context.Check(result, "vkAllocateMemory");
        var chunk = new Chunk(buffer!, isWhole);
        chunks.Add(chunk);
        TakenBytes += bytes;
        nextChunk = isWhole ? nextChunk : Math.Min(nextChunk * 2, LargestChunk);
        return chunk.Cut(isWhole ? bytes : size);
    }

    private Block ExtendAfterFreeing(int sizeClass, nint size, nint byteLength)
    {
        ReleaseFree();
        if (Cut(size) is { } cut)
        {
            return cut;
        }

        if (Extend(size) is { } block)
        {
            return block;
        }

        rented.CollectAll(Keep);
        if (Pop(sizeClass, byteLength) is { } free)
        {
            return free;
        }

        ReleaseFree();
        return Cut(size) ?? Extend(size) ?? Extend((byteLength + SizeClass.Smallest - 1) / SizeClass.Smallest * SizeClass.Smallest) ?? throw OutOfMemory(byteLength);
    }

    private void Keep(Block block)
    {
        int sizeClass = SizeClass.Of(block.Size);
        if (freeBytes + block.Size > FreeLimit && block.Chunk.IsWhole && !context.IsLost)
        {
            Retire(block);
            return;
        }

        (free[sizeClass] ??= new Stack<Block>()).Push(block);
        freeBytes += block.Size;
    }

    /// <summary>Gives a chunk back once the device is done with it.</summary>
    private void Retire(Block block)
    {
        chunks.Remove(block.Chunk);
        dying.Enqueue((block.Hazards.LastBatch, block.Chunk));
    }

    private void FreeDying()
    {
        while (dying.TryPeek(out (ulong Batch, Chunk Chunk) next) && context.Timeline.HasPassed(next.Batch))
        {
            Destroy(dying.Dequeue().Chunk);
        }
    }

    private void ReleaseFree()
    {
        context.Commands.FinishAll();
        FreeDying();
        foreach (Stack<Block> stack in free.OfType<Stack<Block>>())
        {
            foreach (Block block in stack)
            {
                block.Chunk.Join(block);
            }

            stack.Clear();
        }

        freeBytes = 0;
        foreach (Chunk chunk in chunks.Where(chunk => chunk.IsFree))
        {
            Destroy(chunk);
        }

        chunks.RemoveAll(chunk => chunk.IsFree);
    }

    private void Destroy(Chunk chunk)
    {
        chunk.Buffer.Destroy();
        TakenBytes -= chunk.Buffer.Size;
    }

    private VulkanOutOfMemoryException OutOfMemory(nint byteLength) => new(string.Create(CultureInfo.InvariantCulture,
        $"Vulkan: {byteLength:N0} bytes do not fit the device '{context.Physical.Info.Name}': its tensors hold {rented.Bytes:N0} bytes of {context.Physical.Info.MemoryBytes:N0}, "
        + $"and one tensor has at most {context.Physical.Info.MaxTensorBytes:N0}. Dispose tensors that are not needed any more, compute in smaller pieces, or use Cpu."));
}
