using TypedTensors.Tests.Devices;

namespace TypedTensors.Tests.Tensors;

/// <summary>Literal values are NumPy's.</summary>
public class FactoryTests
{
    [Fact]
    public void Ones_AreOneInEveryDtype()
    {
        Assert.Equal([1f, 1f], Tensor<float, Cpu>.Ones(2).ToArray());
        Assert.Equal([(Half)1, (Half)1], Tensor<Half, Cpu>.Ones(1, 2).ToArray());
        Assert.Equal([ulong.MinValue + 1], Tensor<ulong, Cpu>.Ones().ToArray());
        Assert.Equal([true, true, true], Tensor<bool, Cpu>.Ones(new Shape(3)).ToArray());
        Assert.Empty(Tensor<double, Cpu>.Ones(0, 3).ToArray());
    }

    [Fact]
    public void Arange_StopsBeforeStop()
    {
        Assert.Equal([0f, 2f, 4f, 6f, 8f], Tensor<float, Cpu>.Arange(0, 10, 2).ToArray());
        Assert.Equal([0, 1, 2], Tensor<int, Cpu>.Arange(3).ToArray());
        Assert.Equal([10, 6, 2, -2], Tensor<int, Cpu>.Arange(10, -5, -4).ToArray());
        Assert.Equal([0.5, 1.5, 2.5], Tensor<double, Cpu>.Arange(0.5, 3, 1).ToArray());
        Assert.Equal([0, 0.1, 0.2, 0.30000000000000004, 0.4, 0.5, 0.6000000000000001, 0.7000000000000001, 0.8, 0.9], Tensor<double, Cpu>.Arange(0, 1, 0.1).ToArray());
    }

    [Fact]
    public void Arange_Rounded_CanReachStop() => Assert.Equal(4, Tensor<double, Cpu>.Arange(1, 1.3, 0.1).Length);

    [Fact]
    public void Arange_AgainstTheStep_IsEmpty()
    {
        Assert.Equal(0, Tensor<int, Cpu>.Arange(-3).Length);
        Assert.Equal(0, Tensor<float, Cpu>.Arange(5, 0, 1).Length);
        Assert.Equal(0, Tensor<double, Cpu>.Arange(1, 1, -1).Length);
    }

    [Fact]
    public void Arange_OverWholeDtype_DoesNotOverflow()
    {
        sbyte[] all = Tensor<sbyte, Cpu>.Arange(sbyte.MinValue, sbyte.MaxValue, 1).ToArray();

        Assert.Equal(255, all.Length);
        Assert.Equal((sbyte.MinValue, 126), (all[0], all[^1]));
        Assert.Equal([long.MinValue, -1, long.MaxValue - 1], Tensor<long, Cpu>.Arange(long.MinValue, long.MaxValue, long.MaxValue).ToArray());
    }

    [Fact]
    public void Arange_OfManyPieces_IsExact()
    {
        const int Count = 100_003;
        Assert.Equal(Enumerable.Range(0, Count).Select(i => 7L + (3L * i)), Tensor<long, Cpu>.Arange(7, 7 + (3 * Count), 3).ToArray());
        Assert.Equal(Enumerable.Range(0, Count).Select(i => (float)(i * 0.5)), Tensor<float, Cpu>.Arange(0, Count * 0.5f, 0.5f).ToArray());
        Assert.Equal((Half)2050, Tensor<Half, Cpu>.Arange((Half)0, (Half)4096, (Half)1)[2050]);
    }

    [Fact]
    public void Arange_WithoutLength_Throws()
    {
        Assert.Equal("Arange: from 0 to 10 in steps of 0 has no length; the numbers must be finite and the step not 0.",
            Assert.Throws<ArgumentException>(() => Tensor<int, Cpu>.Arange(0, 10, 0)).Message);
        Assert.Throws<ArgumentException>(() => Tensor<float, Cpu>.Arange(float.NaN));
        Assert.Throws<ArgumentException>(() => Tensor<double, Cpu>.Arange(0, double.PositiveInfinity, 1));
        Assert.Equal("Arange: from 0 to 1E+300 in steps of 1 has more numbers than an address can count.",
            Assert.Throws<ShapeException>(() => Tensor<double, Cpu>.Arange(1e300)).Message);
        Assert.Throws<ShapeException>(() => Tensor<long, Cpu>.Arange(long.MinValue, long.MaxValue, 1));
        Assert.Throws<NotSupportedException>(() => Tensor<decimal, Cpu>.Arange(3));
    }

    [Fact]
    public void Linspace_DividesEvenly()
    {
        Assert.Equal([0f, 0.3333333432674408f, 0.6666666865348816f, 1f], Tensor<float, Cpu>.Linspace(0, 1, 4).ToArray());
        Assert.Equal([-1, -0.6666666666666667, -0.33333333333333337, 0, 0.33333333333333326, 0.6666666666666665, 1], Tensor<double, Cpu>.Linspace(-1, 1, 7).ToArray());
        Assert.Equal([2, 2.2, 2.4, 2.6, 2.8], Tensor<double, Cpu>.Linspace(2, 3, 5, endpoint: false).ToArray());
        Assert.Equal([0, 0, double.Epsilon], Tensor<double, Cpu>.Linspace(0, double.Epsilon, 3).ToArray());
        Assert.Equal([5.0, 5, 5], Tensor<double, Cpu>.Linspace(5, 5, 3).ToArray());
    }

