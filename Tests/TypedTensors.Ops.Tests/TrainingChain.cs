namespace TypedTensors.Ops.Tests;

/// <summary>A chain of operations as a network's step has them, on tensors of a few hundred kilobytes.</summary>
sealed class TrainingChain
{
    /// <summary>The steps that are counted together.</summary>
    public const int Steps = 1000;

    readonly Tensor<float, Cpu> x = Tensor<float, Cpu>.Full(0.5f, 128, 256);
    readonly Tensor<float, Cpu> weight = Tensor<float, Cpu>.Full(0.01f, 256, 512);
    readonly Tensor<float, Cpu> bias = Tensor<float, Cpu>.Full(0.1f, 512);
    readonly Tensor<float, Cpu> factors = Tensor<float, Cpu>.Ones(512);
    readonly Tensor<float, Cpu> product = Tensor<float, Cpu>.Empty(128, 512);
    readonly Tensor<float, Cpu> result = Tensor<float, Cpu>.Empty(128, 512);

    /// <summary>How often they are counted. A worker takes memory when it first gets a share of each operation, which on a busy machine may be late.</summary>
    const int Rounds = 8;

    /// <summary>Prints the bytes that the calling thread and all threads together took in steps into destinations, round after round.</summary>
    public static void Print(int threads)
    {
        Cpu.ThreadCount = threads;
        var chain = new TrainingChain();
        for (int round = 0; round < Rounds; round++)
        {
            long own = GC.GetAllocatedBytesForCurrentThread(), all = GC.GetTotalAllocatedBytes(precise: true);
            for (int step = 0; step < Steps; step++)
            {
                chain.IntoDestinations();
            }

            all = GC.GetTotalAllocatedBytes(precise: true) - all;
            own = GC.GetAllocatedBytesForCurrentThread() - own;
            Console.WriteLine(FormattableString.Invariant($"{own} {all}"));
        }
    }

    /// <summary>A step that allocates its results.</summary>
    public Tensor<float, Cpu> Step() => x.MatMul(weight).Add(bias).GeluTanh().LayerNorm(factors, bias).Softmax(1);

    /// <summary>A step into tensors that exist.</summary>
    public Tensor<float, Cpu> IntoDestinations()
    {
        x.MatMul(weight, product);
        product.Add(bias, product);
        product.GeluTanh(result);
        result.LayerNorm(factors, bias, destination: product);
        return product.Softmax(1, result);
    }
}
