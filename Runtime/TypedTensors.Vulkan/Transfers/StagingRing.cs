using TypedTensors.VulkanRuntime.Bindings;

namespace TypedTensors.VulkanRuntime;

/// <summary>A buffer that host and device share, used piece by piece in turn, so that one fills a piece while the other empties another.</summary>
/// <param name="context">The device.</param>
/// <param name="hostReads">Whether the host reads it; else it writes it.</param>
internal sealed unsafe class StagingRing(DeviceContext context, bool hostReads)
{
    /// <summary>The bytes of a piece: enough that the cost of a submission does not count, few enough to stay in a cache.</summary>
    public const nint PieceSize = 4 << 20;

    private const int Pieces = 4;
    private const nint Alignment = 16;

    private readonly ulong[] batches = new ulong[Pieces];
    private MappedBuffer? buffer;
    private int piece;
    private nint used;

    public ulong Buffer => buffer!.Buffer;

    /// <summary>Finds room, waiting for the device where it is not done with what was there.</summary>
    /// <param name="byteLength">The bytes, at most a piece.</param>
    /// <param name="offset">Where the room is within the buffer.</param>
    /// <returns>Where the room is in the process.</returns>
    public byte* Take(nint byteLength, out nint offset)
    {
        buffer ??= Create();
        if (used + byteLength > PieceSize)
        {
            piece = (piece + 1) % Pieces;
            used = 0;
            context.Commands.Finish(batches[piece]);
        }

        offset = (piece * PieceSize) + used;
        used += (byteLength + Alignment - 1) & -Alignment;
        return buffer.Mapped + offset;
    }

    /// <summary>Notes that the batch being recorded uses the room taken last.</summary>
    public void Note() => batches[piece] = context.Commands.Batch;

    private MappedBuffer Create()
    {
        uint type = MemoryKinds.ForTransfers(context.Physical.Memory, MappedBuffer.AllowedTypes(context), hostReads);
        VkResult result = MappedBuffer.Create(context, PieceSize * Pieces, type, out MappedBuffer? created);
        return result is VkResult.OutOfDeviceMemory or VkResult.OutOfHostMemory
            ? throw new VulkanOutOfMemoryException($"Vulkan: there is no memory for transfers ({PieceSize * Pieces:N0} bytes that the host can see). Dispose tensors that are not needed any more.")
            : Checked(result, created);
    }

    private MappedBuffer Checked(VkResult result, MappedBuffer? created)
    {
        context.Check(result, "vkAllocateMemory");
        return created!;
    }
}
