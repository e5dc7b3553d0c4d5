// Measures every workload here, in NumPy and PyTorch and with bare TensorPrimitives, in turn and in one run, and prints a table.
//
//     dotnet run -c Release --project Tests/TypedTensors.Benchmarks [-- threads [workload]]
//     dotnet run -c Release --project Tests/TypedTensors.Benchmarks -- primitives [operation...]
//     dotnet run -c Release --project Tests/TypedTensors.Benchmarks -- devices [workload...]
//     dotnet run -c Release --project Tests/TypedTensors.Benchmarks -- matmul [size...]
//
// The second form holds every operation, or those whose names contain one of the words, against the bare call of TensorPrimitives, both into memory that exists; ours on one thread and on all.
// The third shows on every device here what starting an operation, going through memory, multiplying matrices and the way there and back cost.
// The fourth holds matrix products against the multiply-adds that the processor can do, measured in the same run, and against the peers.
// Figures are medians of microseconds for one repetition; ratios are the peer's time over ours. A limit is what the bytes take at the pace of a copy, or the multiply-adds
// at their peak, whichever is more; both are measured in the same run. The peers need Debian's python3-numpy and
// python3-torch; without them their columns stay empty.
using System.Globalization;
using TypedTensors;
using TypedTensors.Benchmarks;

if (args is ["devices", .. string[] workloads])
{
    new DeviceWorkloads<Cpu>(() => { }, workloads).Print();
    Console.WriteLine($"\n{Vulkan.Device.Name}");
    new DeviceWorkloads<Vulkan>(Vulkan.Synchronize, workloads).Print();
    return;
}

if (args is ["matmul", .. string[] lengths])
{
    MatrixProductTable.Print([.. lengths.Select(int.Parse)]);
    return;
}

if (args is ["primitives", .. string[] words])
{
    foreach (int threads in (int[])[1, Environment.ProcessorCount])
    {
        Cpu.ThreadCount = threads;
        Console.WriteLine($"\n| operation | ours ({threads} thread{(threads == 1 ? "" : "s")}), us | TensorPrimitives, us | ratio |\n|---|--:|--:|--:|");
        foreach ((string name, Action ours, Action primitive) in PrimitivePairs.All().Where(pair => words.Length == 0 || words.Any(pair.Name.Contains)))
        {
            (double mine, double theirs) = Measurement.Pair(ours, primitive);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {name} | {mine * 1e6:F1} | {theirs * 1e6:F1} | {theirs / mine:F2} |"));
        }
    }

    return;
}

int[] threadCounts = args.Length > 0 ? [int.Parse(args[0])] : [1, Environment.ProcessorCount];
string filter = args.Length > 1 ? args[1] : string.Empty;
using PythonPeer? python = PythonPeer.TryStart("/usr/bin/python3") ?? PythonPeer.TryStart("python3");

foreach (int threads in threadCounts)
{
    Cpu.ThreadCount = threads;
    Console.WriteLine($"\n{threads} thread{(threads == 1 ? "" : "s")}; .NET {Environment.Version}, {python?.Versions ?? "no Python peers"}\n");
    var limits = new Limits(threads);
    Console.WriteLine($"Limits: {limits}.\n");
    Console.WriteLine("| workload | MB moved | Mflop | limit, us | ours, us | NumPy | ratio | PyTorch | ratio | into: ours | TensorPrimitives | ratio |");
    Console.WriteLine("|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|");
    var all = new List<Measurement>();
    foreach (Workload workload in Workloads.All().Where(workload => workload.Name.Contains(filter, StringComparison.Ordinal)))
    {
        all.Add(Measurement.Take(workload, threads, python));
        Console.WriteLine(all[^1].Row(limits.Of(workload)));
    }

    Console.WriteLine($"\n{Goal.Summary(all)}");
}

Console.WriteLine();
foreach (int length in (int[])[1 << 10, 1 << 20, 1 << 26])
{
    float[] array = new float[length];
    Console.WriteLine($"AsTensor of {length} floats: {Measurement.Nanoseconds(() => array.AsTensor(length)):F0} ns");
}
