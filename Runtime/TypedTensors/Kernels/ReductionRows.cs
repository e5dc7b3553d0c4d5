using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace TypedTensors.Kernels;

/// <summary>Elements as a reduction's kernel sees them: contiguous rows, one element for each lane.</summary>
public readonly unsafe ref struct ReductionRows
{
    /// <summary>How far ahead elements are asked for: measured, half a page. Without it a sum of a million floats takes a fifth longer.</summary>
    private const int BytesAhead = 2048;

    private readonly byte* elements;

    internal ReductionRows(byte* elements, nint count, nint stride)
    {
        this.elements = elements;
        Count = (nuint)count;
        Stride = stride;
    }

    /// <summary>The number of rows; at least 1.</summary>
    public nuint Count { get; }

    /// <summary>The elements from one row to the next; may be negative.</summary>
    public nint Stride { get; }

    /// <summary>Whether the rows follow one another, so that what is wanted next is known.</summary>
    public bool IsRun { get; internal init; }

    /// <summary>The position of the first element of the first row.</summary>
    public long Position { get; internal init; }

    /// <summary>What the position grows by from one row to the next.</summary>
    public long RowStep { get; internal init; }

    /// <summary>What the position grows by from one column to the next.</summary>
    public long ColumnStep { get; internal init; }

    /// <summary>The first element of the first row.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref T Elements<T>()
        where T : unmanaged => ref *(T*)elements;

    /// <summary>Asks the processor for the cache line that will be wanted a while after the one at an offset in elements.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Prefetch<T>(ref T element, nuint offset)
        where T : unmanaged
    {
        if (Sse.IsSupported)
        {
            Sse.Prefetch0((byte*)Unsafe.AsPointer(ref Unsafe.Add(ref element, offset)) + BytesAhead);
        }
    }
}
