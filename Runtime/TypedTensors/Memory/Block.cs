using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace TypedTensors;

/// <summary>A block of 64-byte-aligned memory that never moves: a pinned managed array, so that a span over it keeps it alive by itself.</summary>
/// <remarks>
/// A managed array rather than native memory because a <see cref="Span{T}"/> into it holds it: <c>Make().AsSpan()</c> stays valid although nobody
/// holds the tensor. The pool reuses a block only if no span or memory over it was ever handed out (<see cref="IsExposed"/>).
/// </remarks>
internal sealed class Block
{
    private readonly Block64[] lines;
    private readonly nint alignment;

    /// <summary>Allocates a block of at least <paramref name="byteLength"/> bytes from the collector, zeroed if <paramref name="clear"/>.</summary>
    public unsafe Block(nint byteLength, bool clear)
    {
        nint count = ((byteLength + Block64.Bytes - 1) / Block64.Bytes) + 1;
        if (count > Array.MaxLength)
        {
            throw new OutOfMemoryException($"A tensor of {byteLength} bytes is larger than a single allocation can be ({(nint)Array.MaxLength * Block64.Bytes} bytes).");
        }

        lines = clear
            ? GC.AllocateArray<Block64>((int)count, pinned: true)
            : GC.AllocateUninitializedArray<Block64>((int)count, pinned: true);
        ByteLength = (count - 1) * Block64.Bytes;
        var address = (nint)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(lines));
        alignment = -address & (Block64.Bytes - 1);
    }

    /// <summary>The usable bytes.</summary>
    public nint ByteLength { get; }

    /// <summary>Whether a span or memory over the block was handed out, so that the block must never be reused.</summary>
    public bool IsExposed { get; set; }

    /// <summary>Where the pool keeps the block's owner while the block is rented.</summary>
    public int RentedIndex { get; set; }

    /// <summary>The first byte, at an address that is a multiple of 64.</summary>
    public ref byte Start => ref Unsafe.AddByteOffset(ref Unsafe.As<Block64, byte>(ref MemoryMarshal.GetArrayDataReference(lines)), alignment);
}
