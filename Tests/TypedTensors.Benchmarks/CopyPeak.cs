using System.Diagnostics;

namespace TypedTensors.Benchmarks;

/// <summary>The most bytes that this machine moves at the moment, read and written: what bounds whatever goes through memory once.</summary>
internal static class CopyPeak
{
    /// <summary>The operands of most workloads, 4 MB each, which stay in a third-level cache.</summary>
    private const int Cached = 1 << 20;

    /// <summary>Operands of 64 MB, which do not.</summary>
    private const int Uncached = 1 << 24;

    /// <summary>From so many bytes on a workload's operands come from memory.</summary>
    public const double SmallestUncached = 48e6;

    private const int Rounds = 20;

    /// <summary>Bytes in a second for a workload that moves so many; of several copies that threads make side by side, the fastest.</summary>
    public static double Measure(double bytes, int threads)
    {
        int length = bytes < SmallestUncached ? Cached : Uncached;
        float[] source = new float[length], target = new float[length];
        using var together = new Barrier(threads);
        double least = double.PositiveInfinity;
        Thread[] all = [.. Enumerable.Range(0, threads).Select(number => new Thread(() =>
        {
            int start = (int)((long)length * number / threads), end = (int)((long)length * (number + 1) / threads);
            for (int round = 0; round < Rounds; round++)
            {
                together.SignalAndWait();
                long begin = Stopwatch.GetTimestamp();
                source.AsSpan(start..end).CopyTo(target.AsSpan(start));
                together.SignalAndWait();
                if (number == 0)
                {
                    least = Math.Min(least, Stopwatch.GetElapsedTime(begin).TotalSeconds);
                }
            }
        }))];
        Array.ForEach(all, thread => thread.Start());
        Array.ForEach(all, thread => thread.Join());
        return 2.0 * sizeof(float) * length / least;
    }
}
