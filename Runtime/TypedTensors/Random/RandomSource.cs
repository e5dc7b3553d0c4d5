using System.Runtime.CompilerServices;

namespace TypedTensors.RandomNumbers;

/// <summary>Makes elements of random words.</summary>
internal interface IRandomMap<T>
    where T : unmanaged
{
    /// <summary>How many words an element takes, 1 or 2.</summary>
    static abstract int WordsPerElement { get; }

    /// <summary>Makes the elements from index <paramref name="first"/>, a multiple of 4, on.</summary>
    /// <param name="stream">Where the words come from, for those who need more.</param>
    /// <param name="first">The index of the first element.</param>
    /// <param name="words">The elements' words, up to the end of the last element's block.</param>
    /// <param name="destination">Gets the elements.</param>
    void Map(in RandomStream stream, nint first, ReadOnlySpan<uint> words, Span<T> destination);
}

/// <summary>The elements of a random tensor, in batches whose words fit on the stack.</summary>
internal readonly struct RandomSource<T, TMap>(RandomStream stream, TMap map) : IElementSource<T>
    where T : unmanaged
    where TMap : struct, IRandomMap<T>
{
    private const int WordsAtOnce = 1024;

    [SkipLocalsInit]
    public void Fill(nint first, Span<T> destination)
    {
        Span<uint> buffer = stackalloc uint[WordsAtOnce];
        while (!destination.IsEmpty)
        {
            int count = Math.Min(destination.Length, WordsAtOnce / TMap.WordsPerElement);
            int blocks = ((count * TMap.WordsPerElement) + Philox.WordsPerBlock - 1) / Philox.WordsPerBlock;
            Span<uint> words = buffer[..(blocks * Philox.WordsPerBlock)];
            stream.Words(first * TMap.WordsPerElement, words);
            map.Map(stream, first, words, destination[..count]);
            destination = destination[count..];
            first += count;
        }
    }
}
