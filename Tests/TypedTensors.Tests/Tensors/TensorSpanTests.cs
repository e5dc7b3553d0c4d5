using System.Numerics.Tensors;

namespace TypedTensors.Tests.Tensors;

public class TensorSpanTests
{
    [Fact]
    public void RandomForwardLayouts_HaveTheSameElements()
    {
        var random = new Random(7);
        int tried = 0;
        for (int round = 0; round < 3_000; round++)
        {
            Shape shape = RandomLayouts.Shape(random, maxRank: 5, maxSize: 4);
            Tensor<int, Cpu> tensor = RandomLayouts.Tensor(random, shape, i => i);
            if (tensor.Strides.ToArray().Zip(shape.ToArray()).Any(axis => axis.First < 0 && axis.Second > 1))
            {
                Assert.Throws<InvalidOperationException>(() => { tensor.AsTensorSpan(); });
                continue;
            }

            tried++;
            TensorSpan<int> span = tensor.AsTensorSpan();
            Assert.Equal(tensor.Length, span.FlattenedLength);
            if (shape.Rank == 0)
            {
                Assert.Equal([1], span.Lengths.ToArray());
                Assert.Equal(tensor.Item(), span[0]);
                continue;
            }

            Assert.Equal(shape.ToArray(), span.Lengths.ToArray());
            foreach (nint[] index in Naive.Indices(shape))
            {
                Assert.Equal(tensor[index], span[index]);
            }

            var flat = new int[tensor.Length];
            span.FlattenTo(flat);
            Assert.Equal(Naive.Elements(tensor), flat);
        }

        Assert.True(tried > 500);
    }

    [Fact]
    public void Writes_AreShared()
    {
        Tensor<int, Cpu> tensor = new[] { 1, 2, 3, 4, 5, 6 }.ToTensor(2, 3);
        TensorSpan<int> span = tensor.Transpose()[1.., ..].AsTensorSpan();
        span[1, 1] = 60;
        tensor[0, 1] = 20;
        Assert.Equal(60, tensor[1, 2]);
        Assert.Equal(20, span[0, 0]);
    }

    [Fact]
    public void SizeOneAxes_KeepTheirPlace()
    {
        Assert.Equal([1, 2, 1, 1], Lengths(Tensor<int, Cpu>.Zeros(1, 2, 1, 1)));
        Assert.Equal([3, 1], Lengths(Tensor<int, Cpu>.Zeros(3, 4)[.., ..1]));

        static nint[] Lengths(Tensor<int, Cpu> tensor) => tensor.AsTensorSpan().Lengths.ToArray();
    }

    [Fact]
    public void ReversedAxis_IsRefused() => Assert.Equal(
        "AsTensorSpan: shape [3] with strides [-1] has a negative stride or is too long for a span; take it of a Clone().",
        Assert.Throws<InvalidOperationException>(() => { new int[3].AsTensor().Flip().AsTensorSpan(); }).Message);
}
