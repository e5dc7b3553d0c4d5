namespace TypedTensors.Loops;

/// <summary>A thread of our own that helps with loops and sleeps in between.</summary>
/// <remarks>
/// Not the thread pool: where that is busy, requests for help would pile up behind the work that needs it. A worker is either idle and starts at once, or is
/// not asked at all.
/// </remarks>
internal sealed class WorkerThread
{
    private static readonly Lock Gate = new();
    private static WorkerThread[] all = [];

    private readonly SemaphoreSlim wake = new(0);
    private Action? work;
    private int isBusy;

    private WorkerThread(int number)
    {
        var thread = new Thread(Run) { IsBackground = true, Name = $"TypedTensors worker {number}" };
        thread.Start();
    }

    /// <summary>At least so many workers, made when they are first wanted.</summary>
    public static ReadOnlySpan<WorkerThread> Team(int count)
    {
        WorkerThread[] team = Volatile.Read(ref all);
        if (team.Length >= count)
        {
            return team.AsSpan(0, count);
        }

        lock (Gate)
        {
            for (int number = all.Length + 1; all.Length < count; number++)
            {
                Volatile.Write(ref all, [.. all, new WorkerThread(number)]);
            }

            return all.AsSpan(0, count);
        }
    }

    /// <summary>Starts work if the worker is idle.</summary>
    /// <returns>Whether it was.</returns>
    public bool TryStart(Action newWork)
    {
        if (Interlocked.CompareExchange(ref isBusy, 1, 0) != 0)
        {
            return false;
        }

        work = newWork;
        wake.Release();
        return true;
    }

    private void Run()
    {
        ParallelLoop.IsInside = true;
        while (true)
        {
            wake.Wait();
            work!();
            work = null;
            Volatile.Write(ref isBusy, 0);
        }
    }
}
