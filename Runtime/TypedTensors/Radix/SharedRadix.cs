using TypedTensors.Loops;

namespace TypedTensors.Radix;

/// <summary>One row sorted by several threads: each counts and moves a part of the elements into ranges of keys, and then sorts a range.</summary>
/// <remarks>For 2^20 floats on two threads, half of the serial passes, and before them 4 MB read twice and 4 MB written in two streams.</remarks>
internal static unsafe class SharedRadix<T, TResult, TEntry>
    where T : unmanaged
    where TResult : unmanaged
    where TEntry : unmanaged, ISortEntry<T, TResult, TEntry>
{
    /// <summary>The ranges are told apart by so many of the highest bits.</summary>
    private const int HighBits = 11;

    /// <summary>Sorts, unless the elements do not fall apart into ranges of about one length.</summary>
    /// <returns>Whether the result is there.</returns>
    public static bool TryRun(ReadOnlySpan<T> x, TEntry[] entries, TEntry[] others, Span<TResult> result, ulong flip)
    {
        int threads = Cpu.ThreadCount, values = 1 << Math.Min(HighBits, SortKeys.Bits<T>());
        int[] counts = new int[threads * values], starts = new int[threads * threads], ends = new int[threads];
        byte[] ranges = new byte[values];
        if (threads > byte.MaxValue)
        {
            return false;
        }

        fixed (T* source = x)
        fixed (TEntry* first = entries, second = others)
        fixed (TResult* target = result)
        {
            var work = new Work
            {
                X = source, Entries = first, Others = second, Result = target, Length = x.Length, Parts = threads, Flip = flip,
                Shift = SortKeys.Bits<T>() - Math.Min(HighBits, SortKeys.Bits<T>()), Values = values, Counts = counts, Starts = starts, Ends = ends, Ranges = ranges,
            };
            ParallelLoop.Run(new Counting { Work = work }, threads, threads);
            if (!Divide(work))
            {
                return false;
            }

            ParallelLoop.Run(new Moving { Work = work }, threads, threads);
            ParallelLoop.Run(new Ordering { Work = work }, threads, threads);
        }

        return true;
    }

    // Ranges end where a thread's share of the elements is full.
    private static bool Divide(in Work work)
    {
        int range = 0, sum = 0;
        for (int value = 0; value < work.Values; value++)
        {
            work.Ranges[value] = (byte)range;
            for (int part = 0; part < work.Parts; part++)
            {
                sum += work.Counts[(part * work.Values) + value];
            }

            work.Ends[range] = sum;
            if (range < work.Parts - 1 && sum >= (long)work.Length * (range + 1) / work.Parts)
            {
                range++;
                work.Ends[range] = sum;
            }
        }

        for (int later = range + 1; later < work.Parts; later++)
        {
            work.Ends[later] = work.Length;
        }

        int longest = 0;
        for (int i = 0; i < work.Parts; i++)
        {
            int start = i == 0 ? 0 : work.Ends[i - 1];
            longest = Math.Max(longest, work.Ends[i] - start);
            for (int part = 0; part < work.Parts; part++)
            {
                work.Starts[(part * work.Parts) + i] = start;
                for (int value = 0; value < work.Values; value++)
                {
                    start += work.Ranges[value] == i ? work.Counts[(part * work.Values) + value] : 0;
                }
            }
        }

        return longest <= (long)work.Length * 3 / (2 * work.Parts);
    }

    private struct Work
    {
        public T* X;
        public TEntry* Entries;
        public TEntry* Others;
        public TResult* Result;
        public int Length;
        public int Parts;
        public int Shift;
        public int Values;
        public ulong Flip;
        public int[] Counts;
        public int[] Starts;
        public int[] Ends;
        public byte[] Ranges;

        public readonly (int Start, int End) Part(nint part) => ((int)((long)Length * part / Parts), (int)((long)Length * (part + 1) / Parts));
    }

    private struct Counting : IRangeBody
    {
        public Work Work;

        public readonly void Run(nint start, nint end)
        {
            for (nint part = start; part < end; part++)
            {
                Span<int> counts = Work.Counts.AsSpan((int)part * Work.Values, Work.Values);
                (int first, int last) = Work.Part(part);
                for (int i = first; i < last; i++)
                {
                    counts[(int)TEntry.Of(Work.X[i], i, Work.Flip).Digit(Work.Shift)]++;
                }
            }
        }
    }

    private struct Moving : IRangeBody
    {
        public Work Work;

        public readonly void Run(nint start, nint end)
        {
            for (nint part = start; part < end; part++)
            {
                Span<int> starts = Work.Starts.AsSpan((int)part * Work.Parts, Work.Parts);
                (int first, int last) = Work.Part(part);
                byte[] ranges = Work.Ranges;
                for (int i = first; i < last; i++)
                {
                    TEntry entry = TEntry.Of(Work.X[i], i, Work.Flip);
                    Work.Entries[starts[ranges[(int)entry.Digit(Work.Shift)]]++] = entry;
                }
            }
        }
    }

    private struct Ordering : IRangeBody
    {
        public Work Work;

        public readonly void Run(nint start, nint end)
        {
            var passes = new RadixPasses<T, TResult, TEntry, TEntry, FromEntries<TEntry>>(default, Work.Flip, SortKeys.Bits<T>());
            for (nint range = start; range < end; range++)
            {
                int first = range == 0 ? 0 : Work.Ends[range - 1], length = Work.Ends[range] - first;
                var entries = new Span<TEntry>(Work.Entries + first, length);
                passes.Run(entries, new Span<TEntry>(Work.Others + first, length), entries, new Span<TResult>(Work.Result + first, length));
            }
        }
    }
}
