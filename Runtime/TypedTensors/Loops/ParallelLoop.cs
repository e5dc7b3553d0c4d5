using System.Runtime.ExceptionServices;

namespace TypedTensors.Loops;

/// <summary>Shares out a range among the threads of the pool; the caller works too and returns when all is done.</summary>
/// <remarks>Steady state allocates nothing: jobs are reused once the last worker that may look at them has left.</remarks>
internal static class ParallelLoop
{
    /// <summary>How many pieces each thread gets on average, so that a thread that is interrupted does not hold up the rest.</summary>
    private const int PiecesPerThread = 4;

    [ThreadStatic]
    private static bool isInside;

    /// <summary>Runs a body over 0 to <paramref name="count"/> on up to <paramref name="threads"/> threads; on the caller's alone when called from within another loop.</summary>
    /// <remarks>If the body throws, the other pieces are still run, since they may be under way, and the first exception is thrown to the caller.</remarks>
    public static void Run<TBody>(in TBody body, nint count, int threads)
        where TBody : struct, IRangeBody
    {
        int workers = (int)Math.Min(threads, count) - 1;
        if (workers <= 0 || isInside)
        {
            body.Run(0, count);
            return;
        }

        nint piece = Math.Max(1, count / ((workers + 1) * PiecesPerThread));
        ParallelJob<TBody> job = ParallelJob<TBody>.Rent(body, count, piece, workers);
        for (int i = 0; i < workers; i++)
        {
            ThreadPool.UnsafeQueueUserWorkItem(job, preferLocal: false);
        }

        isInside = true;
        job.Work();
        isInside = false;
        job.Wait();
        ExceptionDispatchInfo? failure = job.Failure;
        job.Leave();
        failure?.Throw();
    }

    /// <summary>One loop in flight: a counter of what is taken and a counter of what is done.</summary>
    private sealed class ParallelJob<TBody> : IThreadPoolWorkItem
        where TBody : struct, IRangeBody
    {
        private static ParallelJob<TBody>? spare;

        private TBody body;
        private nint count;
        private nint piece;
        private long taken;
        private long done;
        private int inside;
        private ExceptionDispatchInfo? failure;

        /// <summary>The first exception that a piece ended in, if any.</summary>
        public ExceptionDispatchInfo? Failure => Volatile.Read(ref failure);

        public static ParallelJob<TBody> Rent(in TBody body, nint count, nint piece, int workers)
        {
            ParallelJob<TBody> job = Interlocked.Exchange(ref spare, null) ?? new ParallelJob<TBody>();
            job.body = body;
            job.count = count;
            job.piece = piece;
            job.taken = 0;
            job.done = 0;
            job.failure = null;
            Volatile.Write(ref job.inside, workers + 1);
            return job;
        }

        public void Execute()
        {
            isInside = true;
            Work();
            isInside = false;
            Leave();
        }

        public void Work()
        {
            while (true)
            {
                nint start = (nint)Interlocked.Add(ref taken, piece) - piece;
                if (start >= count)
                {
                    return;
                }

                nint end = Math.Min(start + piece, count);
                RunPiece(start, end);
                Interlocked.Add(ref done, end - start);
            }
        }

        private void RunPiece(nint start, nint end)
        {
            try
            {
                body.Run(start, end);
            }
            catch (Exception exception)
            {
                // On a thread of the pool it would end the process; on the caller's it would unwind the memory that other threads still work in.
                Interlocked.CompareExchange(ref failure, ExceptionDispatchInfo.Capture(exception), null);
            }
        }

        /// <summary>Waits for pieces that other threads have taken; they are short, so it spins before it yields.</summary>
        public void Wait()
        {
            var spin = default(SpinWait);
            while (Volatile.Read(ref done) < count)
            {
                spin.SpinOnce(sleep1Threshold: -1);
            }
        }

        /// <summary>The last to leave, a worker that came too late perhaps, makes the job reusable.</summary>
        public void Leave()
        {
            if (Interlocked.Decrement(ref inside) == 0)
            {
                Volatile.Write(ref spare, this);
            }
        }
    }
}
