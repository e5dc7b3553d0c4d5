using System.Runtime.CompilerServices;

namespace TypedTensors.Kernels;

/// <summary>Where a reduction's kernel writes its results, and what else they depend on.</summary>
public readonly unsafe ref struct ReductionResults
{
    private readonly byte* results;
    private readonly ulong* scalars;

    internal ReductionResults(byte* results, long count, ulong* scalars)
    {
        this.results = results;
        this.scalars = scalars;
        Count = count;
    }

    /// <summary>The number of elements of which each result was made.</summary>
    public long Count { get; }

    /// <summary>The first result; the others follow.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref T Results<T>()
        where T : unmanaged => ref *(T*)results;

    /// <summary>A value that is one for the whole call.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Scalar<T>(int index)
        where T : unmanaged => *(T*)(scalars + index);
}
