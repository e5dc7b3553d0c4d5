using System.Numerics;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace TypedTensors.Radix;

/// <summary>Parts keys into those below a pivot and the others, sixteen at a time and without a branch that depends on them.</summary>
internal static unsafe class KeyPartition
{
    private const int Lanes = KeyNetwork.Lanes;

    /// <summary>Writes the keys below a pivot, and after them the others.</summary>
    /// <param name="from">The keys.</param>
    /// <param name="count">How many.</param>
    /// <param name="to">Where they go; other memory.</param>
    /// <param name="pivot">The pivot.</param>
    /// <returns>How many are below.</returns>
    public static int Run(uint* from, int count, uint* to, uint pivot)
    {
        Vector512<uint> pivots = Vector512.Create(pivot), places = KeyNetwork.Places;
        uint* low = to, high = to + count, end = from + count;

        // Whole vectors are stored at both ends; what is no result in them falls into the gap, which is as wide as both as long as there are keys for two.
        for (; end - from >= 2 * Lanes; from += Lanes)
        {
            Vector512<uint> keys = Vector512.Load(from), below = Vector512.LessThan(keys, pivots);
            uint taken = (uint)BitOperations.PopCount(below.ExtractMostSignificantBits());
            Vector512<uint> others = Avx512F.Compress(Vector512<uint>.Zero, Vector512.GreaterThanOrEqual(keys, pivots), keys);
            Avx512F.Compress(Vector512<uint>.Zero, below, keys).Store(low);
            Avx512F.PermuteVar16x32(others, places - Vector512.Create(taken)).Store(high - Lanes);
            low += taken;
            high -= Lanes - taken;
        }

        for (; from < end; from += Lanes)
        {
            Vector512<uint> wanted = Vector512.LessThan(places, Vector512.Create((uint)(end - from)));
            Vector512<uint> keys = Avx512F.MaskLoad(from, wanted, Vector512<uint>.Zero);
            Vector512<uint> below = Vector512.LessThan(keys, pivots) & wanted, above = Vector512.GreaterThanOrEqual(keys, pivots) & wanted;
            uint taken = (uint)BitOperations.PopCount(below.ExtractMostSignificantBits()), left = (uint)BitOperations.PopCount(above.ExtractMostSignificantBits());
            high -= left;
            Avx512F.MaskStore(low, Vector512.LessThan(places, Vector512.Create(taken)), Avx512F.Compress(Vector512<uint>.Zero, below, keys));
            Avx512F.MaskStore(high, Vector512.LessThan(places, Vector512.Create(left)), Avx512F.Compress(Vector512<uint>.Zero, above, keys));
            low += taken;
        }

        return (int)(low - to);
    }
}
