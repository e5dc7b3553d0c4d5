using TypedTensors.Testing.Devices;

namespace TypedTensors.VulkanRuntime.Tests.Memory;

/// <summary>Many threads compute with tensors that are disposed, dropped and collected all the while, so that memory goes from one to another with work on it still recorded.</summary>
public class CollectedTensorTests
{
    private const int Threads = 4, Rounds = 1500;

    /// <summary>Few lengths, so that memory is reused; the longest is reduced in two passes.</summary>
    private static readonly int[] Lengths = [1, 60, 3_000, 40_000];

    [VulkanFact]
    public void MemoryThatChangesHands_HoldsWhatItsOwnerWrote()
    {
        using var done = new CancellationTokenSource();
        var collector = new Thread(() =>
        {
            for (int i = 0; !done.IsCancellationRequested; i++)
            {
                GC.Collect(i % 4 == 0 ? GC.MaxGeneration : 0);
                Thread.Sleep(1);
            }
        });
        collector.Start();
        try
        {
            Parallel.For(0, Threads, new ParallelOptions { MaxDegreeOfParallelism = Threads }, Compute);
        }
        finally
        {
            done.Cancel();
            collector.Join();
        }
    }

    /// <summary>All elements of a tensor are the same small whole number, so that every result is known and exact.</summary>
    private static void Compute(int thread)
    {
        var random = new Random(thread);
        var live = new (Tensor<float, Vulkan> Tensor, int Value)[8];
        for (int i = 0; i < live.Length; i++)
        {
            live[i] = Make(random);
        }

        for (int round = 0; round < Rounds; round++)
        {
            int at = random.Next(live.Length);
            (Tensor<float, Vulkan> x, int value) = live[at];
            if (random.Next(3) == 0)
            {
                AssertAll(value, x);
            }

            live[at] = random.Next(8) switch
            {
                0 => Make(random),
                1 => Kept(x + x, 2 * value),
                2 => (x.Clone(), value),
                3 => Kept(x.AddInPlace(1f), value + 1),
                4 => (Reduced(x, value), 1),
                5 => (x[..((int)(x.Length / 2) + 1)].Clamp(-1000f, 1000f).Flip().Clone(), value),
                6 => (x.Reshape(1, x.Length).Transpose().Softmax(1).Max(0), 1),
                _ => (Filled(x, random.Next(5) + 1, out int filled), filled),
            };
            if (!ReferenceEquals(live[at].Tensor, x) && random.Next(2) == 0)
            {
                x.Dispose();
            }
        }

        foreach ((Tensor<float, Vulkan> tensor, int value) in live)
        {
            AssertAll(value, tensor);
        }
    }

    private static (Tensor<float, Vulkan> Tensor, int Value) Make(Random random)
    {
        int value = random.Next(1, 5);
        float[] elements = new float[Lengths[random.Next(Lengths.Length)]];
        elements.AsSpan().Fill(value);
        return (elements.AsTensor(elements.Length).To<Vulkan>(), value);
    }

    /// <summary>Starts again from 1 before values grow beyond what sums of them are exact in.</summary>
    private static (Tensor<float, Vulkan> Tensor, int Value) Kept(Tensor<float, Vulkan> tensor, int value) =>
        value < 100 ? (tensor, value) : (Filled(tensor, 1, out int one), one);

    private static Tensor<float, Vulkan> Filled(Tensor<float, Vulkan> tensor, int value, out int filled)
    {
        tensor.Fill(value);
        filled = value;
        return tensor;
    }

    /// <summary>The sum divided by what it must be.</summary>
    private static Tensor<float, Vulkan> Reduced(Tensor<float, Vulkan> x, int value) => x.Sum().Reshape(1) / (float)(value * (int)x.Length);

    private static void AssertAll(int value, Tensor<float, Vulkan> tensor) => Assert.Equal(-1, tensor.ToArray().AsSpan().IndexOfAnyExcept((float)value));
}
