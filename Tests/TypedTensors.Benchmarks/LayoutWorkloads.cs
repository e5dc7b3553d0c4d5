namespace TypedTensors.Benchmarks;

/// <summary>Broadcast and transposed operands, views and copies.</summary>
internal static class LayoutWorkloads
{
    private const double Matrix = sizeof(float) * Operands.Length;

    /// <summary>The workloads.</summary>
    public static IEnumerable<Workload> All()
    {
        Tensor<float, Cpu> flat = Operands.X(), x = flat.Reshape(1024, 1024), y = Operands.Y().Reshape(1024, 1024);
        Tensor<float, Cpu> row = y[..1].Clone(), column = y[.., ..1].Clone(), transposed = y.Transpose();
        Tensor<float, Cpu> result = Tensor<float, Cpu>.Zeros(Operands.Length);
        float[] source = flat.ToArray(), target = new float[Operands.Length];

        yield return new("add a row, 1024x1024", 2 * Matrix, () => x.Add(row).Dispose(), Operands.PythonMatrix, "x + y[:1]", "tx + ty[:1]");
        yield return new("add a column, 1024x1024", 2 * Matrix, () => x.Add(column).Dispose(), Operands.PythonMatrix, "x + y[:, :1]", "tx + ty[:, :1]");
        yield return new("add a transpose, 1024x1024", 3 * Matrix, () => x.Add(transposed).Dispose(), Operands.PythonMatrix, "x + y.T", "tx + ty.T");
        yield return new("view", 0, () => x.Transpose().Unsqueeze(1), Operands.PythonMatrix, "x.T[:, None]", "tx.T[:, None]");
        yield return new("copy", 2 * Matrix, () => flat.Clone().Dispose(), Operands.Python, "x.copy()", "tx.clone()",
            () => source.CopyTo(target, 0), () => result.CopyFrom(flat));
    }
}
