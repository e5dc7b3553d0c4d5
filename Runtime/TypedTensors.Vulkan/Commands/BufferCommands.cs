using TypedTensors.VulkanRuntime.Bindings;

namespace TypedTensors.VulkanRuntime;

/// <summary>Fills and copies of whole runs of bytes, which need no program.</summary>
internal static unsafe class BufferCommands
{
    /// <summary>Sets all bytes of a storage to zero.</summary>
    public static void Clear(VulkanStorage storage)
    {
        DeviceContext context = storage.Context;
        lock (context.Gate)
        {
            Block block = storage.Block;
            nint commands = context.Commands.Begin([], new ReadOnlySpan<Block>(ref block));
            ulong length = (ulong)((Math.Max(storage.ByteLength, 1) + 3) & ~3);
            context.CommandFunctions.CmdFillBuffer(commands, block.Buffer, (ulong)block.Offset, length, 0);
        }

        GC.KeepAlive(storage);
    }

    /// <summary>Writes words to the first bytes of a storage; at most 65,536 bytes.</summary>
    public static void Update(VulkanStorage storage, ReadOnlySpan<uint> words)
    {
        DeviceContext context = storage.Context;
        lock (context.Gate)
        {
            Block block = storage.Block;
            nint commands = context.Commands.Begin([], new ReadOnlySpan<Block>(ref block));
            fixed (uint* data = words)
            {
                context.CommandFunctions.CmdUpdateBuffer(commands, block.Buffer, (ulong)block.Offset, (ulong)words.Length * sizeof(uint), data);
            }
        }

        GC.KeepAlive(storage);
    }

    /// <summary>Copies bytes from one storage to another, or to a part of the same that they do not overlap.</summary>
    public static void Copy(VulkanStorage source, nint sourceOffset, VulkanStorage destination, nint destinationOffset, nint byteLength)
    {
        DeviceContext context = destination.Context;
        lock (context.Gate)
        {
            Block from = source.Block, to = destination.Block;
            nint commands = context.Commands.Begin(new ReadOnlySpan<Block>(ref from), new ReadOnlySpan<Block>(ref to));
            var region = new VkBufferCopy
            {
                SourceOffset = (ulong)(from.Offset + sourceOffset),
                DestinationOffset = (ulong)(to.Offset + destinationOffset),
                Size = (ulong)byteLength,
            };
            context.CommandFunctions.CmdCopyBuffer(commands, from.Buffer, to.Buffer, 1, &region);
        }

        GC.KeepAlive(source);
        GC.KeepAlive(destination);
    }
}
