using TypedTensors.Tests.Devices;

namespace TypedTensors.Tests.RandomNumbers;

/// <summary>Which numbers a seed gives. The literal values come from a separate implementation, in Python, of what the documentation says.</summary>
public class RandomStreamTests
{
    private const ulong Seed = 0x0123456789abcdef;

    [Fact]
    public void Numbers_AreTheDocumentedOnes()
    {
        var generator = new RandomGenerator(Seed);

        Assert.Equal([0.7199727296829224f, 0.7716779708862305f, 0.08068275451660156f, 0.4785918593406677f, 0.6788647174835205f], Tensor<float, Cpu>.Rand(generator, 5).ToArray());
        Assert.Equal([(Half)0.978515625, (Half)0.421875, (Half)0.41162109375, (Half)0.021484375, (Half)0.94140625], Tensor<Half, Cpu>.Rand(generator, 5).ToArray());
        Assert.Equal([0.268794785392771, 0.03589792408582915, 0.41803899360764885], Tensor<double, Cpu>.Rand(generator, 3).ToArray());
        Assert.Equal([-0.05310988053679466f, 1.5316234827041626f, 1.716924786567688f], Tensor<float, Cpu>.Randn(generator, 3).ToArray());
        double[] normal = [0.9907660473184239, -0.7339498727034919, 0.2010086284331644, 0.3573423134896743];
        Assert.All(Tensor<double, Cpu>.Randn(generator, 4).ToArray().Zip(normal), pair => Assert.Equal(pair.Second, pair.First, 1e-15));
        Assert.Equal([4, -1, 1, -2, 6, -4], Tensor<sbyte, Cpu>.RandInt(generator, -10, 10, 6).ToArray());
        Assert.Equal([417632841291778424, 867762441389479919, 507946477403644613, 49621043277651639], Tensor<long, Cpu>.RandInt(generator, 0, 1_000_000_000_000_000_000, 4).ToArray());
        Assert.Equal([6, 4, 7, 3, 1, 2, 8, 0, 9, 5], Tensor<long, Cpu>.Permutation(generator, 10).ToArray());
        Assert.Equal(0x5bcc65990740ddful, generator.Split().Seed);
        Assert.Equal(
            [2751272230, 1514107632, 1580648111, 721429574, 1760818228, 1324187467, 2726808675, 815868998, 1311153174, 840618475, 1077121189, 3063985623],
            Tensor<uint, Cpu>.RandInt(generator, 0, 3u << 30, 12).ToArray());
        Assert.Equal(10ul, generator.Position);
    }

    /// <summary>The sum is this implementation's own: it tells whether another processor, or a change, gives other bits.</summary>
    [Fact]
    public void Randn_IsTheSameToTheLastBit()
    {
        double[] numbers = Tensor<double, Cpu>.Randn(new RandomGenerator(Seed), 100_001).ToArray();
        Assert.Equal(356155445072443335ul, numbers.Aggregate(0ul, (sum, x) => unchecked((sum * 31) + BitConverter.DoubleToUInt64Bits(x))));
    }

    [Fact]
    public void Stream_DoesNotDependOnThreadCount()
    {
        const int Count = 300_001;
        int before = Cpu.ThreadCount;
        try
        {
            var streams = new List<(float[] Uniform, double[] Normal, Half[] Halves, int[] Narrow, ulong[] Wide, long[] Permuted)>();
            foreach (int threads in (int[])[1, 2, 5])
            {
                Cpu.ThreadCount = threads;
                var generator = new RandomGenerator(42);
                streams.Add((
                    Tensor<float, Cpu>.Rand(generator, Count).ToArray(),
                    Tensor<double, Cpu>.Randn(generator, Count).ToArray(),
                    Tensor<Half, Cpu>.Randn(generator, Count).ToArray(),
                    Tensor<int, Cpu>.RandInt(generator, int.MinValue, int.MaxValue, Count).ToArray(),
                    Tensor<ulong, Cpu>.RandInt(generator, 0, ulong.MaxValue / 3 * 2, Count).ToArray(),
                    Tensor<long, Cpu>.Permutation(generator, 1000).ToArray()));
            }

            Assert.All(streams, stream =>
            {
                Assert.Equal(streams[0].Uniform, stream.Uniform);
                Assert.Equal(streams[0].Normal, stream.Normal);
                Assert.Equal(streams[0].Halves, stream.Halves);
                Assert.Equal(streams[0].Narrow, stream.Narrow);
                Assert.Equal(streams[0].Wide, stream.Wide);
                Assert.Equal(streams[0].Permuted, stream.Permuted);
            });
        }
        finally
        {
            Cpu.ThreadCount = before;
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(7)]
    [InlineData(511)]
    [InlineData(1025)]
    [InlineData(4099)]
    public void Elements_DoNotDependOnHowManyFollow(int count)
    {
        Assert.Equal(
            Tensor<float, Cpu>.Randn(new RandomGenerator(9), 10_000).ToArray()[..count], Tensor<float, Cpu>.Randn(new RandomGenerator(9), count).ToArray());
        Assert.Equal(
            Tensor<double, Cpu>.Randn(new RandomGenerator(9), 10_000).ToArray()[..count], Tensor<double, Cpu>.Randn(new RandomGenerator(9), count).ToArray());
        Assert.Equal(
            Tensor<long, Cpu>.RandInt(new RandomGenerator(9), 0, long.MaxValue / 5 * 3, 10_000).ToArray()[..count],
            Tensor<long, Cpu>.RandInt(new RandomGenerator(9), 0, long.MaxValue / 5 * 3, count).ToArray());
    }

    [Fact]
    public void EachCall_TakesOnePosition()
    {
        var generator = new RandomGenerator(3);
        _ = Tensor<float, Cpu>.Rand(generator, 0);
        float[] second = Tensor<float, Cpu>.Rand(generator, 8).ToArray();

        Assert.Equal(2ul, generator.Position);
        Assert.Equal(second, Tensor<float, Cpu>.Rand(new RandomGenerator(3, position: 1), 8).ToArray());
        Assert.NotEqual(second, Tensor<float, Cpu>.Rand(new RandomGenerator(3), 8).ToArray());
        Assert.NotEqual(second, Tensor<float, Cpu>.Rand(new RandomGenerator(4, position: 1), 8).ToArray());
    }

    [Fact]
    public void Split_GivesStreamsThatAreNotCorrelated()
    {
        var parent = new RandomGenerator(11);
        double[][] streams = [.. Enumerable.Range(0, 4).Select(_ => Tensor<double, Cpu>.Randn(parent.Split(), 20_000).ToArray()), Tensor<double, Cpu>.Randn(parent, 20_000).ToArray()];

        Assert.Equal(5ul, parent.Position);
        for (int i = 0; i < streams.Length; i++)
        {
            for (int j = 0; j < i; j++)
            {
                double correlation = streams[i].Zip(streams[j], (x, y) => x * y).Sum() / 20_000;
                Assert.InRange(correlation, -0.03, 0.03); // four standard deviations of 1 / sqrt(20,000)
            }
        }
    }

    [Fact]
    public void OtherDevices_GetTheSameNumbers()
    {
        Assert.Equal(Tensor<float, Cpu>.Rand(new RandomGenerator(1), 9).ToArray(), Tensor<float, CountingDevice>.Rand(new RandomGenerator(1), 9).ToArray());
        Assert.Equal(Tensor<long, Cpu>.Permutation(new RandomGenerator(1), 9).ToArray(), Tensor<long, CountingDevice>.Permutation(new RandomGenerator(1), 9).ToArray());
    }
}
