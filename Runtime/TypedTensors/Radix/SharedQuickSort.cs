using TypedTensors.Loops;

namespace TypedTensors.Radix;

/// <summary>One row sorted by several threads: each parts a stretch of the elements into ranges of keys, and then puts a range together and sorts it.</summary>
/// <remarks>What this takes beside a shared quicksort is one copy: for 2^20 floats on two threads, 2 MB read and written by each.</remarks>
internal static unsafe class SharedQuickSort<T>
    where T : unmanaged
{
    /// <summary>The keys that are looked at for each range, so that one is seldom longer than another by more than a twentieth.</summary>
    private const int SamplesPerRange = 512;

    /// <summary>Sorts elements.</summary>
    /// <param name="source">The elements.</param>
    /// <param name="length">How many.</param>
    /// <param name="scratch">Memory for as many.</param>
    /// <param name="result">Where they go; other memory.</param>
    /// <param name="flip">What turns the order of the keys round.</param>
    public static void Run(uint* source, int length, uint* scratch, uint* result, uint flip)
    {
        int threads = Math.Min(Cpu.ThreadCount, length / SamplesPerRange);
        var work = new Work
        {
            Source = source, Scratch = scratch, Result = result, Length = length, Ranges = threads, Flip = flip,
            Pivots = Pivots(source, length, scratch, threads, flip), Ends = new int[threads * threads], Starts = new int[threads + 1],
        };
        ParallelLoop.Run(new Parting { Work = work }, threads, threads);
        for (int range = 0; range < threads; range++)
        {
            work.Starts[range + 1] = work.Starts[range];
            for (int part = 0; part < threads; part++)
            {
                work.Starts[range + 1] += work.Piece(part, range).Length;
            }
        }

        ParallelLoop.Run(new Gathering { Work = work }, threads, threads);
        ParallelLoop.Run(new Ordering { Work = work }, threads, threads);
    }

    /// <summary>The first keys of all ranges but the first: of a sample in order, keys that lie evenly.</summary>
    private static uint[] Pivots(uint* source, int length, uint* scratch, int ranges, uint flip)
    {
        int samples = Math.Min(ranges * SamplesPerRange, length / 2), step = length / samples;
        for (int i = 0; i < samples; i++)
        {
            scratch[i] = source[(nint)i * step];
        }

        KeyVectors.Copy<T>(scratch, samples, scratch, flip);
        QuickSort.Run<uint>(scratch, samples, scratch + samples, scratch, 0);
        uint[] pivots = new uint[ranges - 1];
        for (int i = 0; i < pivots.Length; i++)
        {
            pivots[i] = scratch[(i + 1) * samples / ranges];
        }

        return pivots;
    }

    private struct Work
    {
        public uint* Source;
        public uint* Scratch;
        public uint* Result;
        public int Length;
        public int Ranges;
        public uint Flip;
        public uint[] Pivots;

        /// <summary>Where the pieces of each part end, by part and range.</summary>
        public int[] Ends;

        /// <summary>Where the ranges begin.</summary>
        public int[] Starts;

        /// <summary>Where a part begins; there are as many as ranges.</summary>
        public readonly int Part(nint part) => (int)((long)Length * part / Ranges);

        /// <summary>What of a part falls into a range.</summary>
        public readonly (int Start, int Length) Piece(nint part, nint range)
        {
            int start = range == 0 ? Part(part) : Ends[(part * Ranges) + range - 1];
            return (start, Ends[(part * Ranges) + range] - start);
        }
    }

    private struct Parting : IRangeBody
    {
        public Work Work;

        public readonly void Run(nint start, nint end)
        {
            for (nint part = start; part < end; part++)
            {
                int first = Work.Part(part), count = Work.Part(part + 1) - first;
                KeyVectors.Copy<T>(Work.Source + first, count, Work.Result + first, Work.Flip);
                Divide(part, 0, Work.Ranges, Work.Result, first, count, Work.Scratch);
            }
        }

        // What is to be the pieces of some ranges is parted by the pivot in the middle, back and forth between the two memories; the pieces end in the scratch.
        private readonly void Divide(nint part, int range, int ranges, uint* keys, int start, int count, uint* others)
        {
            if (ranges == 1)
            {
                Work.Ends[(part * Work.Ranges) + range] = start + count;
                if (keys != Work.Scratch)
                {
                    new Span<uint>(keys + start, count).CopyTo(new Span<uint>(others + start, count));
                }

                return;
            }

            int half = ranges / 2, low = KeyPartition.Run(keys + start, count, others + start, Work.Pivots[range + half - 1]);
            Divide(part, range, half, others, start, low, keys);
            Divide(part, range + half, ranges - half, others, start + low, count - low, keys);
        }
    }

    private struct Gathering : IRangeBody
    {
        public Work Work;

        public readonly void Run(nint start, nint end)
        {
            for (nint range = start; range < end; range++)
            {
                uint* to = Work.Result + Work.Starts[range];
                for (nint part = 0; part < Work.Ranges; part++)
                {
                    (int first, int length) = Work.Piece(part, range);
                    new Span<uint>(Work.Scratch + first, length).CopyTo(new Span<uint>(to, length));
                    to += length;
                }
            }
        }
    }

    private struct Ordering : IRangeBody
    {
        public Work Work;

        public readonly void Run(nint start, nint end)
        {
            for (nint range = start; range < end; range++)
            {
                int first = Work.Starts[range];
                QuickSort.Run<T>(Work.Result + first, Work.Starts[range + 1] - first, Work.Scratch + first, Work.Result + first, Work.Flip);
            }
        }
    }
}
