using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

// Not "TypedTensors.Random", which would hide System.Random from all that lies in TypedTensors.
namespace TypedTensors.RandomNumbers;

/// <summary>Philox4x32-10: scrambles a counter of 128 bits under a key of 64 bits into 128 random bits.</summary>
/// <remarks>
/// J. K. Salmon, M. A. Moraes, R. O. Dror, D. E. Shaw, "Parallel Random Numbers: As Easy as 1, 2, 3", SC 2011, section 4.3. The generator has no state: any
/// block can be had without those before it, so threads share out the counters. It passes BigCrush.
/// </remarks>
internal static class Philox
{
    /// <summary>The words of one block.</summary>
    public const int WordsPerBlock = 4;

    private const int Rounds = 10;

    // The multipliers were found by search, for their mixing; the key's increments are the golden ratio and the square root of 3, less 1.
    private const uint Multiplier0 = 0xD2511F53, Multiplier1 = 0xCD9E8D57, Increment0 = 0x9E3779B9, Increment1 = 0xBB67AE85;

    /// <summary>The block of one counter, its four words in place of the counter's.</summary>
    public static void Scramble(Span<uint> counter, ulong key)
    {
        uint x0 = counter[0], x1 = counter[1], x2 = counter[2], x3 = counter[3];
        uint key0 = (uint)key, key1 = (uint)(key >> 32);
        for (int round = 0; round < Rounds; round++)
        {
            ulong product0 = (ulong)x0 * Multiplier0, product1 = (ulong)x2 * Multiplier1;
            (x0, x1, x2, x3) = ((uint)(product1 >> 32) ^ x1 ^ key0, (uint)product1, (uint)(product0 >> 32) ^ x3 ^ key1, (uint)product0);
            key0 += Increment0;
            key1 += Increment1;
        }

        (counter[0], counter[1], counter[2], counter[3]) = (x0, x1, x2, x3);
    }

    /// <summary>The blocks whose counters have a low half that counts up from <paramref name="first"/> and one and the same high half.</summary>
    /// <param name="first">The low half of the first counter.</param>
    /// <param name="high">The high half of all.</param>
    /// <param name="key">The key.</param>
    /// <param name="destination">Gets four words for each block; its length is a multiple of four.</param>
    /// <param name="allowVectors">Whether vector instructions may be used; the words are the same.</param>
    public static void Fill(ulong first, ulong high, ulong key, Span<uint> destination, bool allowVectors = true)
    {
        if (allowVectors && Avx2.IsSupported)
        {
            for (; destination.Length >= 8 * WordsPerBlock; destination = destination[(8 * WordsPerBlock)..])
            {
                FillEight(first, high, key, ref MemoryMarshal.GetReference(destination));
                first += 8;
            }
        }

        for (; !destination.IsEmpty; destination = destination[WordsPerBlock..])
        {
            (destination[0], destination[1], destination[2], destination[3]) = ((uint)first, (uint)(first >> 32), (uint)high, (uint)(high >> 32));
            Scramble(destination, key);
            first++;
        }
    }

    /// <summary>Eight blocks in two groups of four, so that one group's multiplications run while the other's are under way.</summary>
    /// <remarks>
    /// A word lies in the low half of a 64-bit lane, where its products have room; what is left in the upper halves never reaches the low ones.
    /// </remarks>
    private static void FillEight(ulong first, ulong high, ulong key, ref uint destination)
    {
        Vector256<ulong> counterA = Vector256.Create(first) + Vector256.Create(0ul, 1, 2, 3), counterB = counterA + Vector256.Create(4ul);
        Vector256<ulong> a0 = counterA, a1 = counterA >>> 32, a2 = Vector256.Create((ulong)(uint)high), a3 = Vector256.Create(high >> 32);
        Vector256<ulong> b0 = counterB, b1 = counterB >>> 32, b2 = a2, b3 = a3;
        Vector256<uint> multiplier0 = Vector256.Create((ulong)Multiplier0).AsUInt32(), multiplier1 = Vector256.Create((ulong)Multiplier1).AsUInt32();
        uint key0 = (uint)key, key1 = (uint)(key >> 32);
        for (int round = 0; round < Rounds; round++)
        {
            Vector256<ulong> roundKey0 = Vector256.Create((ulong)key0), roundKey1 = Vector256.Create((ulong)key1);
            Vector256<ulong> productA0 = Avx2.Multiply(a0.AsUInt32(), multiplier0), productA1 = Avx2.Multiply(a2.AsUInt32(), multiplier1);
            Vector256<ulong> productB0 = Avx2.Multiply(b0.AsUInt32(), multiplier0), productB1 = Avx2.Multiply(b2.AsUInt32(), multiplier1);
            (a0, a1, a2, a3) = ((productA1 >>> 32) ^ a1 ^ roundKey0, productA1, (productA0 >>> 32) ^ a3 ^ roundKey1, productA0);
            (b0, b1, b2, b3) = ((productB1 >>> 32) ^ b1 ^ roundKey0, productB1, (productB0 >>> 32) ^ b3 ^ roundKey1, productB0);
            key0 += Increment0;
            key1 += Increment1;
        }

        Store(a0, a1, a2, a3, ref destination);
        Store(b0, b1, b2, b3, ref Unsafe.Add(ref destination, 4 * WordsPerBlock));
    }

    /// <summary>Stores four blocks that lie in columns one after the other.</summary>
    private static void Store(Vector256<ulong> x0, Vector256<ulong> x1, Vector256<ulong> x2, Vector256<ulong> x3, ref uint destination)
    {
        Vector256<ulong> low = Vector256.Create((ulong)uint.MaxValue);
        Vector256<ulong> front = (x0 & low) | (x1 << 32), back = (x2 & low) | (x3 << 32);
        Vector256<ulong> even = Avx2.UnpackLow(front, back), odd = Avx2.UnpackHigh(front, back);
        Avx2.Permute2x128(even, odd, 0x20).AsUInt32().StoreUnsafe(ref destination);
        Avx2.Permute2x128(even, odd, 0x31).AsUInt32().StoreUnsafe(ref destination, 2 * WordsPerBlock);
    }
}
