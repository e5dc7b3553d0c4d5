using System.Runtime.InteropServices;
using TypedTensors.RandomNumbers;

namespace TypedTensors;

/// <summary>A seeded source of random numbers: the same seed gives the same numbers on every machine, device and number of threads.</summary>
/// <remarks>
/// <para>Counter-based, on Philox4x32-10 (Salmon et al., "Parallel Random Numbers: As Easy as 1, 2, 3", SC 2011). The key is the seed. Each call that draws
/// from the generator, whatever and however much it draws, takes one <see cref="Position"/>; element i of a call depends on the seed, the position and i alone.
/// So a tensor's first elements do not depend on its length, and a call is repeated by making a generator with its seed and position.</para>
/// <para>Block b of a call at position p is Philox of the counter (b mod 2^32, b / 2^32, p mod 2^32, p / 2^32). Draws of 32 bits take the words of the blocks in
/// order; draws of 64 bits take two words each, the low one first. What is made of a draw stands at <c>Rand</c>, <c>Randn</c> and <c>RandInt</c>.</para>
/// <para>Statistical, not for secrets. Safe to use from several threads, though which of them takes which position is then up
/// to chance; give each its own by <see cref="Split"/>.</para>
/// </remarks>
public sealed class RandomGenerator
{
    private ulong position;

    /// <summary>Creates a generator.</summary>
    /// <param name="seed">Which of the 2^64 streams; nearby seeds give unrelated ones.</param>
    /// <param name="position">How many calls to skip.</param>
    public RandomGenerator(ulong seed, ulong position = 0)
    {
        Seed = seed;
        this.position = position;
    }

    /// <summary>Which of the 2^64 streams this is.</summary>
    public ulong Seed { get; }

    /// <summary>The number of calls that have drawn from the stream; after 2^64 it begins anew.</summary>
    public ulong Position => Volatile.Read(ref position);

    /// <summary>A generator of an unrelated stream, whose seed is drawn from this one; takes one position.</summary>
    /// <remarks>Two of n generators split off have the same seed with a probability of about n^2 / 2^65.</remarks>
    public RandomGenerator Split()
    {
        RandomStream stream = TakeStream();
        return new RandomGenerator(stream.Draw64(0, attempt: 0));
    }

    /// <summary>Puts the elements of a span in random order, all orders being equally likely up to the generator's 2^64 streams; takes one position.</summary>
    /// <remarks>The Fisher-Yates shuffle, from the last element to the first; step s swaps by an unbiased draw made of the call's 64-bit draw s.</remarks>
    public void Shuffle<T>(Span<T> elements) => Shuffling.Run(TakeStream(), ref MemoryMarshal.GetReference(elements), elements.Length);

    /// <summary>The stream of the next call.</summary>
    internal RandomStream TakeStream() => new(Seed, Interlocked.Increment(ref position) - 1);
}
