using System.Diagnostics;
using System.Globalization;

namespace TypedTensors.Benchmarks;

/// <summary>The medians of one workload, taken in turn so that a machine that slows down slows all of them.</summary>
/// <param name="Workload">What was measured.</param>
/// <param name="Ours">Seconds here.</param>
/// <param name="NumPy">Seconds in NumPy, or NaN.</param>
/// <param name="PyTorch">Seconds in PyTorch, or NaN.</param>
/// <param name="OursInto">Seconds here into a given destination, or NaN.</param>
/// <param name="Primitives">Seconds of the bare primitive into a given array, or NaN.</param>
internal sealed record Measurement(Workload Workload, double Ours, double NumPy, double PyTorch, double OursInto, double Primitives)
{
    private const int Rounds = 15;

    private const int SettleMilliseconds = 15;

    /// <summary>How long one round of one library lasts, about.</summary>
    private const double SecondsPerRound = 0.03;

    /// <summary>Measures a workload.</summary>
    public static Measurement Take(Workload workload, int threads, PythonPeer? python)
    {
        var sources = new List<Func<int, double>>
        {
            repetitions => Time(workload.Ours, repetitions),
            Peer(python, workload, "NumPy", workload.NumPy, threads),
            Peer(python, workload, "PyTorch", workload.PyTorch, threads),
            repetitions => workload.OursInto is { } into ? Time(into, repetitions) : double.NaN,
            repetitions => workload.Primitives is { } primitives ? Time(primitives, repetitions) : double.NaN,
        };
        int[] repetitions = [.. sources.Select(Calibrate)];
        double[][] seconds = [.. sources.Select(_ => new double[Rounds])];
        for (int round = 0; round < Rounds; round++)
        {
            for (int i = 0; i < sources.Count; i++)
            {
                // A peer's threads spin for a while after their work; whoever is measured next should not pay for that.
                Thread.Sleep(SettleMilliseconds);
                seconds[i][round] = sources[i](repetitions[i]);
            }
        }

        double[] medians = [.. seconds.Select(Median)];
        return new Measurement(workload, medians[0], medians[1], medians[2], medians[3], medians[4]);
    }

    /// <summary>The median seconds of two actions, taken in turn.</summary>
    public static (double First, double Second) Pair(Action first, Action second)
    {
        int firstRepetitions = Calibrate(repetitions => Time(first, repetitions)), secondRepetitions = Calibrate(repetitions => Time(second, repetitions));
        double[] firsts = new double[Rounds], seconds = new double[Rounds];
        for (int round = 0; round < Rounds; round++)
        {
            firsts[round] = Time(first, firstRepetitions);
            seconds[round] = Time(second, secondRepetitions);
        }

        return (Median(firsts), Median(seconds));
    }

    /// <summary>The median nanoseconds of something too short to be timed alone.</summary>
    public static double Nanoseconds(Action action)
    {
        const int Repetitions = 200_000;
        return Median([.. Enumerable.Range(0, Rounds).Select(_ => Time(action, Repetitions) * 1e9)]);
    }

    /// <summary>The best peer's time over ours, primitives over ours into memory that exists; NaN without peers.</summary>
    public double BestRatio => ((double[])[NumPy / Ours, PyTorch / Ours, Primitives / OursInto]).Where(ratio => !double.IsNaN(ratio)).DefaultIfEmpty(double.NaN).Min();

    /// <summary>The measurement as a row of a Markdown table.</summary>
    /// <param name="limit">The seconds that the machine takes at the least.</param>
    public string Row(double limit) => string.Create(
        CultureInfo.InvariantCulture,
        $"| {Workload.Name} | {Workload.Bytes / 1e6:F1} | {(Workload.Operations > 0 ? (Workload.Operations / 1e6).ToString("F1", CultureInfo.InvariantCulture) : "")} | {Micro(limit)} | {Micro(Ours)} | {Micro(NumPy)} | {Ratio(NumPy, Ours)} | {Micro(PyTorch)} | {Ratio(PyTorch, Ours)} | {Micro(OursInto)} | {Micro(Primitives)} | {Ratio(Primitives, OursInto)} |");

    private static Func<int, double> Peer(PythonPeer? python, Workload workload, string library, string? statement, int threads)
    {
        if (python is null || statement is null)
        {
            return _ => double.NaN;
        }

        string name = $"{workload.Name}/{library}";
        python.Prepare(name, workload.Setup, statement);
        return repetitions => python.Time(name, repetitions, threads);
    }

    private static int Calibrate(Func<int, double> source)
    {
        source(3);
        double seconds = source(5);
        return double.IsNaN(seconds) ? 1 : (int)Math.Clamp(SecondsPerRound / seconds, 1, 10_000);
    }

    private static double Time(Action action, int repetitions)
    {
        long start = Stopwatch.GetTimestamp();
        for (int i = 0; i < repetitions; i++)
        {
            action();
        }

        return Stopwatch.GetElapsedTime(start).TotalSeconds / repetitions;
    }

    private static double Median(double[] values)
    {
        Array.Sort(values);
        return values[values.Length / 2];
    }

    private static string Micro(double seconds) => double.IsNaN(seconds) ? "" : (seconds * 1e6).ToString("F1", CultureInfo.InvariantCulture);

    private static string Ratio(double peer, double ours) => double.IsNaN(peer) ? "" : (peer / ours).ToString("F2", CultureInfo.InvariantCulture);
}
