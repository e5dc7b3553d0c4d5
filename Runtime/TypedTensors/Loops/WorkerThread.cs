namespace TypedTensors.Loops;

/// <summary>A thread of our own that helps with loops and sleeps in between.</summary>
/// <remarks>
/// Not the thread pool: where that is busy, requests for help would pile up behind the work that needs it. A worker that is idle starts at once, and one that is about to start
/// what others have finished meanwhile starts this instead; any other is not asked at all. After its work it looks out for more during some microseconds, since waking a thread takes as long
/// as adding 100,000 numbers.
/// </remarks>
internal sealed class WorkerThread
{
    private const int Asleep = 0;
    private const int Watching = 1;
    private const int Claimed = 2;
    private const int Given = 3;
    private const int Working = 4;

    /// <summary>How often a worker looks for more work before it sleeps: about 20 microseconds.</summary>
    private const int Looks = 500;

    private static readonly Lock Gate = new();
    private static WorkerThread[] all = [];

    private readonly SemaphoreSlim wake = new(0);
    private IWork? work;
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

    /// <summary>Starts work if the worker is idle, or has not begun what is over.</summary>
    /// <returns>Whether it was.</returns>
    public bool TryStart(IWork newWork)
    {
        if (Interlocked.CompareExchange(ref state, Claimed, Watching) == Watching)
        {
            Give(newWork);
            return true;
        }

        if (Interlocked.CompareExchange(ref state, Claimed, Asleep) == Asleep)
        {
            Give(newWork);
            wake.Release();
            return true;
        }

        if (Interlocked.CompareExchange(ref state, Claimed, Given) != Given)
        {
            return false;
        }

        // Still waking for something short, as a caller of several short loops finds it.
        IWork old = work!;
        bool isOver = old.IsOver;
        Give(isOver ? newWork : old);
        if (isOver)
        {
            old.Leave(0);
        }

        return isOver;
    }

    private void Give(IWork newWork)
    {
        work = newWork;
        Volatile.Write(ref state, Given);
    }

    private void Run()
    {
        ParallelLoop.IsInside = true;
        while (true)
        {
            wake.Wait();
            do
            {
                Begin();
                IWork mine = work!;
                nint amount = mine.Run();
                work = null;

                // It is idle before its caller can know that all is done, and may have more for it at once.
                Volatile.Write(ref state, Watching);
                mine.Leave(amount);
            }
            while (IsGivenMore());
        }
    }

    private void Begin()
    {
        var spin = default(SpinWait);
        while (Interlocked.CompareExchange(ref state, Working, Given) != Given)
        {
            // Somebody has just claimed the worker and is about to hand it its work.
            spin.SpinOnce();
        }
    }

    private bool IsGivenMore()
    {
        for (int look = 0; look < Looks; look++)
        {
            if (Volatile.Read(ref state) != Watching)
            {
                return true;
            }

            Thread.SpinWait(1);
        }

        return Interlocked.CompareExchange(ref state, Asleep, Watching) != Watching;
    }

    /// <summary>What a worker is given to do.</summary>
    internal interface IWork
    {
        /// <summary>Whether nothing is left to begin.</summary>
        bool IsOver { get; }

        /// <summary>Works.</summary>
        /// <returns>How much was done.</returns>
        nint Run();

        /// <summary>Says how much was done, to those who wait for it.</summary>
        void Leave(nint amount);
    }
}
