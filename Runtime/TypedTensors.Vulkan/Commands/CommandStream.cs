using TypedTensors.VulkanRuntime.Bindings;

namespace TypedTensors.VulkanRuntime;

/// <summary>Records commands into batches and submits them: when a batch is full, or when somebody waits for a result. Used under the context's gate.</summary>
internal sealed unsafe class CommandStream
{
    /// <summary>The commands of a batch at the most; recording that many takes a few milliseconds, for which the device would idle.</summary>
    private const int LargestBatch = 2048;

    /// <summary>The bytes that a batch's commands touch at the most, which keep a fast card busy for some tenths of a millisecond.</summary>
    private const long LargestBatchBytes = 512L << 20;

    /// <summary>The batches that may be on their way at once.</summary>
    private const int Slots = 8;

    private readonly DeviceContext context;
    private readonly CommandFunctions functions;
    private readonly nint[] buffers = new nint[Slots];
    private ulong command;
    private ulong lastBarrier;
    private int count;
    private long bytes;

    public CommandStream(DeviceContext context)
    {
        this.context = context;
        functions = context.CommandFunctions;
        var poolInfo = new VkCommandPoolCreateInfo
        {
            Type = VkStructureType.CommandPoolCreateInfo,
            Flags = VkCommandPoolCreateInfo.ResetCommandBuffer,
            QueueFamilyIndex = context.Physical.QueueFamily,
        };
        ulong pool;
        Check.Success(functions.CreateCommandPool(context.Handle, &poolInfo, null, &pool), "vkCreateCommandPool");
        var info = new VkCommandBufferAllocateInfo { Type = VkStructureType.CommandBufferAllocateInfo, CommandPool = pool, Count = Slots };
        fixed (nint* pointer = buffers)
        {
            Check.Success(functions.AllocateCommandBuffers(context.Handle, &info, pointer), "vkAllocateCommandBuffers");
        }
    }

    /// <summary>The number of the batch that is being recorded; the timeline has this value when it is done.</summary>
    public ulong Batch { get; private set; } = 1;

    /// <summary>The batches submitted so far.</summary>
    public ulong Submissions { get; private set; }

    /// <summary>The barriers recorded so far.</summary>
    public ulong Barriers { get; private set; }

    private nint Buffer => buffers[Batch % Slots];

    /// <summary>Begins a command that reads and writes memory: orders it after what it depends on, and returns the buffer to record it in.</summary>
    /// <param name="reads">The memory it reads.</param>
    /// <param name="writes">The memory it writes.</param>
    public nint Begin(ReadOnlySpan<Block> reads, ReadOnlySpan<Block> writes)
    {
        context.ThrowIfLost("recording");
        if (count >= LargestBatch || bytes >= LargestBatchBytes)
        {
            Submit();
        }

        if (count == 0)
        {
            Open();
        }

        bool ordered = true;
        foreach (Block block in reads)
        {
            ordered &= !block.Hazards.NeedBarrier(writes: false, lastBarrier);
        }

        foreach (Block block in writes)
        {
            ordered &= !block.Hazards.NeedBarrier(writes: true, lastBarrier);
        }

        if (!ordered)
        {
            Order(VkStage.ComputeShader | VkStage.Transfer, VkAccess.ShaderRead | VkAccess.ShaderWrite | VkAccess.TransferRead | VkAccess.TransferWrite);
            lastBarrier = command;
            Barriers++;
        }

        command++;
        count++;
        foreach (Block block in reads)
        {
            block.Hazards.Note(writes: false, command, Batch);
            bytes += block.Size;
        }

        foreach (Block block in writes)
        {
            block.Hazards.Note(writes: true, command, Batch);
            bytes += block.Size;
        }

        return Buffer;
    }

    /// <summary>Begins a further piece of a command, which touches other bytes of the same memory than the pieces before and so need not wait for them.</summary>
    public nint Continue(Block block, bool writes)
    {
        context.ThrowIfLost("recording");
        if (count == 0)
        {
            Open();
        }

        command++;
        count++;
        block.Hazards.Note(writes, command, Batch);
        return Buffer;
    }

    /// <summary>Hands what has been recorded to the device.</summary>
    public void Submit()
    {
        if (count == 0)
        {
            return;
        }

        Order(VkStage.Host, VkAccess.HostRead);
        nint buffer = Buffer;
        context.Check(functions.EndCommandBuffer(buffer), "vkEndCommandBuffer");
        ulong value = Batch, semaphore = context.Timeline.Semaphore;
        var timeline = new VkTimelineSemaphoreSubmitInfo { Type = VkStructureType.TimelineSemaphoreSubmitInfo, SignalValueCount = 1, SignalValues = &value };
        var info = new VkSubmitInfo
        {
            Type = VkStructureType.SubmitInfo,
            Next = &timeline,
            CommandBufferCount = 1,
            CommandBuffers = &buffer,
            SignalSemaphoreCount = 1,
            SignalSemaphores = &semaphore,
        };
        context.Check(context.OrInjected(context.Functions.QueueSubmit(context.Queue, 1, &info, 0)), "vkQueueSubmit");
        Batch++;
        Submissions++;
        count = 0;
        bytes = 0;
    }

    /// <summary>Submits a batch if it has not been, and waits until the device has finished it.</summary>
    public void Finish(ulong batch)
    {
        context.ThrowIfLost("waiting");
        if (batch >= Batch)
        {
            Submit();
            batch = Math.Min(batch, Batch - 1);
        }

        context.Timeline.Wait(batch);
    }

    /// <summary>Waits until the device has finished everything.</summary>
    public void FinishAll() => Finish(Batch);

    private void Open()
    {
        if (Batch > Slots)
        {
            context.Timeline.Wait(Batch - Slots);
        }

        var info = new VkCommandBufferBeginInfo { Type = VkStructureType.CommandBufferBeginInfo, Flags = VkCommandBufferBeginInfo.OneTimeSubmit };
        context.Check(functions.BeginCommandBuffer(Buffer, &info), "vkBeginCommandBuffer");
    }

    private void Order(VkStage stages, VkAccess accesses)
    {
        var barrier = new VkMemoryBarrier
        {
            Type = VkStructureType.MemoryBarrier,
            Source = VkAccess.ShaderWrite | VkAccess.TransferWrite,
            Destination = accesses,
        };
        functions.CmdPipelineBarrier(Buffer, VkStage.ComputeShader | VkStage.Transfer, stages, 0, 1, &barrier, 0, null, 0, null);
    }
}
