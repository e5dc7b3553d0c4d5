using System.Numerics;

namespace TypedTensors.Ops.Tests.Sorted;

/// <summary>What comes of elements in order, against NumPy 1.24 and PyTorch 1.13.</summary>
public class OrderTests
{
    const double NaN = double.NaN, Infinity = double.PositiveInfinity;

    static Tensor<int, Cpu> N => new[] { 3, -1, 4, 1, -5, 9, 2, -6, 5, 3, -5, 8 }.AsTensor(3, 4);

    static Tensor<double, Cpu> G => N.Cast<double>();

    [Fact]
    public void Unique_IsNumpys()
    {
        Tensor<int, Cpu> x = new[] { 3, 1, 2, 3, 1, 7 }.AsTensor(2, 3);
        Check.Elements(x.Unique(), 1, 2, 3, 7);
        (Tensor<int, Cpu> values, Tensor<long, Cpu> indices, Tensor<long, Cpu> inverse, Tensor<long, Cpu> counts) = x.UniqueAll();
        Check.Elements(values, 1, 2, 3, 7);
        Check.Elements(indices, 1L, 2, 0, 5);
        Check.Elements(inverse, 2L, 0, 1, 2, 0, 3);
        Check.Elements(counts, 2L, 1, 2, 1);
        Assert.Equal([2, 3], inverse.Shape.ToArray());
        Check.Elements(new[] { NaN, 1, -Infinity, 0.0, -0.0, Infinity, -2.5, NaN }.AsTensor().Unique(), -Infinity, -2.5, 0, 1, Infinity, NaN);
        Check.Elements(x.Transpose().UniqueAll().Inverse, 2L, 2, 0, 0, 1, 3);
        Check.Elements(new[] { true, true }.AsTensor().Unique(), true);
        Assert.Equal([0], Tensor<Half, Cpu>.Zeros(0, 2).Unique().Shape.ToArray());
        Check.Elements(Tensor<long, Cpu>.Scalar(4).Unique(), 4L);
    }

    [Fact]
    public void UniqueOfAnAxis_IsNumpys()
    {
        Tensor<int, Cpu> x = new[] { 3, 1, 2, 1, 1, 1, 2, 1, 3, 1, 2, 1, 1, 0, 9, 9 }.AsTensor(4, 4);
        (Tensor<int, Cpu> values, Tensor<long, Cpu> indices, Tensor<long, Cpu> inverse, Tensor<long, Cpu> counts) = x.UniqueAll(0);
        Check.Elements(values, 1, 0, 9, 9, 1, 1, 2, 1, 3, 1, 2, 1);
        Check.Elements(indices, 3L, 1, 0);
        Check.Elements(inverse, 2L, 1, 2, 0);
        Check.Elements(counts, 1L, 1, 2);
        Check.Elements(x.Unique(1), 1, 1, 2, 3, 1, 1, 2, 1, 1, 1, 2, 3, 0, 9, 9, 1);

        Tensor<int, Cpu> y = new[] { 0, 2, 0, 4, 1, 4, 3, 0, 3, 2, 4, 2, 1, 3, 1, 0, 2, 0 }.AsTensor(2, 3, 3);
        Assert.Equal([2, 3, 2], y.Unique(-1).Shape.ToArray());
        Check.Elements(y.Unique(-1), 0, 2, 4, 1, 3, 0, 2, 4, 1, 3, 0, 2);
        Check.Elements(y.UniqueAll(2).Inverse, 0L, 1, 0);

        Check.Elements(new[] { NaN, 1, -0.0, 1, NaN, 1, 0.0, 1 }.AsTensor(4, 2).Unique(0), -0.0, 1, NaN, 1);
        Assert.Equal([1, 0], Tensor<float, Cpu>.Zeros(3, 0).Unique(0).Shape.ToArray());
        Assert.Equal([0, 3], Tensor<float, Cpu>.Zeros(0, 3).Unique(0).Shape.ToArray());
        Assert.Equal("Unique: axis 2 is out of range for shape [4, 4] of rank 2.", Assert.Throws<ShapeException>(() => x.Unique(2)).Message);
    }

    [Fact]
    public void SearchSorted_IsNumpys()
    {
        Tensor<double, Cpu> sorted = new[] { 1.0, 3, 3, 5 }.AsTensor(), values = new[] { 0, 1, 3, 4, 6, NaN }.AsTensor(2, 3);
        Check.Elements(sorted.SearchSorted(values), 0L, 0, 1, 3, 4, 4);
        Check.Elements(sorted.SearchSorted(values, right: true), 0L, 1, 3, 3, 4, 4);
        Check.Elements(sorted.SearchSorted(values.Transpose()), 0L, 3, 0, 4, 1, 4);
        Check.Elements(new[] { 1, NaN }.AsTensor().SearchSorted(new[] { NaN, 2 }.AsTensor()), 1L, 1);
        Check.Elements(new[] { 1, NaN }.AsTensor().SearchSorted(new[] { NaN, 2 }.AsTensor(), right: true), 2L, 1);
        Check.Elements(new[] { 1, 3, 5, 2, 4, 6 }.AsTensor(2, 3).SearchSorted(new[] { 3, 6 }.AsTensor().BroadcastTo(2, 2)), 1L, 3, 1, 2);
        Check.Elements(sorted.SearchSorted(Tensor<double, Cpu>.Scalar(3)), 1L);
        Check.Elements(sorted[..0].SearchSorted(values[0, ..]), 0L, 0, 0);
        Assert.Equal([0], sorted.SearchSorted(values[0, ..0]).Shape.ToArray());
        Assert.Equal(
            "SearchSorted: values of shape [2] do not fit sorted elements of shape [3, 4]; give elements of one axis, or the same shape except along the last.",
            Assert.Throws<ShapeException>(() => N.SearchSorted(N[0, ..2])).Message);
    }

