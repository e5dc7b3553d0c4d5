using System.Buffers;
using TypedTensors.Kernels;

namespace TypedTensors.Radix;

/// <summary>The first few elements of the order of a row.</summary>
/// <remarks>
/// Candidates are gathered until there are twice as many as wanted, and then sorted; of those that are left the last is the limit that a later element has to be below. So almost
/// all elements of a long row in no particular order are only compared with the limit, and in the worst one each is sorted with the few a constant number of times.
/// </remarks>
/// <typeparam name="T">The element type.</typeparam>
internal readonly struct RowSelection<T>(bool descending) : IRowBody<T, long>
    where T : unmanaged
{
    private const int FewestCandidates = 64;

    public void Run(ReadOnlySpan<T> x, Span<long> result)
    {
        int wanted = result.Length;
        if (wanted == 0)
        {
            return;
        }

        ulong flip = descending ? ulong.MaxValue >> (64 - SortKeys.Bits<T>()) : 0;
        Candidate[] rented = ArrayPool<Candidate>.Shared.Rent(Math.Max(2 * wanted, FewestCandidates));
        Span<Candidate> candidates = rented;
        int count = 0;
        ulong limit = ulong.MaxValue;
        bool isLimited = false;
        for (int i = 0; i < x.Length; i++)
        {
            ulong key = SortKeys.OfEqual(x[i]) ^ flip;

            // Of equal ones the earlier counts, and those here are earlier.
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
        for (int i = 0; i < result.Length; i++)
        {
            result[i] = candidates[i].Place;
        }

        ArrayPool<Candidate>.Shared.Return(rented);
    }

    private readonly record struct Candidate(ulong Key, int Place) : IComparable<Candidate>
    {
        public int CompareTo(Candidate other) => Key == other.Key ? Place.CompareTo(other.Place) : Key < other.Key ? -1 : 1;
    }
}
