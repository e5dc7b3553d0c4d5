using System.Runtime.CompilerServices;

namespace TypedTensors.RandomNumbers;

/// <summary>Puts elements in random order.</summary>
internal static class Shuffling
{
    private const int WordsAtOnce = 512;

    /// <summary>The Fisher-Yates shuffle, whose step s takes the 64-bit draw s; of any length, as spans are not.</summary>
    public static void Run<T>(RandomStream stream, ref T first, nint length)
    {
        Span<uint> words = stackalloc uint[WordsAtOnce];
        for (nint step = 0; step < length - 1; step++)
        {
            int word = (int)(2 * step % WordsAtOnce);
            if (word == 0)
            {
                stream.Words(2 * step, words);
            }

            nint last = length - 1 - step;
            nint chosen = (nint)BoundedDraw.Of(stream, step, RandomStream.Join(words, word), (ulong)last);
            (Unsafe.Add(ref first, last), Unsafe.Add(ref first, chosen)) = (Unsafe.Add(ref first, chosen), Unsafe.Add(ref first, last));
        }
    }
}
