namespace TypedTensors.RandomNumbers;

/// <summary>The random bits of one call.</summary>
internal readonly struct RandomStream(ulong seed, ulong position)
{
    /// <summary>
    /// The bits of a block's index that count blocks; the ones above count attempts, for draws that are rejected.
    /// An address counts fewer elements than that.
    /// </summary>
    private const int IndexBits = 56;

    /// <summary>How many times a draw can be had anew.</summary>
    public const int MaxAttempts = 1 << (64 - IndexBits);

    /// <summary>The words of whole blocks in order, the first of which holds draw <paramref name="firstWord"/> of 32 bits.</summary>
    public void Words(nint firstWord, Span<uint> destination) => Philox.Fill((ulong)firstWord / Philox.WordsPerBlock, position, seed, destination);

    /// <summary>One draw of 32 bits; attempt 0 is the one that <see cref="Words"/> gives.</summary>
    public uint Draw32(nint index, int attempt)
    {
        Span<uint> block = stackalloc uint[Philox.WordsPerBlock];
        Block((ulong)index / 4, attempt, block);
        return block[(int)(index % 4)];
    }

    /// <summary>One draw of 64 bits.</summary>
    public ulong Draw64(nint index, int attempt)
    {
        Span<uint> block = stackalloc uint[Philox.WordsPerBlock];
        Block((ulong)index / 2, attempt, block);
        return Join(block, 2 * (int)(index % 2));
    }

    /// <summary>The draw of 64 bits that begins at a word.</summary>
    public static ulong Join(ReadOnlySpan<uint> words, int first) => words[first] | ((ulong)words[first + 1] << 32);

    private void Block(ulong index, int attempt, Span<uint> block) => Philox.Fill(index | ((ulong)attempt << IndexBits), position, seed, block);
}
