namespace TypedTensors.Tests.Tensors;

public class CopyTests
{
    [Fact]
    public void CopyFrom_OverlappingViewsOfOneBuffer_IsAsIfCopiedFirst()
    {
        var random = new Random(8);
        int overlapping = 0;
        for (int round = 0; round < 10_000; round++)
        {
            Shape shape = RandomLayouts.Shape(random, maxRank: 3, maxSize: 5), from = RandomLayouts.BroadcastableTo(random, shape);
            Layout to = RandomLayouts.Of(random, shape, repeats: false, out int length), source = RandomLayouts.Of(random, from, repeats: true, out int sourceLength);
            int shift = random.Next(4);
            source.Offset += shift;
            int[] array = [.. Enumerable.Range(100, Math.Max(length, sourceLength + shift))];
            Tensor<int, Cpu> destination = RandomLayouts.Over(array, to), origin = RandomLayouts.Over(array, source);
            int[] expected = [.. array];
            foreach ((nint[] index, nint position) in Naive.Indices(shape).Zip(Naive.Positions(destination)))
            {
                expected[position] = origin[Naive.Broadcast(index, from)];
            }

            overlapping += destination.SharesMemoryWith(origin) ? 1 : 0;
            destination.CopyFrom(origin);
            Assert.Equal(expected, array);
        }

        Assert.True(overlapping > 5_000);
    }

    [Fact]
    public void CopyFrom_ItsOwnTranspose_Transposes()
    {
        for (int size = 1; size < 70; size += 17)
        {
            int[] array = [.. Enumerable.Range(0, size * size)];
            Tensor<int, Cpu> square = array.AsTensor(size, size);
            int[] expected = Naive.Elements(square.Transpose());
            square.CopyFrom(square.Transpose());
            Assert.Equal(expected, array);
        }
    }

    [Fact]
    public void Fill_WritesEveryElementOfAViewAndNoOther()
    {
        var random = new Random(9);
        for (int round = 0; round < 1_000; round++)
        {
            Tensor<int, Cpu> tensor = RandomLayouts.Tensor(random, RandomLayouts.Shape(random), _ => 1);
            var storage = (CpuStorage)tensor.Storage;
            tensor.Fill(-5);
            int[] all = storage.AsMemory<int>(0, (int)storage.ByteLength / 4).ToArray();
            var positions = Naive.Positions(tensor).ToHashSet();
            Assert.Equal(all.Select((_, position) => positions.Contains(position) ? -5 : 1), all);
        }
    }

    [Fact]
    public void Clone_OfAnyLayout_IsContiguousWithTheSameElements()
    {
        var random = new Random(10);
        for (int round = 0; round < 1_000; round++)
        {
            Shape shape = RandomLayouts.Shape(random);
            Check(RandomLayouts.Tensor(random, shape, i => i, repeats: true));
            Check(RandomLayouts.Tensor(random, shape, i => (byte)i, repeats: true));
            Check(RandomLayouts.Tensor(random, shape, i => (Half)i, repeats: true));
            Check(RandomLayouts.Tensor(random, shape, i => (double)i, repeats: true));
        }

        static void Check<T>(Tensor<T, Cpu> tensor)
            where T : unmanaged
        {
            T[] expected = Naive.Elements(tensor);
            Tensor<T, Cpu> clone = tensor.Clone();
            Assert.True(clone.IsContiguous);
            Assert.False(clone.IsView);
            Assert.False(clone.IsReadOnly);
            Assert.Equal(tensor.Shape, clone.Shape);
            Assert.True(expected.AsSpan().SequenceEqual(clone.ToArray()));
            Assert.True(expected.AsSpan().SequenceEqual(tensor.ToArray()));
            Assert.True(expected.AsSpan().SequenceEqual(tensor.To<Cpu>().ToArray()));
        }
    }

    [Theory]
    [InlineData(1024, 1024)]
    [InlineData(33, 40_000)]
    [InlineData(40_000, 33)]
    [InlineData(1, 1_000_001)]
    public void Clone_OfALargeTranspose_IsRightOnSeveralThreads(int rows, int columns)
    {
        int[] array = [.. Enumerable.Range(0, rows * columns)];
        Tensor<int, Cpu> clone = array.AsTensor(rows, columns).Transpose().Flip(0).Clone();
        ReadOnlySpan<int> elements = clone.AsReadOnlySpan();
        for (int i = 0; i < elements.Length; i++)
        {
            int column = columns - 1 - (i / rows), row = i % rows;
            if (elements[i] != (row * columns) + column)
            {
                Assert.Fail($"element {i} is {elements[i]}");
            }
        }
    }
}
