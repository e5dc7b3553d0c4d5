using System.Numerics.Tensors;

namespace TypedTensors.Benchmarks;

/// <summary>Reductions of 2^20 floats.</summary>
internal static class ReductionWorkloads
{
    /// <summary>The workloads.</summary>
    public static IEnumerable<Workload> All()
    {
        Tensor<float, Cpu> x = Operands.X(), matrix = x.Reshape(1024, 1024);
        float[] a = x.ToArray();
        const double float1 = sizeof(float) * Operands.Length;
        yield return new("sum", float1, () => x.Sum().Dispose(), Operands.Python, "x.sum()", "tx.sum()", () => TensorPrimitives.Sum<float>(a), () => x.Sum().Dispose());
        yield return new("sum of columns", float1, () => matrix.Sum(0).Dispose(), Operands.PythonMatrix, "x.sum(0)", "tx.sum(0)");
        yield return new("sum of rows", float1, () => matrix.Sum(1).Dispose(), Operands.PythonMatrix, "x.sum(1)", "tx.sum(1)");
        yield return new("max", float1, () => x.Max().Dispose(), Operands.Python, "x.max()", "tx.max()", () => TensorPrimitives.Max<float>(a), () => x.Max().Dispose());
        yield return new("mean", float1, () => x.Mean().Dispose(), Operands.Python, "x.mean()", "tx.mean()", () => TensorPrimitives.Average<float>(a), () => x.Mean().Dispose());
    }
}
