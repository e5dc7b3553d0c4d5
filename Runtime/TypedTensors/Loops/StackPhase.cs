using System.Diagnostics;

namespace TypedTensors.Loops;

/// <summary>Finds the position of the stack, within a cache line, at which a kernel runs fastest.</summary>
/// <remarks>
/// A large kernel keeps some 64-byte vectors on the stack, but .NET aligns the stack to 16 bytes only. At three of the four positions every such vector lies across
/// two cache lines, and a kernel like <c>Sin</c> takes twice as long: whether it does would be decided by who calls it. Which position is right depends on the
/// compiled code, so the first runs of a kernel try each of them and the fastest is kept. Results do not depend on it.
/// </remarks>
internal static class StackPhase<TKernel>
{
    /// <summary>The positions: multiples of the alignment that .NET gives, within a line.</summary>
    private const int Count = Block64.Bytes / Step;

    private const int Step = 16;

    /// <summary>How often each position is tried; the least time counts, so that an interruption does not.</summary>
    private const int TrialsEach = 4;

    /// <summary>Shorter runs say too little.</summary>
    private const nint SmallestTrial = 1 << 14;

    private static readonly double[] LeastTicks = [double.MaxValue, double.MaxValue, double.MaxValue, double.MaxValue];
    private static int trials;
    private static int best;

    /// <summary>The bytes by which to lower the stack, whose position is known from something allocated on it last, before the kernel is called.</summary>
    /// <param name="position">An address on the stack, below which nothing lies yet.</param>
    /// <param name="phase">The position chosen; to be handed to <see cref="Report"/>.</param>
    public static unsafe int BytesToLower(byte* position, out int phase)
    {
        int trial = trials;
        phase = trial < Count * TrialsEach ? trial % Count : best;
        return (int)(((nint)position - (phase * Step)) & (Block64.Bytes - 1) & -Step);
    }

    /// <summary>Notes how long a run took.</summary>
    /// <param name="phase">The position it was run at.</param>
    /// <param name="length">The elements it computed.</param>
    /// <param name="start">When it began, by <see cref="Stopwatch.GetTimestamp"/>.</param>
    public static void Report(int phase, nint length, long start)
    {
        if (trials >= Count * TrialsEach || length < SmallestTrial)
        {
            return;
        }

        double ticks = (double)(Stopwatch.GetTimestamp() - start) / length;
        lock (LeastTicks)
        {
            LeastTicks[phase] = Math.Min(LeastTicks[phase], ticks);
            best = Array.IndexOf(LeastTicks, LeastTicks.Min());
            trials++;
        }
    }
}
