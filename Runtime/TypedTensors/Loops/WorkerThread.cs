namespace TypedTensors.Loops;

/// <summary>A thread of our own that helps with loops and sleeps in between.</summary>
/// <remarks>
/// Not the thread pool: where that is busy, requests for help would pile up behind the work that needs it. A worker is either idle and starts at once, or is
/// not asked at all. After its work it looks out for more during some microseconds, since waking a thread takes as long as adding 100,000 numbers.
/// </remarks>
internal sealed class WorkerThread
{
    private const int Asleep = 0;
    private const int Watching = 1;
    private const int Claimed = 2;
    private const int Working = 3;

    /// <summary>How often a worker looks for more work before it sleeps: about 20 microseconds.</summary>
    private const int Looks = 500;

    private static readonly Lock Gate = new();
    private static WorkerThread[] all = [];

    private readonly SemaphoreSlim wake = new(0);
    private Action? work;
    private int state;

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
        if (Interlocked.CompareExchange(ref state, Claimed, Watching) == Watching)
        {
            work = newWork;
            Volatile.Write(ref state, Working);
            return true;
        }

        if (Interlocked.CompareExchange(ref state, Claimed, Asleep) == Asleep)
        {
            work = newWork;
            Volatile.Write(ref state, Working);
            wake.Release();
            return true;
        }

        return false;
    }

    private void Run()
    {
        ParallelLoop.IsInside = true;
        while (true)
        {
            wake.Wait();
            do
            {
                work!();
                work = null;
                Volatile.Write(ref state, Watching);
            }
            while (IsGivenMore());
        }
    }

    private bool IsGivenMore()
    {
        for (int look = 0; look < Looks; look++)
        {
            if (Volatile.Read(ref state) == Working)
            {
                return true;
            }

            Thread.SpinWait(1);
        }

        if (Interlocked.CompareExchange(ref state, Asleep, Watching) == Watching)
        {
            return false;
        }

        // Somebody has just claimed the worker and is about to hand it its work.
        var spin = default(SpinWait);
        while (Volatile.Read(ref state) != Working)
        {
            spin.SpinOnce();
        }

        return true;
    }
}
