using System.Runtime.ExceptionServices;

namespace TypedTensors.Loops;

/// <summary>One loop in flight: a counter of what is taken, a counter of what is done, and how many threads may still look at them.</summary>
internal sealed class ParallelJob<TBody> : WorkerThread.IWork
    where TBody : struct, IRangeBody
{
    /// <summary>Jobs to use again. Several, since loops on different threads run side by side, and a worker may leave a little after its caller.</summary>
    private static readonly ParallelJob<TBody>?[] Spare = new ParallelJob<TBody>?[16];

    private TBody body;
    private nint count;
    private nint piece;
    private long taken;
    private long done;
    private int inside;
    private ExceptionDispatchInfo? failure;

    /// <inheritdoc/>
    public bool IsOver => Volatile.Read(ref taken) >= count;

    /// <summary>A job over a range, with the calling thread inside.</summary>
    public static ParallelJob<TBody> Rent(in TBody body, nint count, nint piece)
    {
        ParallelJob<TBody> job = TakeSpare() ?? new ParallelJob<TBody>();
        job.body = body;
        job.count = count;
        job.piece = piece;
        job.taken = 0;
        job.done = 0;
        job.failure = null;
        Volatile.Write(ref job.inside, 1);
        return job;
    }

    /// <summary>Asks a worker for help, if it is idle.</summary>
    public void Ask(WorkerThread worker)
    {
        Interlocked.Increment(ref inside);
        if (!worker.TryStart(this))
        {
            Interlocked.Decrement(ref inside);
        }
    }

    /// <summary>Does pieces until none is left, waits for those that others do, and leaves.</summary>
    public void Complete()
    {
        Interlocked.Add(ref done, Run());
        var spin = default(SpinWait);
        while (Volatile.Read(ref done) < count)
        {
            // The pieces are short, so it spins before it yields.
            spin.SpinOnce(sleep1Threshold: -1);
        }

        ExceptionDispatchInfo? first = failure;
        Leave();
        first?.Throw();
    }

    /// <inheritdoc/>
    /// <remarks>Does pieces until none is left.</remarks>
    public nint Run()
    {
        nint amount = 0;
        while (true)
        {
            nint start = (nint)Interlocked.Add(ref taken, piece) - piece;
            if (start >= count)
            {
                return amount;
            }

            nint end = Math.Min(start + piece, count);
            RunPiece(start, end);
            amount += end - start;
        }
    }

    /// <inheritdoc/>
    public void Leave(nint amount)
    {
        Interlocked.Add(ref done, amount);
        Leave();
    }

    private static ParallelJob<TBody>? TakeSpare()
    {
        for (int i = 0; i < Spare.Length; i++)
        {
            if (Spare[i] is not null && Interlocked.Exchange(ref Spare[i], null) is { } job)
            {
                return job;
            }
        }

        return null;
    }

    private void RunPiece(nint start, nint end)
    {
        try
        {
            body.Run(start, end);
        }
        catch (Exception exception)
        {
            // On a worker it would end the process; on the caller's thread it would unwind the memory that other threads still work in.
            Interlocked.CompareExchange(ref failure, ExceptionDispatchInfo.Capture(exception), null);
        }
    }

    /// <summary>The last to leave makes the job reusable.</summary>
    private void Leave()
    {
        if (Interlocked.Decrement(ref inside) != 0)
        {
            return;
        }

        for (int i = 0; i < Spare.Length; i++)
        {
            if (Spare[i] is null && Interlocked.CompareExchange(ref Spare[i], this, null) is null)
            {
                return;
            }
        }
    }
}
