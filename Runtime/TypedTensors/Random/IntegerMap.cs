using System.Numerics;

namespace TypedTensors.RandomNumbers;

/// <summary>Integers from <paramref name="low"/> to <paramref name="last"/> above it, where 32 bits count them.</summary>
internal readonly struct NarrowIntegerMap<T>(ulong low, uint last) : IRandomMap<T>
    where T : unmanaged, IBinaryInteger<T>
{
    public static int WordsPerElement => 1;

    public void Map(in RandomStream stream, nint first, ReadOnlySpan<uint> words, Span<T> destination)
    {
        for (int i = 0; i < destination.Length; i++)
        {
            destination[i] = T.CreateTruncating(unchecked(low + BoundedDraw.Of(stream, first + i, words[i], last)));
        }
    }
}

/// <summary>Integers from <paramref name="low"/> to <paramref name="last"/> above it, where it takes more than 32 bits to count them.</summary>
internal readonly struct WideIntegerMap<T>(ulong low, ulong last) : IRandomMap<T>
    where T : unmanaged, IBinaryInteger<T>
{
    public static int WordsPerElement => 2;

    public void Map(in RandomStream stream, nint first, ReadOnlySpan<uint> words, Span<T> destination)
    {
        for (int i = 0; i < destination.Length; i++)
        {
            destination[i] = T.CreateTruncating(unchecked(low + BoundedDraw.Of(stream, first + i, RandomStream.Join(words, 2 * i), last)));
        }
    }
}
