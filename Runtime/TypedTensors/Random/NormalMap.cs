using System.Numerics;
using System.Runtime.CompilerServices;

namespace TypedTensors.RandomNumbers;

/// <summary>Normally distributed numbers, made in pairs by <see cref="BoxMuller"/>.</summary>
internal readonly struct NormalMap<T> : IRandomMap<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private const int PairsAtOnce = 128;

    public static int WordsPerElement => typeof(T) == typeof(double) ? 2 : 1;

    [SkipLocalsInit]
    public void Map(in RandomStream stream, nint first, ReadOnlySpan<uint> words, Span<T> destination)
    {
        Span<double> u = stackalloc double[PairsAtOnce], v = stackalloc double[PairsAtOnce];
        while (!destination.IsEmpty)
        {
            // Of an odd number of elements, the last pair's second is dropped; its words are there, as blocks are whole.
            int pairs = Math.Min((destination.Length + 1) / 2, PairsAtOnce), wholeVectors = (pairs + 3) & ~3;
            u[pairs..wholeVectors].Fill(1);
            v[pairs..wholeVectors].Clear();
            ToUniform(words, u[..pairs], v[..pairs]);
            BoxMuller.Transform(u[..wholeVectors], v[..wholeVectors]);
            int count = Math.Min(2 * pairs, destination.Length);
            for (int i = 0; i < count; i++)
            {
                destination[i] = T.CreateTruncating((i & 1) == 0 ? u[i / 2] : v[i / 2]);
            }

            destination = destination[count..];
            words = words[(2 * pairs * WordsPerElement)..];
        }
    }

    /// <summary>The draws as u in (0, 1], whose logarithm is finite, and v in [0, 1).</summary>
    private static void ToUniform(ReadOnlySpan<uint> words, Span<double> u, Span<double> v)
    {
        for (int i = 0; i < u.Length; i++)
        {
            if (typeof(T) == typeof(double))
            {
                u[i] = ((long)(RandomStream.Join(words, 4 * i) >> 11) + 1) * (1.0 / (1L << 53));
                v[i] = (long)(RandomStream.Join(words, (4 * i) + 2) >> 11) * (1.0 / (1L << 53));
            }
            else
            {
                u[i] = (words[2 * i] + 1L) * (1.0 / (1L << 32));
                v[i] = (long)words[(2 * i) + 1] * (1.0 / (1L << 32));
            }
        }
    }
}
