using System.Globalization;

namespace TypedTensors.Benchmarks;

/// <summary>Matrix products of float: how near they come to the peak of multiply-adds, and how the peers do.</summary>
internal static class MatrixProductTable
{
    /// <summary>Prints a table for one thread and one for all: squares of the lengths, then stacks.</summary>
    public static void Print(int[] lengths)
    {
        using PythonPeer? python = PythonPeer.TryStart("/usr/bin/python3") ?? PythonPeer.TryStart("python3");
        foreach (int threads in (int[])[1, Environment.ProcessorCount])
        {
            Cpu.ThreadCount = threads;
            Console.WriteLine($"\n{threads} thread{(threads == 1 ? "" : "s")}; .NET {Environment.Version}, {python?.Versions ?? "no Python peers"}\n");
            Console.WriteLine("| product | operations | bound, us | ours, us | Gflop/s | of the peak | into, us | of the peak | NumPy, us | ratio | PyTorch, us | ratio |");
            Console.WriteLine("|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|");
            foreach (int length in lengths.Length == 0 ? [32, 64, 128, 256, 512, 1024, 2048] : lengths)
            {
                Row([], length, length, length, transposed: false, threads, python);
            }

            if (lengths.Length == 0)
            {
                Row([], 512, 512, 512, transposed: true, threads, python);
                Row([64], 128, 64, 128, transposed: false, threads, python);
            }
        }
    }

    private static void Row(nint[] stack, int rows, int inner, int columns, bool transposed, int threads, PythonPeer? python)
    {
        Tensor<float, Cpu> x = Filled([.. stack, rows, inner]), y = transposed ? Filled([.. stack, columns, inner]).Transpose(-1, -2) : Filled([.. stack, inner, columns]);
        Tensor<float, Cpu> product = Tensor<float, Cpu>.Empty([.. stack, rows, columns]);
        double operations = 2.0 * product.Length * inner;
        string leading = string.Concat(stack.Select(length => $"{length}, "));
        string setup = $"import numpy as np\nr = np.random.default_rng(1)\nx = r.random(({leading}{rows}, {inner}), dtype=np.float32)\n"
            + (transposed ? $"y = r.random(({leading}{columns}, {inner}), dtype=np.float32).swapaxes(-1, -2)" : $"y = r.random(({leading}{inner}, {columns}), dtype=np.float32)")
            + "\ntx = torch.from_numpy(x)\nty = torch.from_numpy(y)";
        string name = $"{leading}{rows} x {inner} by {inner} x {columns}{(transposed ? ", transposed" : "")}";
        var workload = new Workload(
            name, sizeof(float) * (x.Length + y.Length + product.Length), () => x.MatMul(y).Dispose(), setup, "np.matmul(x, y)", "torch.matmul(tx, ty)", null, () => x.MatMul(y, product));
        double before = MultiplyAddPeak.Measure(threads);
        Measurement measured = Measurement.Take(workload, threads, python);
        double peak = Math.Max(before, MultiplyAddPeak.Measure(threads));
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {name} | {operations / 1e6:F2} M | {operations / peak * 1e6:F2} | {measured.Ours * 1e6:F2} | {operations / measured.Ours / 1e9:F1} | {operations / measured.Ours / peak:P1} | {measured.OursInto * 1e6:F2} | {operations / measured.OursInto / peak:P1} | {Peer(measured.NumPy, measured.Ours)} | {Peer(measured.PyTorch, measured.Ours)} |"));
    }

    private static string Peer(double seconds, double ours) =>
        double.IsNaN(seconds) ? " | " : string.Create(CultureInfo.InvariantCulture, $"{seconds * 1e6:F2} | {seconds / ours:F2}");

    private static Tensor<float, Cpu> Filled(nint[] shape) => Tensor<float, Cpu>.FromFunction(index => (index[^1] * 7 + index[^2] * 3) % 11 * 0.1f, shape);
}
