using System.Numerics;
using static TypedTensors.Ops.Tests.Special;

namespace TypedTensors.Ops.Tests;

/// <summary>The extremes and their positions over axes, against a naive oracle and NumPy 1.24.</summary>
public class ExtremeTests
{
    [Fact]
    public void EveryDtypeLayoutAndSetOfAxes_MatchesTheNaiveExtremes()
    {
        Verify<double>();
        Verify<float>();
        Verify<Half>();
        Verify<sbyte>();
        Verify<byte>();
        Verify<short>();
        Verify<ushort>();
        Verify<int>();
        Verify<uint>();
        Verify<long>();
        Verify<ulong>();
    }

    [Fact]
    public void Axes_AreThoseOfNumPy()
    {
        Tensor<int, Cpu> x = new[] { 5, -3, 9, 0, 9, 2, 7, -8, 1, 4, 4, -8 }.AsTensor(2, 2, 3);

        Check.Elements(x.Max(), 9);
        Check.Elements(x.Max(0), 7, -3, 9, 4, 9, 2);
        Check.Elements(x.Max([0, 2]), 9, 9);
        Check.Elements(x.Min(), -8);
        Check.Elements(x.Min(-1), -3, 0, -8, -8);
        Check.Elements(x.ArgMax(), 2L);
        Check.Elements(x.ArgMax(1), 0, 1, 0, 0, 1, 0L);
        Check.Elements(x.ArgMin(), 7L);
        Check.Elements(x.ArgMin(-1, keepDims: true), 1, 0, 1, 2L);
        Assert.Equal([2, 2, 1], x.ArgMin(-1, keepDims: true).Shape.AsSpan());
    }

    [Fact]
    public void Positions_OverSeveralAxes_CountInCOrderOfThose()
    {
        // As np.argmax of the reduced axes moved to the end and flattened.
        Tensor<int, Cpu> x = new[] { 5, -3, 9, 0, 9, 2, 7, -8, 1, 4, 4, -8 }.AsTensor(2, 2, 3);

        Check.Elements(x.ArgMax([0, 2]), 2, 1L);
        Check.Elements(x.ArgMax([2, 0]), 2, 1L);
        Check.Elements(x.ArgMin([0, 1]), 1, 2, 3L);
    }

    [Fact]
    public void OfEqualElements_TheFirstIsMeant()
    {
        Check.Elements(new[] { 3, 7, 7, 3 }.AsTensor().ArgMax(), 1L);
        Check.Elements(new[] { 3, 7, 7, 3 }.AsTensor().ArgMin(), 0L);
        Check.Elements(Tensor<float, Cpu>.Ones(1000).ArgMax(), 0L);
        Check.Elements(new[] { -0.0, 0.0 }.AsTensor().ArgMax(), 0L); // they are equal, as in NumPy
    }

    [Fact]
    public void NaN_IsTheExtreme_AndTheFirstOfThemThePosition()
    {
        double[] values = [1, NaN, 5, NaN, Inf, -Inf];
        Check.Elements(values.AsTensor().Max(), NaN);
        Check.Elements(values.AsTensor().Min(), NaN);
        Check.Elements(values.AsTensor().ArgMax(), 1L);
        Check.Elements(values.AsTensor().ArgMin(), 1L);
        Check.Elements(values.AsTensor(2, 3).Max(0), NaN, NaN, 5.0);
        Check.Elements(values.AsTensor(2, 3).Min(0), NaN, NaN, -Inf);
        Check.Elements(values.AsTensor(2, 3).ArgMax(0), 1, 0, 0L);
        Check.Elements(new[] { 1, float.NaN, 2 }.AsTensor().Max(), NaN);
        Check.Elements(new[] { (Half)1, Half.NaN }.AsTensor().Min(), Half.NaN);
    }

    [Fact]
    public void Infinities_AreOrdinaryExtremes()
    {
        Check.Elements(new[] { 1, -Inf, Inf, 2.0 }.AsTensor().Max(), (double)Inf);
        Check.Elements(new[] { 1, -Inf, Inf, 2.0 }.AsTensor().Min(), (double)-Inf);
        Check.Elements(new[] { -Inf, -Inf }.AsTensor().ArgMax(), 0L);
    }

