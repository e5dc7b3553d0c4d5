using System.Diagnostics;
using System.Globalization;
using System.Numerics;

namespace TypedTensors.Benchmarks;

/// <summary>What costs time on a device: starting operations, and going through memory.</summary>
internal static class DeviceWorkloads<TDevice>
    where TDevice : struct, IDevice
{
    private const int Chained = 1000, Rounds = 9;

    /// <summary>Prints the medians of microseconds.</summary>
    /// <param name="synchronize">Waits until the device has finished.</param>
    public static void Print(Action synchronize)
    {
        Console.WriteLine($"\n| {TDevice.Name} | us |\n|---|--:|");
        Tensor<float, TDevice> small = Tensor<float, TDevice>.Ones(1000);
        Row($"add of 1000, each to the result before ({Chained} in one submission, each)", Median(() => Chain(small), synchronize) / Chained);
        foreach (int length in (int[])[1 << 20, 1 << 24])
        {
            Tensor<float, TDevice> x = Tensor<float, TDevice>.Ones(length), y = Tensor<float, TDevice>.Ones(length), sum = Tensor<float, TDevice>.Zeros(length);
            Row($"add of 2^{BitOperations.Log2((uint)length)}", Median(() => x.Add(y, sum), synchronize));
        }
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

    private static void Row(string name, double seconds) => Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {name} | {seconds * 1e6:F1} |"));

    private static double Median(Action action, Action synchronize)
    {
        double[] seconds = new double[Rounds];
        action();
        for (int round = 0; round < Rounds; round++)
        {
            synchronize();
            long start = Stopwatch.GetTimestamp();
            action();
            synchronize();
            seconds[round] = Stopwatch.GetElapsedTime(start).TotalSeconds;
        }

        Array.Sort(seconds);
        return seconds[Rounds / 2];
    }
}