    [Fact]
    public void EveryNumericDtype_IsSearched()
    {
        One<sbyte>(); One<byte>(); One<short>(); One<ushort>(); One<int>(); One<uint>(); One<long>(); One<ulong>(); One<Half>(); One<float>(); One<double>();

        static void One<T>()
            where T : unmanaged, INumber<T>
        {
            Tensor<T, Cpu> sorted = new[] { 1, 3, 7 }.AsTensor().Cast<T>();
            Check.Elements(sorted.SearchSorted(new[] { 0, 3, 4, 9 }.AsTensor().Cast<T>(), right: true), 0L, 2, 2, 3);
            Check.Elements(sorted.Histogram(new[] { 1, 2, 7 }.AsTensor().Cast<T>()), 1L, 2);
            Check.Elements(new[] { 2, 5, 5, 1 }.AsTensor().Cast<T>().CumMaxIndexed(0).Indices, 0L, 1, 2, 2);
        }
    }

    [Fact]
    public void Histogram_IsNumpys()
    {
        (Tensor<long, Cpu> counts, Tensor<double, Cpu> edges) = G.Histogram(5);
        Check.Elements(counts, 3L, 1, 2, 4, 2);
        Check.Elements(edges, -6, -3, 0, 3, 6, 9.0);
        (counts, edges) = G.Histogram(4, (-4, 4));
        Check.Elements(counts, 0L, 1, 1, 4);
        Check.Elements(edges, -4, -2, 0, 2, 4.0);
        Check.Elements(N.Transpose().Histogram(new[] { -6, 0, 1, 3, 9 }.AsTensor()), 4L, 0, 2, 6);
        (counts, edges) = Tensor<double, Cpu>.Zeros(0).Histogram(2);
        Check.Elements(counts, 0L, 0);
        Check.Elements(edges, 0, 0.5, 1);
        (counts, Tensor<float, Cpu> around) = new[] { 2f, 2 }.AsTensor().Histogram(2);
        Check.Elements(counts, 0L, 2);
        Check.Elements(around, 1.5f, 2, 2.5f);
        Check.Elements(new[] { NaN, 1 }.AsTensor().Histogram(1, (0, 2)).Counts, 1L);
        Assert.StartsWith("Histogram: the range from NaN to NaN of shape [1]", Assert.Throws<ArgumentException>(() => new[] { NaN }.AsTensor().Histogram()).Message, StringComparison.Ordinal);
        Assert.StartsWith("Histogram: edge 2 is 1 after 3", Assert.Throws<ArgumentException>(() => G.Histogram(new[] { 0, 3.0, 1 }.AsTensor())).Message, StringComparison.Ordinal);
        Assert.Equal("Histogram: edges of shape [1]; bins need at least two edges along one axis.", Assert.Throws<ShapeException>(() => G.Histogram(G[0, ..1])).Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => G.Histogram(0));
    }

    [Fact]
    public void CumMaxIndexed_IsPyTorchs()
    {
        (Tensor<int, Cpu> values, Tensor<long, Cpu> indices) = N.CumMaxIndexed(1);
        Check.Elements(values, 3, 3, 4, 4, -5, 9, 9, 9, 5, 5, 5, 8);
        Check.Elements(indices, 0L, 0, 2, 2, 0, 1, 1, 1, 0, 0, 0, 3);
        (Tensor<double, Cpu> numbers, indices) = new[] { 1, 3, 3, NaN, 2, NaN, 5 }.AsTensor().CumMaxIndexed(-1);
        Check.Elements(numbers, 1, 3, 3, NaN, NaN, NaN, NaN);
        Check.Elements(indices, 0L, 1, 2, 3, 3, 5, 5);
        Assert.Equal([2, 0], Tensor<int, Cpu>.Zeros(2, 0).CumMaxIndexed(1).Values.Shape.ToArray());
        Assert.Equal("CumMaxIndexed: axis 2 is out of range for shape [3, 4] of rank 2.", Assert.Throws<ShapeException>(() => N.CumMaxIndexed(2)).Message);
    }

    [Fact]
    public void CumMinIndexed_IsPyTorchs()
    {
        (Tensor<int, Cpu> values, Tensor<long, Cpu> indices) = N.CumMinIndexed(0);
        Check.Elements(values, 3, -1, 4, 1, -5, -1, 2, -6, -5, -1, -5, -6);
        Check.Elements(indices, 0L, 0, 0, 0, 1, 0, 1, 1, 1, 0, 2, 1);
    }
}
