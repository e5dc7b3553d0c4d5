namespace TypedTensors.Benchmarks;

/// <summary>Operations on each row of a matrix.</summary>
internal static class RowWorkloads
{
    private const double Matrix = sizeof(float) * Operands.Length;

    /// <summary>The workloads.</summary>
    public static IEnumerable<Workload> All()
    {
        Tensor<float, Cpu> x = Operands.X().Reshape(1024, 1024);

        yield return new("softmax of rows, 1024x1024", 2 * Matrix, () => x.Softmax(1).Dispose(), Operands.PythonMatrix,
            "e = np.exp(x - x.max(1, keepdims=True)); e / e.sum(1, keepdims=True)", "torch.softmax(tx, 1)");
    }
}
