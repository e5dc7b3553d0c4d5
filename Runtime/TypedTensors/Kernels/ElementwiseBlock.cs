using System.Runtime.CompilerServices;

namespace TypedTensors.Kernels;

/// <summary>A run of elements as an element-wise kernel sees it: each operand is contiguous, or one value repeated.</summary>
public readonly unsafe ref struct ElementwiseBlock
{
    private readonly byte** pointers;
    private readonly nuint* masks;

    internal ElementwiseBlock(byte** pointers, nuint* masks, nint length)
    {
        this.pointers = pointers;
        this.masks = masks;
        Length = (nuint)length;
    }

    /// <summary>The number of elements; at least 1.</summary>
    public nuint Length { get; }

    /// <summary>The first element of an operand; inputs count first, then outputs.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref T Operand<T>(int index)
        where T : unmanaged => ref *(T*)pointers[index];

    /// <summary>
    /// All ones if the operand's elements are contiguous; 0 if it is one value, which then fills 64 bytes. So <c>i &amp; mask</c> is the index of
    /// element <c>i</c> either way, and a vector may be loaded there.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public nuint Mask(int index) => masks[index];
}
