namespace TypedTensors.Benchmarks;

/// <summary>What bounds workloads on so many threads, measured once for a table.</summary>
internal sealed class Limits
{
    private readonly double cached;
    private readonly double uncached;
    private readonly double operations;

    /// <summary>Measures copies and multiply-adds; the best of three, since others may be at work.</summary>
    public Limits(int threads)
    {
        double Best(Func<double> measure) => Enumerable.Range(0, 3).Max(_ => measure());
        cached = Best(() => CopyPeak.Measure(0, threads));
        uncached = Best(() => CopyPeak.Measure(double.PositiveInfinity, threads));
        operations = Best(() => MultiplyAddPeak.Measure(threads));
    }

    /// <summary>The least seconds that a workload's bytes and multiply-adds take, whichever is more.</summary>
    public double Of(Workload workload) =>
        Math.Max(workload.Bytes / (workload.Bytes < CopyPeak.SmallestUncached ? cached : uncached), workload.Operations / operations);

    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant(
        $"copies move {cached / 1e9:F0} GB/s within the third-level cache and {uncached / 1e9:F0} beyond it; multiply-adds do {operations / 1e9:F0} Gflop/s");
}
