namespace TypedTensors.Loops;

/// <summary>Shares out a range among worker threads; the caller works too and returns when all is done.</summary>
/// <remarks>Steady state allocates nothing: workers live on, and jobs are used again.</remarks>
internal static class ParallelLoop
{
    /// <summary>How many pieces each thread gets on average, so that a thread that is interrupted does not hold up the rest.</summary>
    private const int PiecesPerThread = 16;

    [ThreadStatic]
    private static bool isInside;

    /// <summary>Whether the calling thread is within a loop; a loop within a loop runs on its thread alone.</summary>
    public static bool IsInside
    {
        get => isInside;
        set => isInside = value;
    }

    /// <summary>Runs a body over 0 to <paramref name="count"/> on up to <paramref name="threads"/> threads, as many of which as are idle.</summary>
    /// <remarks>If the body throws, the other pieces are still run, since they may be under way, and the first exception is thrown to the caller.</remarks>
    public static void Run<TBody>(in TBody body, nint count, int threads)
        where TBody : struct, IRangeBody
    {
        int workers = (int)Math.Min(threads, count) - 1;
        if (workers <= 0 || IsInside)
        {
            body.Run(0, count);
            return;
        }

        nint piece = Math.Max(1, count / ((workers + 1) * PiecesPerThread));
        ParallelJob<TBody> job = ParallelJob<TBody>.Rent(body, count, piece);
        foreach (WorkerThread worker in WorkerThread.Team(workers))
        {
            job.Ask(worker);
        }

        IsInside = true;
        try
        {
            job.Complete();
        }
        finally
        {
            IsInside = false;
        }
    }
}
