using System.Globalization;

namespace TypedTensors.Benchmarks;

/// <summary>How a table stands against the aim: no workload that a user does daily slower than the best peer, and all of them half as fast again on the geometric mean.</summary>
internal static class Goal
{
    /// <summary>The workloads that count; the others of a table are there for their families.</summary>
    private static readonly HashSet<string> Names =
    [
        "gelu (user kernel)", "exp", "tanh", "add", "sum", "(c * 2 + d) * c - d, 2^24", "add a row, 1024x1024", "add a column, 1024x1024", "add a transpose, 1024x1024",
        "sum of columns", "sum of rows", "softmax of rows, 1024x1024", "layer norm of rows, 1024x1024", "matmul 32x32", "matmul 64x64", "matmul 128x128", "matmul 256x256",
        "matmul 512x512", "matmul 1024x1024", "matmul 2048x2048", "batched matmul 64x128x64x128", "conv2d 8x16x64x64, 32 3x3 kernels", "attention 8 heads x 512 x 64", "sort",
        "view", "copy", ".npy load, 64 MB", ".npy save, 64 MB", "fft of 2^20 complex64",
    ];

    /// <summary>A paragraph on what was measured.</summary>
    public static string Summary(IReadOnlyCollection<Measurement> all)
    {
        Measurement[] counted = [.. all.Where(measured => Names.Contains(measured.Workload.Name) && !double.IsNaN(measured.BestRatio))];
        if (counted.Length == 0)
        {
            return "No peers to compare with.";
        }

        double mean = Math.Exp(counted.Average(measured => Math.Log(measured.BestRatio)));
        string slower = string.Join(", ", all.Where(measured => measured.BestRatio < 1).OrderBy(measured => measured.BestRatio).Select(
            measured => string.Create(CultureInfo.InvariantCulture, $"{measured.Workload.Name} ({measured.BestRatio:F2}{(Names.Contains(measured.Workload.Name) ? "" : ", not counted")})")));
        return string.Create(
            CultureInfo.InvariantCulture,
            $"Geometric mean of the best peer's time over ours: {mean:F2} over {counted.Length} of {Names.Count} workloads. Slower than the best peer: {(slower.Length == 0 ? "none" : slower)}.");
    }
}
