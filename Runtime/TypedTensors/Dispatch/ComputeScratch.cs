using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace TypedTensors.Dispatch;

/// <summary>Memory for the arrays of one group at a time; a thread that works uses the same again for the next group.</summary>
internal sealed class ComputeScratch
{
    private const int Alignment = 64;

    [ThreadStatic]
    private static ComputeScratch? mine;

    private byte[] bytes = [];
    private int used;

    /// <summary>The calling thread's, with nothing taken.</summary>
    public static ComputeScratch Mine => mine ??= new ComputeScratch();

    /// <summary>Takes everything back.</summary>
    public void Reset() => used = 0;

    /// <summary>An array of zeros. It stays valid when the memory has to grow for a later one.</summary>
    public Span<T> Take<T>(int length)
        where T : unmanaged
    {
        int size = checked(length * Unsafe.SizeOf<T>());
        if (used + size > bytes.Length)
        {
            bytes = GC.AllocateUninitializedArray<byte>(Math.Max(2 * bytes.Length, size + Alignment), pinned: true);
            used = 0;
        }

        Span<byte> taken = bytes.AsSpan(used, size);
        used = Math.Min((used + size + Alignment - 1) / Alignment * Alignment, bytes.Length);
        taken.Clear();
        return MemoryMarshal.Cast<byte, T>(taken);
    }
}
