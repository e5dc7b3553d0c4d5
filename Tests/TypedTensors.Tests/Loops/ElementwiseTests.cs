using TypedTensors.Kernels;

namespace TypedTensors.Tests.Loops;

public class ElementwiseTests
{
    [Fact]
    public void EveryLengthTo257_AndScalars()
    {
        for (int length = 0; length <= 257; length++)
        {
            float[] x = [.. Enumerable.Range(0, length).Select(i => i + 0.5f)], y = [.. Enumerable.Range(0, length).Select(i => -3f * i)];
            Assert.True(x.Zip(y, Affine).SequenceEqual(Run(x.AsTensor(), y.AsTensor()).ToArray()));
            Assert.True(x.Select(value => Affine(value, 4)).SequenceEqual(Run(x.AsTensor(), KernelOperand.Scalar(4f)).ToArray()));
            Assert.True(x.Select(value => Affine(4, value)).SequenceEqual(Run(KernelOperand.Scalar((byte)4), x.AsTensor()).ToArray()));
            Tensor<float, Cpu> place = x.ToTensor();
            Elementwise.Run<AffineKernel, Cpu>([place, place], [place]);
            Assert.True(x.Select(value => Affine(value, value)).SequenceEqual(place.ToArray()));
        }

        Assert.Equal(10, Run(KernelOperand.Scalar(4f), KernelOperand.Scalar(2.0)).Item());
    }

    [Fact]
    public void RandomLayouts_WithDestination_MatchTheNaiveLoop()
    {
        var random = new Random(20);
        for (int round = 0; round < 6_000; round++)
        {
            Shape shape = RandomLayouts.Shape(random);
            Tensor<float, Cpu> x = Random(random, shape, i => i), y = Random(random, shape, i => -2 * i), destination = RandomLayouts.Tensor(random, shape, _ => 77f);
            shape = Elementwise.BroadcastShape("", [x, y]);
            destination = destination.Shape == shape ? destination : RandomLayouts.Tensor(random, shape, _ => 77f);
            float[] storage = [.. ((CpuStorage)destination.Storage).AsMemory<float>(0, (int)destination.Storage.ByteLength / 4).Span];
            foreach ((nint[] index, nint position) in Naive.Indices(shape).Zip(Naive.Positions(destination)))
            {
                storage[position] = Affine(x[Naive.Broadcast(index, x.Shape)], y[Naive.Broadcast(index, y.Shape)]);
            }

            Elementwise.Run<AffineKernel, Cpu>([x, y], [destination]);
            Assert.True(storage.AsSpan().SequenceEqual(((CpuStorage)destination.Storage).AsMemory<float>(0, storage.Length).Span));
        }
    }

    [Theory]
    [InlineData(3, 4, 300)]
    [InlineData(2, 70, 1024)]
    [InlineData(2, 3, 40_000)]
    public void LongRowsThatEachTakeOneElement_MatchTheNaiveLoop(int outer, int rows, int columns)
    {
        Tensor<float, Cpu> x = Tensor<float, Cpu>.Arange(outer * rows * columns).Reshape(outer, rows, columns), y = Tensor<float, Cpu>.Arange(rows).Reshape(1, rows, 1);
        float[] values = x.ToArray();
        Assert.Equal(values.Select((value, i) => Affine(value, i / columns % rows)), Run(x, y).ToArray());
        Assert.Equal(values.Select((value, i) => Affine(i / columns % rows, value)), Run(y, x).ToArray());
        Assert.Equal(values.Select((value, i) => Affine(value, i % columns)), Run(x, Tensor<float, Cpu>.Arange(columns)).ToArray());
    }

    [Fact]
    public void ConvertedOperands_AreConvertedAsCastDoes()
    {
        var random = new Random(21);
        for (int round = 0; round < 2_000; round++)
        {
            Shape shape = RandomLayouts.Shape(random);
            Tensor<short, Cpu> x = RandomLayouts.Tensor(random, RandomLayouts.BroadcastableTo(random, shape), i => (short)i, repeats: true);
            Tensor<Half, Cpu> y = RandomLayouts.Tensor(random, shape, i => (Half)(i * 0.25f), repeats: true);
            Tensor<long, Cpu> destination = RandomLayouts.Tensor(random, shape, _ => 0L);
            Operand<float, Cpu> left = Operand<float, Cpu>.Convert(x), right = Operand<float, Cpu>.Convert(y);
            Elementwise.Run<AffineKernel, Cpu>([left, right], [destination]);
            foreach (nint[] index in Naive.Indices(shape))
            {
                Assert.Equal((long)Affine(x[Naive.Broadcast(index, x.Shape)], (float)y[index]), destination[index]);
            }
        }
    }

