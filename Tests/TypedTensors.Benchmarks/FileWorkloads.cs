namespace TypedTensors.Benchmarks;

/// <summary>Files of 64 MB, in the page cache.</summary>
internal static class FileWorkloads
{
    private const int Length = 1 << 24;

    private const string Setup = "import os, tempfile\nx = np.arange(1 << 24, dtype=np.float32)\npath = os.path.join(tempfile.gettempdir(), 'typed-tensors-peer.npy')\nnp.save(path, x)";

    /// <summary>The workloads.</summary>
    public static IEnumerable<Workload> All()
    {
        const double bytes = sizeof(float) * Length;
        string path = Path.Combine(Path.GetTempPath(), "typed-tensors-ours.npy");
        Tensor<float, Cpu> x = Tensor<float, Cpu>.Arange(Length);
        Npy.Save(path, x);

        yield return new(".npy load, 64 MB", bytes, () => Npy.Load<float>(path).Dispose(), Setup, "np.load(path)", null);
        yield return new(".npy save, 64 MB", bytes, () => Npy.Save(path, x), Setup, "np.save(path, x)", null);
    }
}
