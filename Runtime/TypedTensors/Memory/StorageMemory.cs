using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace TypedTensors;

/// <summary>A part of a storage that never moves as <see cref="Memory{T}"/>; holds the storage.</summary>
internal sealed class StorageMemory<T>(CpuStorage storage, nint elementOffset, int length) : MemoryManager<T>
    where T : unmanaged
{
    public override Span<T> GetSpan() =>
        MemoryMarshal.CreateSpan(ref Unsafe.Add(ref Unsafe.As<byte, T>(ref storage.Start), elementOffset), length);

    public override unsafe MemoryHandle Pin(int elementIndex = 0) =>
        new(Unsafe.AsPointer(ref Unsafe.Add(ref MemoryMarshal.GetReference(GetSpan()), elementIndex)), pinnable: this);

    public override void Unpin()
    {
        // The storage never moves.
    }

    protected override void Dispose(bool disposing)
    {
        // The storage belongs to the tensor.
    }
}