    [Fact]
    public void MixedTypes_MatchTheNaiveLoop()
    {
        var random = new Random(22);
        for (int round = 0; round < 2_000; round++)
        {
            Shape shape = RandomLayouts.Shape(random);
            Tensor<byte, Cpu> x = RandomLayouts.Tensor(random, shape, i => (byte)i, repeats: true);
            Tensor<float, Cpu> y = Random(random, shape, i => i * 0.5f);
            Tensor<double, Cpu> destination = RandomLayouts.Tensor(random, shape, _ => 0.0);
            Elementwise.Run<MixedKernel, Cpu>([x, y.BroadcastTo(shape)], [destination]);
            foreach (nint[] index in Naive.Indices(shape))
            {
                Assert.Equal(x[index] * (double)y[Naive.Broadcast(index, y.Shape)], destination[index]);
            }
        }
    }

    [Fact]
    public void TwoOutputsAndBools_MatchTheNaiveLoop()
    {
        var random = new Random(23);
        for (int round = 0; round < 2_000; round++)
        {
            Shape shape = RandomLayouts.Shape(random);
            Tensor<float, Cpu> x = RandomLayouts.Tensor(random, shape, i => (float)i, repeats: true), y = Random(random, shape, i => 20 - i);
            Tensor<bool, Cpu> flag = RandomLayouts.Tensor(random, RandomLayouts.BroadcastableTo(random, shape), i => i % 3 == 0, repeats: true);
            Tensor<bool, Cpu> less = RandomLayouts.Tensor(random, shape, _ => false);
            Tensor<float, Cpu> chosen = RandomLayouts.Tensor(random, shape, _ => 0f);
            Elementwise.Run<LessKernel, Cpu>([x, y, flag], [less, chosen]);
            foreach (nint[] index in Naive.Indices(shape))
            {
                float left = x[index], right = y[Naive.Broadcast(index, y.Shape)];
                Assert.Equal(left < right, less[index]);
                Assert.Equal(flag[Naive.Broadcast(index, flag.Shape)] ? left : right, chosen[index]);
            }
        }
    }

    [Fact]
    public void OverlapOfAnyKind_IsAsIfTheInputsWereCopiedFirst()
    {
        var random = new Random(24);
        int overlapping = 0;
        for (int round = 0; round < 6_000; round++)
        {
            Shape shape = RandomLayouts.Shape(random, maxRank: 3, maxSize: 6), from = RandomLayouts.BroadcastableTo(random, shape);
            Layout a = RandomLayouts.Of(random, shape, repeats: true, out int first), b = RandomLayouts.Of(random, from, repeats: true, out int second);
            Layout to = RandomLayouts.Of(random, shape, repeats: false, out int third);
            float[] array = [.. Enumerable.Range(0, Math.Max(first, Math.Max(second, third))).Select(i => (float)i)];
            Tensor<float, Cpu> x = RandomLayouts.Over(array, a), y = RandomLayouts.Over(array, b), destination = RandomLayouts.Over(array, to);
            x = random.Next(4) == 0 ? destination : x;
            float[] expected = [.. array];
            foreach ((nint[] index, nint position) in Naive.Indices(shape).Zip(Naive.Positions(destination)))
            {
                expected[position] = Affine(x[index], y[Naive.Broadcast(index, from)]);
            }

            overlapping += destination.SharesMemoryWith(y) ? 1 : 0;
            Elementwise.Run<AffineKernel, Cpu>([x, y], [destination]);
            Assert.True(expected.AsSpan().SequenceEqual(array));
        }

        Assert.True(overlapping > 3_000);
    }

