using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using TypedTensors.Loops;

namespace TypedTensors.Radix;

/// <summary>Sorts a few keys with vectors: Batcher's bitonic network (K. E. Batcher, "Sorting networks and their applications", 1968).</summary>
/// <remarks>
/// Of 256 keys, sixteen vectors of sixteen, about 2000 instructions, none of which waits for a branch that depends on a key. The vectors stay in the first-level cache between the stages: eight of
/// them in registers are more code than the compiler optimizes.
/// </remarks>
internal static unsafe class KeyNetwork
{
    /// <summary>The most keys that are sorted.</summary>
    public const int Longest = 256;

    /// <summary>The keys of a vector.</summary>
    public const int Lanes = 16;

    /// <summary>The place of each lane.</summary>
    public static Vector512<uint> Places
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Vector512.Create(0u, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15);
    }

    /// <summary>Sorts keys and writes their elements.</summary>
    /// <param name="keys">The keys.</param>
    /// <param name="count">How many; 1 or more.</param>
    /// <param name="result">Where the elements go; may be where the keys are.</param>
    /// <param name="flip">What turns the order of the keys round.</param>
    [SkipLocalsInit]
    public static void Sort<T>(uint* keys, int count, uint* result, uint flip)
        where T : unmanaged
    {
        byte* memory = stackalloc byte[(Longest * sizeof(uint)) + Block64.Bytes];
        var vectors = (Vector512<uint>*)(memory + (-(nint)memory & (Block64.Bytes - 1)));
        int used = (count + Lanes - 1) / Lanes, length = (int)BitOperations.RoundUpToPowerOf2((uint)used);
        for (int i = 0; i < length; i++)
        {
            // What is missing in the last vectors sorts to the end.
            vectors[i] = Sorted(i < used - 1 ? Vector512.Load(keys + (i * Lanes)) : Avx512F.MaskLoad(keys + (i * Lanes), First(count - (i * Lanes)), Vector512<uint>.AllBitsSet));
        }

        for (int sorted = 1; sorted < length; sorted *= 2)
        {
            Merge(vectors, length, sorted);
        }

        Vector512<uint> flips = Vector512.Create(flip);
        for (int i = 0; i < used - 1; i++)
        {
            KeyVectors.Value<T>(vectors[i] ^ flips).Store(result + (i * Lanes));
        }

        Avx512F.MaskStore(result + ((used - 1) * Lanes), First(count - ((used - 1) * Lanes)), KeyVectors.Value<T>(vectors[used - 1] ^ flips));
    }

    /// <summary>The keys of a vector in order.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<uint> Sorted(Vector512<uint> v)
    {
        v = ByOne(v);
        v = OfTwo(v, Vector512.Shuffle(v, Vector512.Create(3u, 2, 1, 0, 7, 6, 5, 4, 11, 10, 9, 8, 15, 14, 13, 12)));
        v = ByOne(v);
        v = OfFour(v, Vector512.Shuffle(v, Vector512.Create(7u, 6, 5, 4, 3, 2, 1, 0, 15, 14, 13, 12, 11, 10, 9, 8)));
        v = ByOne(ByTwo(v));
        v = OfEight(v, Reversed(v));
        return ByOne(ByTwo(ByFour(v)));
    }

    /// <summary>The first lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<uint> First(int count) => Vector512.GreaterThan(Vector512.Create(count), Places.AsInt32()).AsUInt32();

    /// <summary>Merges each two neighbouring runs of sorted vectors.</summary>
    private static void Merge(Vector512<uint>* vectors, int length, int sorted)
    {
        for (int i = 0; i < length; i += 2 * sorted)
        {
            // The one run up and the other down: of each key and the one opposite, the smaller goes into the first half, and the larger into the second.
            for (int low = i, high = i + (2 * sorted) - 1; low < high; low++, high--)
            {
                Vector512<uint> first = vectors[low], second = Reversed(vectors[high]);
                vectors[low] = Vector512.Min(first, second);
                vectors[high] = Vector512.Max(first, second);
            }
        }

        for (int distance = sorted / 2; distance > 0; distance /= 2)
        {
            for (int i = 0; i < length; i++)
            {
                if ((i & distance) == 0)
                {
                    Vector512<uint> first = vectors[i], second = vectors[i + distance];
                    vectors[i] = Vector512.Min(first, second);
                    vectors[i + distance] = Vector512.Max(first, second);
                }
            }
        }

        for (int i = 0; i < length; i++)
        {
            Vector512<uint> v = vectors[i];
            vectors[i] = ByOne(ByTwo(ByFour(OfEight(v, Vector512.Shuffle(v, Vector512.Create(8u, 9, 10, 11, 12, 13, 14, 15, 0, 1, 2, 3, 4, 5, 6, 7))))));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<uint> Reversed(Vector512<uint> v) => Vector512.Shuffle(v, Vector512.Create(15u, 14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<uint> ByFour(Vector512<uint> v) => OfFour(v, Vector512.Shuffle(v, Vector512.Create(4u, 5, 6, 7, 0, 1, 2, 3, 12, 13, 14, 15, 8, 9, 10, 11)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<uint> ByTwo(Vector512<uint> v) => OfTwo(v, Vector512.Shuffle(v, Vector512.Create(2u, 3, 0, 1, 6, 7, 4, 5, 10, 11, 8, 9, 14, 15, 12, 13)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<uint> ByOne(Vector512<uint> v) => OfOne(v, Vector512.Shuffle(v, Vector512.Create(1u, 0, 3, 2, 5, 4, 7, 6, 9, 8, 11, 10, 13, 12, 15, 14)));

    /// <summary>Compares lanes with their partners: the smaller stays in the first of two.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<uint> OfOne(Vector512<uint> v, Vector512<uint> partners) =>
        Vector512.ConditionalSelect(Vector512.Create(~0u, 0, ~0u, 0, ~0u, 0, ~0u, 0, ~0u, 0, ~0u, 0, ~0u, 0, ~0u, 0), Vector512.Min(v, partners), Vector512.Max(v, partners));

    /// <summary>Compares lanes with their partners: the smaller stays in the first two of four.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<uint> OfTwo(Vector512<uint> v, Vector512<uint> partners) =>
        Vector512.ConditionalSelect(Vector512.Create(~0u, ~0u, 0, 0, ~0u, ~0u, 0, 0, ~0u, ~0u, 0, 0, ~0u, ~0u, 0, 0), Vector512.Min(v, partners), Vector512.Max(v, partners));

    /// <summary>Compares lanes with their partners: the smaller stays in the first four of eight.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<uint> OfFour(Vector512<uint> v, Vector512<uint> partners) =>
        Vector512.ConditionalSelect(Vector512.Create(~0u, ~0u, ~0u, ~0u, 0, 0, 0, 0, ~0u, ~0u, ~0u, ~0u, 0, 0, 0, 0), Vector512.Min(v, partners), Vector512.Max(v, partners));

    /// <summary>Compares lanes with their partners: the smaller stays in the first eight.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<uint> OfEight(Vector512<uint> v, Vector512<uint> partners) =>
        Vector512.ConditionalSelect(Vector512.Create(~0u, ~0u, ~0u, ~0u, ~0u, ~0u, ~0u, ~0u, 0, 0, 0, 0, 0, 0, 0, 0), Vector512.Min(v, partners), Vector512.Max(v, partners));
}
