using System.Diagnostics;
using System.Globalization;

namespace TypedTensors.Benchmarks;

/// <summary>What costs time on a device: starting operations, going through memory, multiplying matrices, and the way there and back.</summary>
/// <param name="synchronize">Waits until the device has finished.</param>
/// <param name="words">What the names of the workloads to measure contain; none for all.</param>
internal sealed class DeviceWorkloads<TDevice>(Action synchronize, string[] words)
    where TDevice : struct, IDevice
{
    private const int Chained = 1000, MostRounds = 9, Length = 1 << 24, Side = 1 << 12;

    /// <summary>A workload is repeated for so long, and larger products of matrices are left out from this on.</summary>
    private const double Patience = 1.5;

    /// <summary>Prints the medians of microseconds, and what of memory or arithmetic each is.</summary>
    public void Print()
    {
        Console.WriteLine($"\n| {TDevice.Name} | us | GB/s | GFLOP/s |\n|---|--:|--:|--:|");
        Tensor<float, TDevice> small = Tensor<float, TDevice>.Ones(1000);
        Row($"add of 1000, each to the result before ({Chained} at once, each)", () => Chain(small), steps: Chained);
        Memory();
        Products();
        Transfers();
    }

    private void Memory()
    {
        const double size = sizeof(float) * (double)Length;
        using Tensor<float, TDevice> x = Tensor<float, TDevice>.Ones(Length), y = Tensor<float, TDevice>.Ones(Length), into = Tensor<float, TDevice>.Zeros(Length);
        using Tensor<float, TDevice> matrix = x.Reshape(Side, Side), transposed = matrix.Transpose(), square = into.Reshape(Side, Side);
        using Tensor<float, TDevice> less = x[..(1 << 20)], lessToo = y[..(1 << 20)], intoLess = into[..(1 << 20)];
        Row("copy of 2^24", () => into.CopyFrom(x), 2 * size);
        Row("add of 2^20", () => less.Add(lessToo, intoLess), 3 * size / 16);
        Row("add of 2^24", () => x.Add(y, into), 3 * size);
        Row("gelu of 2^24 (user kernel)", () => x.Gelu(into), 2 * size);
        Row("copy of 4096 x 4096 transposed", () => square.CopyFrom(transposed), 2 * size);
        Row("sum of 2^24", () => x.Sum().Dispose(), size);
        Row("sum of 4096 x 4096 along rows", () => matrix.Sum(1).Dispose(), size);
        Row("sum of 4096 x 4096 down columns", () => matrix.Sum(0).Dispose(), size);
        Row("softmax of 4096 x 4096 along rows", () => matrix.Softmax(1).Dispose(), 2 * size);
    }

    private void Products()
    {
        double seconds = 0;
        for (int side = 512; side <= Side && seconds < Patience / 4; side *= 2)
        {
            using Tensor<float, TDevice> x = Tensor<float, TDevice>.Ones(side, side), y = Tensor<float, TDevice>.Ones(side, side);
            seconds = Row($"matmul of {side} x {side}", () => x.MatMul(y).Dispose(), operations: 2.0 * side * side * side);
        }
    }

    private void Transfers()
    {
        const double size = sizeof(float) * (double)Length;
        using Tensor<float, Cpu> here = Tensor<float, Cpu>.Ones(Length);
        using Tensor<float, TDevice> there = here.To<TDevice>();
        float[] array = new float[Length];
        Row("upload of 2^24", () => here.To<TDevice>().Dispose(), size);
        Row("download of 2^24", () => there.CopyTo(array), size);
    }

    private static void Chain(Tensor<float, TDevice> one)
    {
        Tensor<float, TDevice> sum = one.Clone();
        for (int i = 0; i < Chained; i++)
        {
            Tensor<float, TDevice> next = sum + one;
            sum.Dispose();
            sum = next;
        }

        sum.Dispose();
    }

    private double Row(string name, Action action, double bytes = 0, double operations = 0, int steps = 1)
    {
        if (words.Length > 0 && !words.Any(name.Contains))
        {
            return 0;
        }

        double seconds = Median(action) / steps;
        string Rate(double amount) => amount == 0 ? "" : (amount / seconds / 1e9).ToString("F1", CultureInfo.InvariantCulture);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {name} | {seconds * 1e6:F1} | {Rate(bytes)} | {Rate(operations)} |"));
        return seconds;
    }

    private double Median(Action action)
    {
        List<double> rounds = [];
        action();
        while (rounds.Count < MostRounds && rounds.Sum() < Patience)
        {
            synchronize();
            long start = Stopwatch.GetTimestamp();
            action();
            synchronize();
            rounds.Add(Stopwatch.GetElapsedTime(start).TotalSeconds);
        }

        rounds.Sort();
        return rounds[rounds.Count / 2];
    }
}
