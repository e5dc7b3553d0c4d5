namespace TypedTensors.Benchmarks;

/// <summary>Operations on each row of a matrix.</summary>
internal static class RowWorkloads
{
    private const double Matrix = sizeof(float) * Operands.Length;

    private const string Factors = "\nw = y[0].copy()\nb = x[0].copy()\ntw = torch.from_numpy(w)\ntb = torch.from_numpy(b)";

    /// <summary>The workloads.</summary>
    public static IEnumerable<Workload> All()
    {
        Tensor<float, Cpu> x = Operands.X().Reshape(1024, 1024), weight = Operands.Y()[..1024], bias = Operands.X()[..1024], result = Tensor<float, Cpu>.Zeros(1024, 1024);

        yield return new("softmax of rows, 1024x1024", 2 * Matrix, () => x.Softmax(1).Dispose(), Operands.PythonMatrix,
            "e = np.exp(x - x.max(1, keepdims=True)); e / e.sum(1, keepdims=True)", "torch.softmax(tx, 1)", OursInto: () => x.Softmax(1, result));
        yield return new("layer norm of rows, 1024x1024", 2 * Matrix, () => x.LayerNorm(weight, bias).Dispose(), Operands.PythonMatrix + Factors,
            "d = x - x.mean(1, keepdims=True); d / np.sqrt((d * d).mean(1, keepdims=True) + np.float32(1e-5)) * w + b", "torch.nn.functional.layer_norm(tx, (1024,), tw, tb)",
            OursInto: () => x.LayerNorm(weight, bias, destination: result));
    }
}
