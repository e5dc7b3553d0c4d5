namespace TypedTensors.Benchmarks;

/// <summary>What most workloads work on, here and in Python.</summary>
internal static class Operands
{
    /// <summary>How many floats each has.</summary>
    public const int Length = 1 << 20;

    /// <summary>Makes <c>x</c> and <c>y</c> for NumPy, and <c>tx</c> and <c>ty</c>, which share them, for PyTorch.</summary>
    public const string Python =
        "r = np.random.default_rng(1)\nx = (r.random(1 << 20, dtype=np.float32) * 8 - 4)\ny = r.random(1 << 20, dtype=np.float32) + 0.5\ntx = torch.from_numpy(x)\nty = torch.from_numpy(y)";

    /// <summary>The same as matrices of 1024 rows.</summary>
    public const string PythonMatrix = Python + "\nx = x.reshape(1024, 1024)\ny = y.reshape(1024, 1024)\ntx = tx.reshape(1024, 1024)\nty = ty.reshape(1024, 1024)";

    /// <summary>From -4 to 4.</summary>
    public static Tensor<float, Cpu> X() => Tensor<float, Cpu>.FromFunction(index => (index[0] % 4001 * 0.002f) - 4f, Length);

    /// <summary>From 0.5 to 1.5.</summary>
    public static Tensor<float, Cpu> Y() => Tensor<float, Cpu>.FromFunction(index => (index[0] % 1009 * 0.001f) + 0.5f, Length);
}
