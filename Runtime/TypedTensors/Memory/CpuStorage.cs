using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace TypedTensors;

/// <summary>Memory of this process. What a tensor's bytes lie in is one of the derived types; all loops see it through this face.</summary>
internal abstract class CpuStorage(nint byteLength) : DeviceStorage(byteLength)
{
    /// <summary>The first byte. The reference stays valid as long as it is held, also past the life of the tensor, unless the tensor is disposed.</summary>
    public abstract ref byte Start { get; }

    /// <summary>The address of the first byte, which stays put until <see cref="Unpin"/> is called with the handle.</summary>
    /// <param name="handle">What holds the memory in place; unallocated where it never moves.</param>
    public abstract unsafe byte* Pin(out GCHandle handle);

    /// <summary>Lets the memory move again.</summary>
    public virtual void Unpin(GCHandle handle)
    {
        if (handle.IsAllocated)
        {
            handle.Free();
        }
    }

    /// <summary>A part of the storage as <see cref="Memory{T}"/>.</summary>
    public abstract Memory<T> AsMemory<T>(nint elementOffset, int length)
        where T : unmanaged;

    /// <summary>Called before a span or memory over the storage is handed out: from then on the memory must not be reused while somebody may hold it.</summary>
    public virtual void Expose()
    {
    }

    /// <summary>Whether two storages have bytes in common, whatever they came from: one array twice, or two managers over one buffer.</summary>
    /// <remarks>
    /// Decided by address. The collector may move either at any time, but both references are current when they are subtracted, and different
    /// objects are never in one place.
    /// </remarks>
    public bool Overlaps(CpuStorage other)
    {
        nint distance = DistanceTo(other);
        return distance >= 0 ? distance < ByteLength : -distance < other.ByteLength;
    }

    /// <summary>How many bytes another storage's start lies behind this one's; it means something only if both are in the same memory.</summary>
    public nint DistanceTo(CpuStorage other) => Unsafe.ByteOffset(ref Start, ref other.Start);
}
