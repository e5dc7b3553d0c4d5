namespace TypedTensors.Tests.Shapes;

public class ReshapeTests
{
    [Fact]
    public void RandomLayouts_AreViewedExactlyWhenStridesExist()
    {
        var random = new Random(1);
        int viewed = 0, refused = 0;
        for (int round = 0; round < 20_000; round++)
        {
            Shape shape = RandomLayouts.Shape(random, maxRank: 4, maxSize: 6);
            Tensor<int, Cpu> tensor = RandomLayouts.Tensor(random, shape, i => i, repeats: true);
            Shape target = SameLength(random, shape);
            nint[]? strides = BruteForce(Naive.Positions(tensor), target);
            if (strides is null)
            {
                Assert.Throws<ShapeException>(() => tensor.Reshape(target));
                refused++;
                continue;
            }

            Tensor<int, Cpu> view = tensor.Reshape(target);
            Assert.Equal(target, view.Shape);
            Assert.Equal(Naive.Positions(tensor), Naive.Positions(view));
            Assert.True(view.IsView);
            viewed++;
        }

        Assert.InRange(viewed, 2_000, 18_000);
        Assert.InRange(refused, 2_000, 18_000);
    }

    [Fact]
    public void MinusOne_IsInferred()
    {
        Tensor<int, Cpu> tensor = Range(12).AsTensor();
        Assert.Equal(new Shape(3, 4), tensor.Reshape(3, -1).Shape);
        Assert.Equal(new Shape(12), tensor.Reshape(-1).Shape);
        Assert.Equal(new Shape(2, 1, 6), tensor.Reshape(2, -1, 6).Shape);
        Assert.Equal(new Shape(1), Tensor<int, Cpu>.Scalar(3).Reshape(-1).Shape);
        Assert.Equal(new Shape(0, 3), Array.Empty<int>().AsTensor().Reshape(-1, 3).Shape);
    }

    [Fact]
    public void Faults_AreNamed()
    {
        Tensor<int, Cpu> tensor = Range(6).AsTensor(2, 3);
        Assert.Equal("Reshape: 6 elements of shape [2, 3] do not fit shape [4] of 4 elements.", Message(tensor, 4));
        Assert.Equal("Reshape: 6 elements of shape [2, 3] do not fit [4, -1]: -1 cannot be inferred.", Message(tensor, 4, -1));
        Assert.Equal("Reshape: [-1, -1] has a negative length; only one -1 is inferred.", Message(tensor, -1, -1));
        Assert.Equal("Reshape: [-1, -3] has a negative length; only one -1 is inferred.", Message(tensor, -1, -3));
        Assert.Equal("Reshape: 0 elements of shape [0] do not fit [0, -1]: -1 cannot be inferred.", Message(Range(0).AsTensor(), 0, -1));
        Assert.Equal("Shape: axis 0 has the negative length -6.", Message(tensor, -6));
        Assert.Equal(
            "Reshape: shape [3, 2] with strides [1, 3] cannot be seen as [6] without moving elements. Write Clone().Reshape(...) for a copy.",
            Message(tensor.Transpose(), 6));
        Assert.Throws<ShapeException>(() => tensor.Reshape(-1, nint.MaxValue, nint.MaxValue));
        Assert.Throws<ShapeException>(() => tensor.Reshape([.. Enumerable.Repeat((nint)(-1), 1), .. Enumerable.Repeat((nint)1, 4_000_000)]));
        Assert.Equal(Range(6), tensor.ToArray());
        Assert.Equal(new Shape(2, 3), tensor.Shape);
    }

    [Fact]
    public void Rank8_AndBack()
    {
        Tensor<int, Cpu> tensor = Range(256).AsTensor(2, 2, 2, 2, 2, 2, 2, 2);
        Assert.Equal(Range(256), Naive.Elements(tensor));
        Assert.Equal(255, tensor[1, 1, 1, 1, 1, 1, 1, 1]);
        Assert.Equal(new Shape(16, 16), tensor.Reshape(16, 16).Shape);
    }

    [Fact]
    public void ReadOnly_StaysReadOnly() => Assert.True(Tensor<int, Cpu>.Scalar(1).BroadcastTo(4).Reshape(2, 2).IsReadOnly);

    /// <summary>The only strides that could describe the positions under a shape, if they do.</summary>
    private static nint[]? BruteForce(nint[] positions, Shape target)
    {
        var strides = new nint[target.Rank];
        nint unit = 1;
        for (int axis = target.Rank - 1; axis >= 0; axis--)
        {
            strides[axis] = target[axis] == 1 ? 0 : positions[unit] - positions[0];
            unit *= target[axis];
        }

        return Naive.Positions(new Layout(target, strides, positions[0])).SequenceEqual(positions) ? strides : null;
    }

    /// <summary>The prime factors of a length, dealt to axes at random.</summary>
    private static Shape SameLength(Random random, Shape shape)
    {
        var sizes = new nint[random.Next(shape.Length == 1 ? 0 : 1, 6)];
        sizes.AsSpan().Fill(1);
        nint rest = shape.Length;
        for (nint factor = 2; rest > 1; factor++)
        {
            for (; rest % factor == 0; rest /= factor)
            {
                sizes[random.Next(sizes.Length)] *= factor;
            }
        }

        return new Shape(sizes);
    }

    private static int[] Range(int length) => [.. Enumerable.Range(0, length)];

    private static string Message(Tensor<int, Cpu> tensor, params nint[] shape) => Assert.Throws<ShapeException>(() => tensor.Reshape(shape)).Message;
}
