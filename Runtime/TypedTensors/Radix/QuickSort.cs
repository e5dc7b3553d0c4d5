using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace TypedTensors.Radix;

/// <summary>Sorts keys of 32 bits by parting them again and again (Hoare's quicksort), back and forth between two memories and with vectors of 512 bits.</summary>
/// <remarks>After J. Wassenberg and others, "Vectorized and performance-portable quicksort" (2022). Of 2^20 keys: about 13 times 4 MB read and written, the most of it in the second cache.</remarks>
internal static unsafe class QuickSort
{
    /// <summary>From so many keys on, the pivot is chosen among 64 of them rather than 16.</summary>
    private const int ShortestLong = 1 << 12;

    /// <summary>Sorts keys and writes their elements.</summary>
    /// <param name="keys">The keys, which are overwritten.</param>
    /// <param name="count">How many.</param>
    /// <param name="others">Memory for as many.</param>
    /// <param name="result">Where the elements go; may be either of the two.</param>
    /// <param name="flip">What turns the order of the keys round.</param>
    public static void Run<T>(uint* keys, int count, uint* others, uint* result, uint flip)
        where T : unmanaged => Part<T>(keys, count, others, result, flip, 2 * BitOperations.Log2((uint)count | 1));

    /// <summary>Sorts by at most so many partings one after the other, and what is then not yet sorted otherwise.</summary>
    internal static void Part<T>(uint* keys, int count, uint* others, uint* result, uint flip, int depth)
        where T : unmanaged
    {
        for (; count > KeyNetwork.Longest; depth--)
        {
            if (depth == 0)
            {
                // Whoever knows how pivots are chosen can make them bad; the library's sort takes n log n steps then too.
                new Span<uint>(keys, count).Sort();
                Elements<T>(keys, count, result, flip);
                return;
            }

            uint pivot = Pivot(keys, count);
            int low = KeyPartition.Run(keys, count, others, pivot);
            if (low > 0)
            {
                Part<T>(others, low, keys, result, flip, depth - 1);
            }
            else
            {
                // The pivot is the smallest key, and all that equal it are in order already.
                low = pivot == uint.MaxValue ? count : KeyPartition.Run(keys, count, others, pivot + 1);
                Fill<T>(pivot, low, result, flip);
            }

            uint* rest = others + low;
            others = keys + low;
            keys = rest;
            result += low;
            count -= low;
        }

        if (count > 0)
        {
            KeyNetwork.Sort<T>(keys, count, result, flip);
        }
    }

    /// <summary>The middle one of some keys that lie evenly.</summary>
    private static uint Pivot(uint* keys, int count)
    {
        const int Most = 64;
        int samples = count < ShortestLong ? KeyNetwork.Lanes : Most, step = count / samples;
        uint* sample = stackalloc uint[Most];
        for (int i = 0; i < samples; i++)
        {
            sample[i] = keys[i * step];
        }

        if (samples == KeyNetwork.Lanes)
        {
            return KeyNetwork.Sorted(Vector512.Load(sample)).GetElement(KeyNetwork.Lanes / 2);
        }

        KeyNetwork.Sort<uint>(sample, Most, sample, 0);
        return sample[Most / 2];
    }

    private static void Elements<T>(uint* keys, int count, uint* result, uint flip)
        where T : unmanaged
    {
        for (int i = 0; i < count; i++)
        {
            result[i] = Unsafe.BitCast<T, uint>(SortKeys.Value<T>(keys[i] ^ flip));
        }
    }

    private static void Fill<T>(uint key, int count, uint* result, uint flip)
        where T : unmanaged => new Span<uint>(result, count).Fill(Unsafe.BitCast<T, uint>(SortKeys.Value<T>(key ^ flip)));
}
