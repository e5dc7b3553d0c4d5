namespace TypedTensors.Tests.Memory;

[Collection(MemoryCollection.Name)]
public class AllocationTests
{
    [Fact]
    public void EverySize_IsAlignedAndHasRoom()
    {
        var pool = new BlockPool();
        IEnumerable<int> around = Enumerable.Range(12, 13).SelectMany(power => new[] { 1 << power, 5 << (power - 2) }).SelectMany(size => new[] { size - 1, size, size + 1 });
        foreach (int size in Enumerable.Range(0, 4_200).Concat(around))
        {
            // At most a fifth is unused, not counting the last cache line.
            Assert.InRange(pool.Rent(size, clear: false, out _).ByteLength, size, ((size + 63) * 5 / 4) + 64);
            using Tensor<byte, Cpu> tensor = Tensor<byte, Cpu>.Full(0xAB, size);
            Assert.Equal(0, Addresses.Of(tensor) % 64);
            Assert.Equal(size, tensor.Length);
        }
    }

    [Fact]
    public void Neighbours_DoNotOverlap()
    {
        Tensor<byte, Cpu>[] tensors = [.. Enumerable.Range(1, 3_000).Select(i => Tensor<byte, Cpu>.Full((byte)i, i))];
        for (int i = 0; i < tensors.Length; i++)
        {
            Assert.False(tensors[i].AsReadOnlySpan().ContainsAnyExcept((byte)(i + 1)));
        }
    }

    [Fact]
    public void Zeros_AreZeroAlsoInReusedMemory()
    {
        foreach (int size in (int[])[1, 100, 2_048, 2_049, 100_000])
        {
            for (int round = 0; round < 5; round++)
            {
                using Tensor<byte, Cpu> dirty = Tensor<byte, Cpu>.Full(0xFF, size);
                dirty.Dispose();
                using Tensor<byte, Cpu> zeros = Tensor<byte, Cpu>.Zeros(size);
                Assert.DoesNotContain(zeros.ToArray(), element => element != 0);
            }
        }
    }

    [Fact]
    public void ThousandsOfSmallTensors_KeepTheirElementsThroughCollections()
    {
        var kept = new List<(Tensor<int, Cpu> Tensor, int Value)>();
        var random = new Random(30);
        for (int i = 0; i < 60_000; i++)
        {
            Tensor<int, Cpu> tensor = Tensor<int, Cpu>.Full(i, random.Next(1, 60));
            if (i % 50 == 0)
            {
                kept.Add((tensor, i));
            }

            if (i % 15_000 == 0)
            {
                Addresses.Collect();
            }
        }

        Assert.All(kept, entry => Assert.All(Naive.Elements(entry.Tensor), element => Assert.Equal(entry.Value, element)));
    }
}
