using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace TypedTensors;

/// <summary>Storage over a user's array, which it shares.</summary>
internal sealed class ArrayStorage<TElement>(TElement[] array) : CpuStorage((nint)array.Length * Unsafe.SizeOf<TElement>())
    where TElement : unmanaged
{
    public override ref byte Start => ref Unsafe.As<TElement, byte>(ref MemoryMarshal.GetArrayDataReference(array));

    public override unsafe byte* Pin(out GCHandle handle)
    {
        handle = GCHandle.Alloc(array, GCHandleType.Pinned);
        return (byte*)handle.AddrOfPinnedObject();
    }

    public override Memory<T> AsMemory<T>(nint elementOffset, int length) => ((T[])(object)array).AsMemory((int)elementOffset, length);

    protected override void Free()
    {
        // The array is the user's; dropping the reference is all there is to do.
    }
}