    [Fact]
    public void Linspace_OfFewNumbers_BeginsAtStart()
    {
        Assert.Equal([3f], Tensor<float, Cpu>.Linspace(3, 9, 1).ToArray());
        Assert.Equal([3f], Tensor<float, Cpu>.Linspace(3, 9, 1, endpoint: false).ToArray());
        Assert.Empty(Tensor<float, Cpu>.Linspace(3, 9, 0).ToArray());
        Assert.Throws<ArgumentOutOfRangeException>(() => Tensor<float, Cpu>.Linspace(3, 9, -1));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(49)]
    [InlineData(4096)]
    [InlineData(4097)]
    [InlineData(99_999)]
    public void Linspace_EndsExactlyAtStop(int count)
    {
        float[] numbers = Tensor<float, Cpu>.Linspace(-0.1f, 0.7f, count).ToArray();

        Assert.Equal((-0.1f, 0.7f), (numbers[0], numbers[^1]));
        Assert.Equal(numbers, numbers.Order());
    }

    [Fact]
    public void Eye_HasOnesOnItsDiagonal()
    {
        Assert.Equal("[[1. 0.]\n [0. 1.]]", Tensor<double, Cpu>.Eye(2).ToString());
        Assert.Equal("[[0 1 0 0]\n [0 0 1 0]\n [0 0 0 1]]", Tensor<int, Cpu>.Eye(3, 4, 1).ToString());
        Assert.Equal("[[0 0 0]\n [1 0 0]\n [0 1 0]]", Tensor<byte, Cpu>.Eye(3, diagonal: -1).ToString());
        Assert.Equal("[[ True False]]", Tensor<bool, Cpu>.Eye(1, 2).ToString());
        Assert.Equal("[[0 0]\n [0 0]]", Tensor<int, Cpu>.Eye(2, diagonal: 5).ToString());
        Assert.Equal(0, Tensor<int, Cpu>.Eye(0, 3).Length);
        Assert.Throws<ShapeException>(() => Tensor<int, Cpu>.Eye(-1));
    }

    [Fact]
    public void FromFunction_GetsEachIndexInCOrder()
    {
        Assert.Equal([0, 1, 4, 9], Tensor<int, Cpu>.FromFunction(i => (int)(i * i), 4).ToArray());
        Assert.Equal("[[ 0  1  2]\n [10 11 12]]", Tensor<long, Cpu>.FromFunction((row, column) => (10 * row) + column, 2, 3).ToString());

        var seen = new List<string>();
        Tensor<bool, Cpu> tensor = Tensor<bool, Cpu>.FromFunction(indices =>
        {
            seen.Add(Shape(indices));
            return indices[1] == 0;
        }, 2, 1, 2);
        Assert.Equal(["[0, 0, 0]", "[0, 0, 1]", "[1, 0, 0]", "[1, 0, 1]"], seen);
        Assert.Equal(Tensor<bool, Cpu>.Ones(2, 1, 2).ToArray(), tensor.ToArray());
    }

    [Fact]
    public void FromFunction_OfManyPieces_GoesOnWhereItWas()
    {
        Tensor<long, Cpu> tensor = Tensor<long, Cpu>.FromFunction(indices => (indices[0] * 70) + (indices[1] * 7) + indices[2], 3000, 10, 7);
        Assert.Equal(Tensor<long, Cpu>.Arange(210_000).ToArray(), tensor.ToArray());
    }

    [Fact]
    public void FromFunction_OfScalarAndEmpty_IsCalledOnceAndNever()
    {
        int calls = 0;
        Assert.Equal(5, Tensor<int, Cpu>.FromFunction(indices => indices.Length + ++calls + 4, new Shape()).Item());
        Assert.Equal(0, Tensor<int, Cpu>.FromFunction(indices => calls++, 2, 0, 3).Length);
        Assert.Equal(1, calls);
    }

    [Fact]
    public void FromFunction_ThrowsWhatTheFunctionThrows()
    {
        Assert.Throws<TimeoutException>(() => Tensor<int, Cpu>.FromFunction(i => i < 3 ? 0 : throw new TimeoutException(), 5));
        Assert.Throws<ArgumentNullException>(() => Tensor<int, Cpu>.FromFunction((Func<nint, int>)null!, 5));
    }

    [Fact]
    public void Factories_WorkOnOtherDevices()
    {
        Assert.Equal([1, 3, 5], Tensor<int, CountingDevice>.Arange(1, 7, 2).ToArray());
        Assert.Equal([0.0, 0.5, 1], Tensor<double, CountingDevice>.Linspace(0, 1, 3).ToArray());
        Assert.Equal([0f, 0, 1, 0], Tensor<float, CountingDevice>.Eye(2, diagonal: -1).ToArray());
        Assert.Equal([1f, 1], Tensor<float, CountingDevice>.Ones(2).ToArray());
        Assert.Equal([0, 2], Tensor<short, CountingDevice>.FromFunction(i => (short)(2 * i), 2).ToArray());
    }

    private static string Shape(ReadOnlySpan<nint> indices) => new Shape(indices).ToString();
}
