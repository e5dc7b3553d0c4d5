namespace TypedTensors.Benchmarks;

/// <summary>Elements in order.</summary>
internal static class OrderWorkloads
{
    private const double Vector = sizeof(float) * Operands.Length;

    /// <summary>The workloads.</summary>
    public static IEnumerable<Workload> All()
    {
        // From -4 to 4 as the peers' numbers, in no order (multiples of 2^32 over the golden ratio).
        Tensor<float, Cpu> x = Tensor<float, Cpu>.FromFunction(index => ((uint)index[0] * 2654435761u * (8f / uint.MaxValue)) - 4f, Operands.Length);
        Tensor<float, Cpu> result = Tensor<float, Cpu>.Zeros(Operands.Length);
        float[] source = x.ToArray(), target = new float[Operands.Length];
        yield return new("sort", 2 * Vector, () => x.Sort().Dispose(), Operands.Python, "np.sort(x)", "torch.sort(tx)[0]", OursInto: () => x.Sort(destination: result), Primitives: () =>
        {
            source.CopyTo(target, 0);
            Array.Sort(target);
        });
    }
}
