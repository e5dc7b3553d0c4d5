using System.Buffers;
using TypedTensors.Kernels;

namespace TypedTensors.Radix;

/// <summary>The first few elements of the order of a row.</summary>
/// <remarks>Almost all elements of a long row in no particular order are only compared with the last of the best so far. In the worst order each is one of the best for a while.</remarks>
/// <typeparam name="T">The element type.</typeparam>
internal readonly struct RowSelection<T>(bool descending) : IRowBody<T, long>
    where T : unmanaged
{
    /// <summary>As many can be kept in order by shifting the others.</summary>
    public const int Few = 64;

    private readonly ulong flip = descending ? ulong.MaxValue >> (64 - SortKeys.Bits<T>()) : 0;

    public void Run(ReadOnlySpan<T> x, Span<long> result)
    {
        if (result.Length == 0)
        {
            return;
        }

        Candidate[] rented = ArrayPool<Candidate>.Shared.Rent(2 * result.Length);
        Span<Candidate> candidates = rented;
        if (result.Length <= Few)
        {
            Insert(x, candidates[..result.Length]);
        }
        else
        {
            Gather(x, candidates, result.Length);
        }

        for (int i = 0; i < result.Length; i++)
        {
            result[i] = candidates[i].Place;
        }

        ArrayPool<Candidate>.Shared.Return(rented);
    }

    // The best are always in order.
    private void Insert(ReadOnlySpan<T> x, Span<Candidate> best)
    {
        int count = 0;
        for (int i = 0; i < x.Length; i++)
        {
            ulong key = SortKeys.OfEqual(x[i]) ^ flip;

            // Of equal ones the earlier counts, and those here are earlier.
            if (count == best.Length && key >= best[^1].Key)
            {
                continue;
            }

            int place = count == best.Length ? count - 1 : count++;
            for (; place > 0 && key < best[place - 1].Key; place--)
            {
                best[place] = best[place - 1];
            }

            best[place] = new Candidate(key, i);
        }
    }

    // Candidates are gathered until there are twice as many as wanted, and sorted; then the last that is wanted is the limit.
    private void Gather(ReadOnlySpan<T> x, Span<Candidate> candidates, int wanted)
    {
        int count = 0;
        ulong limit = ulong.MaxValue;
        bool isLimited = false;
        for (int i = 0; i < x.Length; i++)
        {
            ulong key = SortKeys.OfEqual(x[i]) ^ flip;
            if (isLimited && key >= limit)
            {
                continue;
            }

            candidates[count++] = new Candidate(key, i);
            if (count == candidates.Length)
            {
                candidates.Sort();
                count = wanted;
                (limit, isLimited) = (candidates[wanted - 1].Key, true);
            }
        }

        candidates[..count].Sort();
    }

    private readonly record struct Candidate(ulong Key, int Place) : IComparable<Candidate>
    {
        public int CompareTo(Candidate other) => Key == other.Key ? Place.CompareTo(other.Place) : Key < other.Key ? -1 : 1;
    }
}
