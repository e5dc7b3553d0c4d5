using System.Buffers;
using TypedTensors.Kernels;
using TypedTensors.Loops;

namespace TypedTensors.Radix;

/// <summary>Sorts rows: short ones by comparing, long ones by their digits, and a very long one on several threads.</summary>
internal readonly struct RadixSort<T, TResult, TEntry>(ulong flip) : IRowBody<T, TResult>
    where T : unmanaged
    where TResult : unmanaged
    where TEntry : unmanaged, ISortEntry<T, TResult, TEntry>
{
    /// <summary>Up to so many elements are sorted by comparing.</summary>
    private const int LongestCompared = 96;

    /// <summary>From so many elements on, sharing them out among threads is worth a pass of its own.</summary>
    private const int ShortestShared = 1 << 17;

    public void Run(ReadOnlySpan<T> x, Span<TResult> result)
    {
        TEntry[] entries = ArrayPool<TEntry>.Shared.Rent(x.Length);
        if (x.Length <= LongestCompared)
        {
            Compare(x, result, entries.AsSpan(0, x.Length));
        }
        else
        {
            TEntry[] others = ArrayPool<TEntry>.Shared.Rent(x.Length);
            if (x.Length < ShortestShared || Cpu.ThreadCount == 1 || ParallelLoop.IsInside || !SharedRadix<T, TResult, TEntry>.TryRun(x, entries, others, result, flip))
            {
                var passes = new RadixPasses<T, TResult, TEntry, T, FromElements<T, TResult, TEntry>>(new(flip), flip, SortKeys.Bits<T>());
                passes.Run(x, entries.AsSpan(0, x.Length), others.AsSpan(0, x.Length), result);
            }

            ArrayPool<TEntry>.Shared.Return(others);
        }

        ArrayPool<TEntry>.Shared.Return(entries);
    }

    private void Compare(ReadOnlySpan<T> x, Span<TResult> result, Span<TEntry> entries)
    {
        for (int i = 0; i < x.Length; i++)
        {
            entries[i] = TEntry.Of(x[i], i, flip);
        }

        entries.Sort();
        for (int i = 0; i < x.Length; i++)
        {
            result[i] = entries[i].Result(flip);
        }
    }
}
