using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace TypedTensors.Kernels;

/// <summary>Accumulators as a reduction's kernel sees them: rows of lanes, and these for each component of an accumulator.</summary>
public readonly unsafe ref struct ReductionLanes
{
    private readonly byte* memory;
    private readonly nint componentBytes;
    private readonly nint first;

    internal ReductionLanes(byte* memory, nint componentBytes, nint first, nint columns, nint rows = 1, nint stride = 0)
    {
        this.memory = memory;
        this.componentBytes = componentBytes;
        this.first = first;
        Columns = (nuint)columns;
        Rows = (nuint)rows;
        Stride = (nuint)stride;
    }

    /// <summary>The bytes that are set aside for a component of a lane: those of the widest element.</summary>
    internal const int BytesPerLane = 8;

    /// <summary>The number of lanes in a row; at least 1.</summary>
    public nuint Columns { get; }

    /// <summary>The number of rows.</summary>
    public nuint Rows { get; }

    /// <summary>The lanes from one row to the next.</summary>
    public nuint Stride { get; }

    /// <summary>The first lane of a component.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref T Component<T>(int index)
        where T : unmanaged => ref ((T*)(memory + (index * componentBytes)))[first];

    /// <summary>Sets a component of every lane of the first row.</summary>
    public void Fill<T>(int component, T value)
        where T : unmanaged => MemoryMarshal.CreateSpan(ref Component<T>(component), (int)Columns).Fill(value);

    /// <summary>Other lanes of the same memory.</summary>
    internal ReductionLanes At(nint offset, nint columns, nint rows = 1, nint stride = 0) =>
        new(memory, componentBytes, first + offset, columns, rows, stride);
}
