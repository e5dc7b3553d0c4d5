namespace TypedTensors.Tests.Shapes;

public class ShapeTests
{
    [Fact]
    public void Rank0_HasOneElement()
    {
        Assert.Equal(1, new Shape().Length);
        Assert.Equal(1, default(Shape).Length);
        Assert.Equal(0, default(Shape).Rank);
        Assert.Equal("[]", default(Shape).ToString());
        Assert.Equal(new Shape(), default(Shape));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    [InlineData(8)]
    public void EveryRank_KeepsItsLengths(int rank)
    {
        nint[] sizes = [.. Enumerable.Range(2, rank).Select(size => (nint)size)];
        var shape = new Shape(sizes);
        Assert.Equal(rank, shape.Rank);
        Assert.Equal(sizes, shape.ToArray());
        Assert.Equal(sizes.Aggregate((nint)1, (product, size) => product * size), shape.Length);
        Assert.Equal($"[{string.Join(", ", sizes)}]", shape.ToString());
    }

    [Fact]
    public void LastAxis_IsReachedFromTheEnd() => Assert.Equal(4, new Shape(2, 3, 4)[^1]);

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    public void AxisOfLengthZero_MakesItEmpty(int other) => Assert.Equal(0, new Shape(0, other).Length);

    [Fact]
    public void Equality_GoesByLengthsAndRank()
    {
        Assert.True(new Shape(2, 3) == new Shape(2, 3));
        Assert.Equal(new Shape(2, 3).GetHashCode(), new Shape(2, 3).GetHashCode());
        Assert.True(new Shape(2, 3) != new Shape(3, 2));
        Assert.True(new Shape(2) != new Shape(2, 1));
        Assert.True(new Shape(0) != new Shape());
        Assert.False(new Shape(1).Equals((object)"[1]"));
    }

    [Fact]
    public void Faults_AreNamed()
    {
        Assert.Equal("Shape: rank 9 is above the highest supported rank, 8.", Message(() => new Shape(1, 1, 1, 1, 1, 1, 1, 1, 1)));
        Assert.Equal("Shape: axis 1 has the negative length -2.", Message(() => new Shape(3, -2)));
        Assert.Equal("Shape: axis 2 is outside [3, 4], which has rank 2.", Message(() => new Shape(3, 4)[2]));
        Assert.Equal("Shape: axis -1 is outside [3, 4], which has rank 2.", Message(() => new Shape(3, 4)[-1]));
        Assert.Equal(
            "Shape: [4611686018427387904, 2] has more elements than an address can count.", Message(() => new Shape((nint)1 << 62, 2)));
    }

    [Fact]
    public void LargestCount_IsAllowed() => Assert.Equal(nint.MaxValue, new Shape(nint.MaxValue, 1).Length);

    [Fact]
    public void OverflowBesideAnEmptyAxis_IsRefusedToo() =>
        Assert.Throws<ShapeException>(() => new Shape(0, nint.MaxValue, 2));

    [Fact]
    public void MoreBytesThanAnAddressCanCount_IsRefusedBeforeAllocating()
    {
        Assert.Equal(
            "Shape: [4611686018427387904] of double has more bytes than an address can count.", Message(() => Tensor<double, Cpu>.Empty((nint)1 << 62)));
    }

    [Fact]
    public void NoHeapIsAllocated()
    {
        nint sum = Use();
        long before = GC.GetAllocatedBytesForCurrentThread();
        sum += Use();
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
        Assert.NotEqual(0, sum);

        static nint Use()
        {
            nint total = 0;
            for (int i = 0; i < 100; i++)
            {
                var shape = new Shape(i, 2, 3, 4, 5, 6, 7, 8);
                total += shape.Length + shape[^1] + shape.AsSpan().Length + (shape == new Shape(2) ? 1 : 0) + shape.GetHashCode();
            }

            return total;
        }
    }

    private static string Message(Func<object> fault) => Assert.Throws<ShapeException>(fault).Message;
}
