using System.Numerics;

namespace TypedTensors.RandomNumbers;

/// <summary>Floating-point numbers in [0, 1): the upper bits of a draw, as many as the significand has, as a fraction.</summary>
internal readonly struct UniformMap<T> : IRandomMap<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public static int WordsPerElement => typeof(T) == typeof(double) ? 2 : 1;

    public void Map(in RandomStream stream, nint first, ReadOnlySpan<uint> words, Span<T> destination)
    {
        for (int i = 0; i < destination.Length; i++)
        {
            // Each product is exact, so no conversion rounds up to 1.
            destination[i] =
                typeof(T) == typeof(double) ? T.CreateTruncating((RandomStream.Join(words, 2 * i) >> 11) * (1.0 / (1L << 53))) :
                typeof(T) == typeof(float) ? T.CreateTruncating((words[i] >> 8) * (1f / (1 << 24))) :
                T.CreateTruncating((words[i] >> 21) * (1f / (1 << 11)));
        }
    }
}
