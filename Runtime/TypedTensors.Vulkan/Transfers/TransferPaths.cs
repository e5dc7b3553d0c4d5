using TypedTensors.VulkanRuntime.Bindings;

namespace TypedTensors.VulkanRuntime;

/// <summary>Moves bytes between the process and tensors by the best way there is.</summary>
internal sealed unsafe class TransferPaths(DeviceContext context)
{
    /// <summary>From this many bytes on, lending the process's pages to the device costs less than copying them.</summary>
    private const nint SmallestImport = 8 << 20;

    private readonly StagingRing outgoing = new(context, hostReads: false);
    private readonly StagingRing incoming = new(context, hostReads: true);

    /// <summary>For tests: the way to take whatever is best.</summary>
    public TransferPath Forced { get; set; }

    /// <summary>Copies bytes of the process into a storage.</summary>
    public void Upload(byte* source, nint byteLength, VulkanStorage destination, nint byteOffset)
    {
        lock (context.Gate)
        {
            Block block = destination.Block;
            switch (Choose(byteLength, canMap: IsIdle(block, byteLength)))
            {
                case TransferPath.Mapped:
                    context.Commands.Finish(block.Hazards.LastBatch);
                    Buffer.MemoryCopy(source, block.Mapped + byteOffset, byteLength, byteLength);
                    break;
                case TransferPath.Imported when ImportedMemory.TryCreate(context, source, byteLength, out ImportedMemory imported):
                    using (imported)
                    {
                        nint commands = context.Commands.Begin([], new ReadOnlySpan<Block>(ref block));
                        Copy(commands, imported.Buffer, imported.Offset, block.Buffer, block.Offset + byteOffset, byteLength);
                        context.Commands.Finish(block.Hazards.LastBatch);
                    }

                    break;
                default:
                    UploadStaged(source, byteLength, block, byteOffset);
                    break;
            }
        }
    }

    /// <summary>Copies bytes of a storage into the process.</summary>
    public void Download(VulkanStorage source, nint byteOffset, nint byteLength, byte* destination)
    {
        lock (context.Gate)
        {
            Block block = source.Block;
            bool isCached = block.Mapped != null && context.Memory.Properties.HasFlag(VkMemoryProperty.HostCached);
            switch (Choose(byteLength, isCached))
            {
                case TransferPath.Mapped:
                    context.Commands.Finish(block.Hazards.LastWriteBatch);
                    Buffer.MemoryCopy(block.Mapped + byteOffset, destination, byteLength, byteLength);
                    break;
                case TransferPath.Imported when ImportedMemory.TryCreate(context, destination, byteLength, out ImportedMemory imported):
                    using (imported)
                    {
                        nint commands = context.Commands.Begin(new ReadOnlySpan<Block>(ref block), []);
                        Copy(commands, block.Buffer, block.Offset + byteOffset, imported.Buffer, imported.Offset, byteLength);
                        context.Commands.Finish(block.Hazards.LastBatch);
                    }

                    break;
                default:
                    DownloadStaged(block, byteOffset, byteLength, destination);
                    break;
            }
        }
    }

    private TransferPath Choose(nint byteLength, bool canMap)
    {
        if (Forced != TransferPath.Automatic)
        {
            return Forced;
        }

        if (canMap)
        {
            return TransferPath.Mapped;
        }

        return byteLength >= SmallestImport && context.Physical.ImportAlignment != 0 ? TransferPath.Imported : TransferPath.Staged;
    }

    /// <summary>Whether the host can write the memory now, or soon enough: a small transfer does not wait for the device, but is queued behind it.</summary>
    private bool IsIdle(Block block, nint byteLength) =>
        block.Mapped != null && (byteLength > StagingRing.PieceSize || context.Timeline.HasPassed(block.Hazards.LastBatch));

    private void UploadStaged(byte* source, nint byteLength, Block block, nint byteOffset)
    {
        for (nint done = 0; done < byteLength; done += StagingRing.PieceSize)
        {
            nint piece = Math.Min(byteLength - done, StagingRing.PieceSize);
            byte* room = outgoing.Take(piece, out nint offset);
            Buffer.MemoryCopy(source + done, room, piece, piece);
            nint commands = done == 0 ? context.Commands.Begin([], new ReadOnlySpan<Block>(ref block)) : context.Commands.Continue(block, writes: true);
            Copy(commands, outgoing.Buffer, offset, block.Buffer, block.Offset + byteOffset + done, piece);
            outgoing.Note();
            if (piece == StagingRing.PieceSize)
            {
                context.Commands.Submit();
            }
        }
    }

    private void DownloadStaged(Block block, nint byteOffset, nint byteLength, byte* destination)
    {
        byte* readyRoom = null;
        nint ready = 0;
        ulong readyBatch = 0;
        for (nint done = 0; done < byteLength; done += StagingRing.PieceSize)
        {
            nint piece = Math.Min(byteLength - done, StagingRing.PieceSize);
            byte* room = incoming.Take(piece, out nint offset);
            nint commands = done == 0 ? context.Commands.Begin(new ReadOnlySpan<Block>(ref block), []) : context.Commands.Continue(block, writes: false);
            Copy(commands, block.Buffer, block.Offset + byteOffset + done, incoming.Buffer, offset, piece);
            incoming.Note();
            ulong batch = context.Commands.Batch;
            context.Commands.Submit();

            // While the device copies this piece, the host copies the one before.
            Collect(readyRoom, ready, readyBatch, destination + done - ready);
            readyRoom = room;
            ready = piece;
            readyBatch = batch;
        }

        Collect(readyRoom, ready, readyBatch, destination + byteLength - ready);
    }

    private void Collect(byte* room, nint byteLength, ulong batch, byte* destination)
    {
        context.Commands.Finish(batch);
        Buffer.MemoryCopy(room, destination, byteLength, byteLength);
    }

    private void Copy(nint commands, ulong from, nint fromOffset, ulong to, nint toOffset, nint byteLength)
    {
        var region = new VkBufferCopy { SourceOffset = (ulong)fromOffset, DestinationOffset = (ulong)toOffset, Size = (ulong)byteLength };
        context.CommandFunctions.CmdCopyBuffer(commands, from, to, 1, &region);
    }
}