    [Fact]
    public void LimitsOfIntegers_AreFound()
    {
        Check.Elements(new[] { sbyte.MinValue, (sbyte)0, sbyte.MaxValue }.AsTensor().Max(), sbyte.MaxValue);
        Check.Elements(new[] { sbyte.MinValue, (sbyte)0, sbyte.MaxValue }.AsTensor().Min(), sbyte.MinValue);
        Check.Elements(new ulong[] { 1, ulong.MaxValue, 0 }.AsTensor().Max(), ulong.MaxValue);
        Check.Elements(new ulong[] { 1, ulong.MaxValue, 0 }.AsTensor().ArgMin(), 2L);
        Check.Elements(new[] { long.MinValue, -1 }.AsTensor().ArgMin(), 0L);
    }

    [Fact]
    public void OfNothing_IsRefused()
    {
        Tensor<float, Cpu> nothing = Tensor<float, Cpu>.Zeros(2, 0);

        Assert.Equal(
            "Max: no elements to reduce, and Max of nothing has no value.",
            Assert.Throws<InvalidOperationException>(() => nothing.Max()).Message);
        Assert.Equal(
            "Min: no elements to reduce, and Min of nothing has no value.",
            Assert.Throws<InvalidOperationException>(() => nothing.Min(1)).Message);
        Assert.Equal(
            "ArgMax: no elements to reduce, and ArgMax of nothing has no value.",
            Assert.Throws<InvalidOperationException>(() => nothing.ArgMax(-1)).Message);
        Assert.Equal(
            "ArgMin: no elements to reduce, and ArgMin of nothing has no value.",
            Assert.Throws<InvalidOperationException>(() => nothing.ArgMin([0, 1])).Message);
    }

    [Fact]
    public void OfNoRows_IsEmpty()
    {
        // As in NumPy: there is nothing to reduce, and no result either.
        Assert.Equal([0], Tensor<float, Cpu>.Zeros(2, 0).Max(0).Shape.AsSpan());
        Assert.Equal([0, 1], Tensor<float, Cpu>.Zeros(0, 3).ArgMin(1, keepDims: true).Shape.AsSpan());
    }

    [Fact]
    public void MistakenAxes_AreRefused()
    {
        Tensor<float, Cpu> x = Tensor<float, Cpu>.Ones(2, 3);

        Assert.Equal("Max: axis 2 is out of range for shape [2, 3] of rank 2.", Assert.Throws<ShapeException>(() => x.Max(2)).Message);
        Assert.Equal(
            "Min: axis -4 is out of range for shape [2, 3] of rank 2.",
            Assert.Throws<ShapeException>(() => x.Min([0, -4])).Message);
        Assert.Equal("ArgMax: an axis is given twice for shape [2, 3].", Assert.Throws<ShapeException>(() => x.ArgMax([0, 0])).Message);
        Assert.Equal(
            "ArgMin: axis 9 is out of range for shape [2, 3] of rank 2.",
            Assert.Throws<ShapeException>(() => x.ArgMin(9)).Message);
    }

    static void Verify<T>()
        where T : unmanaged, INumber<T>
    {
        foreach (Tensor<T, Cpu> source in Layouts.Of<T>())
        {
            foreach (int[] axes in Naive.AxisSets(source.Rank))
            {
                foreach (bool keepDims in new[] { false, true })
                {
                    (nint[] shape, List<T>[] rows) = Naive.Gather(source, axes, keepDims);

                    Assert.Equal(shape, source.Max(axes, keepDims).Shape.AsSpan().ToArray());
                    Assert.Equal(shape, source.ArgMin(axes, keepDims).Shape.AsSpan().ToArray());
                    Assert.Equal(rows.Select(row => row.Max()), source.Max(axes, keepDims).ToArray());
                    Assert.Equal(rows.Select(row => row.Min()), source.Min(axes, keepDims).ToArray());
                    Assert.Equal(rows.Select(row => (long)row.IndexOf(row.Max())), source.ArgMax(axes, keepDims).ToArray());
                    Assert.Equal(rows.Select(row => (long)row.IndexOf(row.Min())), source.ArgMin(axes, keepDims).ToArray());
                }
            }
        }
    }
}
