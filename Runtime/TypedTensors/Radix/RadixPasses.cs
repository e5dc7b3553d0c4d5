using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace TypedTensors.Radix;

/// <summary>Sorts digit by digit from the lowest, each digit by counting: stable, and in a time that does not depend on the elements.</summary>
/// <remarks>
/// For 2^20 floats: one pass that counts (4 MB read) and three that move (4 MB read, 4 MB written each), digits of 11 bits. The 2048 places that are written to in turn fit the
/// second cache (128 KB of lines), not the first, which costs less than a fourth pass with digits of 8 bits (measured 3.5 ms against 4.4). Passes over a digit that all
/// keys share are left out.
/// </remarks>
internal readonly ref struct RadixPasses<T, TResult, TEntry, TSource, TReader>(TReader reader, ulong flip, int bits)
    where TEntry : struct, ISortEntry<T, TResult, TEntry>
    where TReader : struct, IRadixSource<TSource, TEntry>
{
    /// <summary>Up to so many elements, counting digits of 11 bits costs more than it saves.</summary>
    private const int LongestOfShortDigits = 1 << 12;

    /// <summary>Sorts.</summary>
    /// <param name="source">What is sorted.</param>
    /// <param name="entries">Scratch of the same length.</param>
    /// <param name="others">Scratch of the same length; it may be the source, which is read before it is written.</param>
    /// <param name="result">Where the results go.</param>
    public void Run(ReadOnlySpan<TSource> source, Span<TEntry> entries, Span<TEntry> others, Span<TResult> result)
    {
        int digitBits = source.Length <= LongestOfShortDigits || bits < 32 ? 8 : 11, digits = (bits + digitBits - 1) / digitBits, radix = 1 << digitBits;
        int[] counts = ArrayPool<int>.Shared.Rent(digits * radix);
        CountDigits(source, counts.AsSpan(0, digits * radix), digits, digitBits);
        int last = -1;
        for (int digit = 0; digit < digits; digit++)
        {
            last = Start(counts.AsSpan(digit * radix, radix), source.Length) ? digit : last;
        }

        bool isRead = false;
        for (int digit = 0; digit <= last; digit++)
        {
            ref int starts = ref counts[digit * radix];
            if (starts < 0)
            {
                continue;
            }

            int shift = digit * digitBits;
            uint mask = (uint)radix - 1;
            if (!isRead && digit == last)
            {
                ReadAndWrite(source, result, ref starts, shift, mask);
            }
            else if (!isRead)
            {
                Read(source, entries, ref starts, shift, mask);
            }
            else if (digit == last)
            {
                Write(entries, result, ref starts, shift, mask);
            }
            else
            {
                Move(entries, others, ref starts, shift, mask);
                Span<TEntry> moved = others;
                others = entries;
                entries = moved;
            }

            isRead = true;
        }

        for (int i = 0; last < 0 && i < source.Length; i++)
        {
            result[i] = reader.Entry(source[i], i).Result(flip);
        }

        ArrayPool<int>.Shared.Return(counts);
    }

    private void CountDigits(ReadOnlySpan<TSource> source, Span<int> counts, int digits, int digitBits)
    {
        counts.Clear();
        ref int first = ref MemoryMarshal.GetReference(counts);
        if (digits == 3 && digitBits == 11)
        {
            // Most elements are of 32 bits.
            ref int second = ref Unsafe.Add(ref first, 2048), third = ref Unsafe.Add(ref first, 4096);
            for (int i = 0; i < source.Length; i++)
            {
                TEntry entry = reader.Entry(source[i], i);
                Unsafe.Add(ref first, entry.Digit(0) & 2047)++;
                Unsafe.Add(ref second, entry.Digit(11) & 2047)++;
                Unsafe.Add(ref third, entry.Digit(22) & 2047)++;
            }

            return;
        }

        int radix = 1 << digitBits;
        uint mask = (uint)radix - 1;
        for (int i = 0; i < source.Length; i++)
        {
            TEntry entry = reader.Entry(source[i], i);
            for (int digit = 0; digit < digits; digit++)
            {
                Unsafe.Add(ref first, (nuint)((uint)(digit * radix) + (entry.Digit(digit * digitBits) & mask)))++;
            }
        }
    }

    /// <summary>Turns the counts of a digit into the places where its values begin; false, and a negative first place, if all keys have one value.</summary>
    private static bool Start(Span<int> counts, int length)
    {
        int sum = 0;
        for (int value = 0; value < counts.Length; value++)
        {
            int count = counts[value];
            if (count == length)
            {
                counts[0] = -1;
                return false;
            }

            counts[value] = sum;
            sum += count;
        }

        return true;
    }

    private void Read(ReadOnlySpan<TSource> source, Span<TEntry> to, ref int starts, int shift, uint mask)
    {
        ref TEntry target = ref MemoryMarshal.GetReference(to);
        for (int i = 0; i < source.Length; i++)
        {
            TEntry entry = reader.Entry(source[i], i);
            Unsafe.Add(ref target, Unsafe.Add(ref starts, entry.Digit(shift) & mask)++) = entry;
        }
    }

    private static void Move(ReadOnlySpan<TEntry> from, Span<TEntry> to, ref int starts, int shift, uint mask)
    {
        ref TEntry target = ref MemoryMarshal.GetReference(to);
        for (int i = 0; i < from.Length; i++)
        {
            TEntry entry = from[i];
            Unsafe.Add(ref target, Unsafe.Add(ref starts, entry.Digit(shift) & mask)++) = entry;
        }
    }

    private void Write(ReadOnlySpan<TEntry> from, Span<TResult> result, ref int starts, int shift, uint mask)
    {
        ref TResult target = ref MemoryMarshal.GetReference(result);
        for (int i = 0; i < from.Length; i++)
        {
            TEntry entry = from[i];
            Unsafe.Add(ref target, Unsafe.Add(ref starts, entry.Digit(shift) & mask)++) = entry.Result(flip);
        }
    }

    private void ReadAndWrite(ReadOnlySpan<TSource> source, Span<TResult> result, ref int starts, int shift, uint mask)
    {
        ref TResult target = ref MemoryMarshal.GetReference(result);
        for (int i = 0; i < source.Length; i++)
        {
            TEntry entry = reader.Entry(source[i], i);
            Unsafe.Add(ref target, Unsafe.Add(ref starts, entry.Digit(shift) & mask)++) = entry.Result(flip);
        }
    }
}