    [Fact]
    public void OverlapAcrossDtypes_IsAsIfTheInputsWereCopiedFirst()
    {
        int[] array = [.. Enumerable.Range(0, 1000)];
        Tensor<int, Cpu> integers = array.AsTensor();
        Tensor<uint, Cpu> same = ((uint[])(object)array).AsTensor();
        Elementwise.Run<AffineKernel, Cpu>([integers, integers.Flip()], [same]);
        Assert.Equal(Enumerable.Range(0, 1000).Select(i => (2 * i) + (999 - i)), array);
    }

    [Fact]
    public void OutputsThatShareMemory_AreRefused()
    {
        Tensor<float, Cpu> x = new[] { 1f, 2, 3 }.AsTensor();
        float[] array = [9, 9, 9, 9];
        Tensor<float, Cpu> first = array.AsTensor()[..3], second = array.AsTensor()[1..];
        Assert.Equal(
            "Less: destinations 0 and 1 share memory; each result needs elements of its own.",
            Assert.Throws<InvalidOperationException>(() => Elementwise.Run<LessKernel, Cpu>([x, x, KernelOperand.Scalar(true)], [first, second])).Message);
        Assert.Equal([9, 9, 9, 9], array);
    }

    [Fact]
    public void FaultyOperands_AreRefusedBeforeAnythingIsWritten()
    {
        Tensor<float, Cpu> x = new float[6].AsTensor(2, 3), y = new float[8].AsTensor(2, 4), destination = new[] { 7f, 7 }.AsTensor();
        Assert.Equal(
            "Affine: shapes [2, 3] and [2, 4] do not broadcast: axis 1 is 3 against 4.",
            Assert.Throws<ShapeException>(() => Elementwise.Run<AffineKernel, Cpu>([x, y], [destination])).Message);
        Assert.Equal(
            "Affine: the operands broadcast to [2, 3], which does not fit the destination's shape [2]; a destination is never broadcast.",
            Assert.Throws<ShapeException>(() => Elementwise.Run<AffineKernel, Cpu>([x, x], [destination])).Message);
        Assert.StartsWith(
            "Affine: the tensor of shape [2, 3] is read-only",
            Assert.Throws<InvalidOperationException>(() => Elementwise.Run<AffineKernel, Cpu>([x, x], [x.BroadcastTo(2, 3)])).Message,
            StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Elementwise.Run<AffineKernel, Cpu>([x, x], [KernelOperand.Scalar(1f)]));
        Tensor<float, Cpu> gone = x.Clone();
        gone.Dispose();
        Assert.Throws<ObjectDisposedException>(() => Elementwise.Run<AffineKernel, Cpu>([x, gone], [x]));
        Assert.Throws<ObjectDisposedException>(() => Elementwise.Run<AffineKernel, Cpu>([x, x], [gone]));
        Assert.Equal([7, 7], destination.ToArray());
    }

    [Fact]
    public void ManyByteOperands_FitAnOrdinaryStack()
    {
        byte[] array = [.. Enumerable.Range(0, 400).Select(i => (byte)i)];
        Tensor<byte, Cpu> x = array.AsTensor(20, 20).Transpose();
        byte[]? sums = null;
        var thread = new Thread(
            () =>
            {
                var inputs = new KernelOperand[ManyBytesKernel.Inputs];
                inputs.AsSpan().Fill(x);
                Tensor<byte, Cpu> result = Elementwise.Allocate<byte, Cpu>("", inputs);
                Elementwise.Run<ManyBytesKernel, Cpu>(inputs, [result]);
                sums = result.ToArray();
            },
            maxStackSize: 1536 * 1024);
        thread.Start();
        thread.Join();
        Assert.Equal(Naive.Elements(x).Select(value => (byte)(value * ManyBytesKernel.Inputs)), sums);
    }

    private static float Affine(float x, float y) => (x * 2) + y;

    private static Tensor<float, Cpu> Run(KernelOperand x, KernelOperand y)
    {
        Tensor<float, Cpu> result = Elementwise.Allocate<float, Cpu>("Affine", [x, y]);
        Elementwise.Run<AffineKernel, Cpu>([x, y], [result]);
        return result;
    }

    private static Tensor<float, Cpu> Random(Random random, Shape shape, Func<int, float> element) =>
        RandomLayouts.Tensor(random, RandomLayouts.BroadcastableTo(random, shape), element, repeats: true);
}
