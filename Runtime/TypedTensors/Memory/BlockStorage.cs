using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace TypedTensors;

/// <summary>Storage that the library allocated: a block of its own, or a part of one that small tensors share.</summary>
internal sealed class BlockStorage : CpuStorage
{
    private readonly Block block;
    private readonly nint offset;
    private readonly Slab? slab;

    /// <summary>Creates storage over a block of its own, which goes back to the pool.</summary>
    public BlockStorage(Block block, nint byteLength)
        : base(byteLength)
    {
        this.block = block;
    }

    /// <summary>Creates storage over a part of a slab, which lives as long as <paramref name="slab"/> is reachable.</summary>
    public BlockStorage(Slab slab, nint offset, nint byteLength)
        : base(byteLength)
    {
        block = slab.Block;
        this.slab = slab;
        this.offset = offset;
    }

    public override ref byte Start => ref Unsafe.AddByteOffset(ref block.Start, offset);

    public override unsafe byte* Pin(out GCHandle handle)
    {
        handle = default;
        return (byte*)Unsafe.AsPointer(ref Start);
    }

    public override void Expose() => block.IsExposed = true;

    public override Memory<T> AsMemory<T>(nint elementOffset, int length) => new StorageMemory<T>(this, elementOffset, length).Memory;

    protected override void Free()
    {
        if (slab is null)
        {
            BlockPool.Shared.Return(block);
        }

        // The pool takes a block whose storage is unreachable; this one must not become so while it hands its block back itself.
        GC.KeepAlive(this);
    }
}
