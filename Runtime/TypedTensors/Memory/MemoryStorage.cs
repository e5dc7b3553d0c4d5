using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace TypedTensors;

/// <summary>Storage over a user's <see cref="Memory{T}"/>, which it shares.</summary>
internal sealed class MemoryStorage<TElement>(Memory<TElement> memory) : CpuStorage((nint)memory.Length * Unsafe.SizeOf<TElement>())
    where TElement : unmanaged
{
    public override ref byte Start => ref Unsafe.As<TElement, byte>(ref MemoryMarshal.GetReference(memory.Span));

    public override unsafe byte* Pin(out GCHandle handle)
    {
        // The memory pins by its own means (an array, or whatever its manager does); the handle only carries that pin along.
        var pin = new StrongBox<MemoryHandle>(memory.Pin());
        handle = GCHandle.Alloc(pin);
        return (byte*)pin.Value.Pointer;
    }

    public override void Unpin(GCHandle handle)
    {
        ((StrongBox<MemoryHandle>)handle.Target!).Value.Dispose();
        base.Unpin(handle);
    }

    public override Memory<T> AsMemory<T>(nint elementOffset, int length) => ((Memory<T>)(object)memory).Slice((int)elementOffset, length);

    protected override void Free()
    {
        // The memory is the user's; dropping the reference is all there is to do.
    }
}
