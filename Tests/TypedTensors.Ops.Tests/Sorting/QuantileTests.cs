namespace TypedTensors.Ops.Tests.Sorted;

/// <summary>Medians and quantiles, against NumPy 1.24.</summary>
public class QuantileTests
{
    static Tensor<int, Cpu> N => new[] { 3, -1, 4, 1, -5, 9, 2, -6, 5, 3, -5, 8 }.AsTensor(3, 4);

    static Tensor<double, Cpu> G => N.Cast<double>();

    [Fact]
    public void Median_IsNumpys()
    {
        Check.Elements(G.Median(), 2.5);
        Check.Elements(G.Median(0), 3.0, 3, 2, 1);
        Check.Elements(G.Transpose().Median(0), 2, -1.5, 4);
        Check.Elements(N[.., ..3].Median(1), 3.0, 2, 3);
        Assert.Equal([1, 4], G.Median(0, keepDims: true).Shape.ToArray());
        Check.Elements(G.Reshape(3, 2, 2).Median([0, -1]), 3, 1.5);
        Check.Elements(G.Cast<float>().Median(), 2.5f);
        Check.Elements(G.Cast<Half>().Median(), (Half)2.5);
        Check.Elements(Tensor<byte, Cpu>.Scalar(7).Median(), 7.0);
        Check.Elements(new[] { 1, double.NaN, 3, 4, 5, 6 }.AsTensor(2, 3).Median(1), double.NaN, 5);
    }

    [Theory]
    [InlineData(QuantileMethod.Linear, new[] { -6, -5, -2, 2.5, 4.47, 9 }, new[] { 0.8, -5.1, 2.2 })]
    [InlineData(QuantileMethod.Lower, new[] { -6.0, -5, -5, 2, 4, 9 }, new[] { -1.0, -6, -5 })]
    [InlineData(QuantileMethod.Higher, new[] { -6.0, -5, -1, 3, 5, 9 }, new[] { 1.0, -5, 3 })]
    [InlineData(QuantileMethod.Nearest, new[] { -6.0, -5, -1, 3, 4, 9 }, new[] { 1.0, -5, 3 })]
    [InlineData(QuantileMethod.Midpoint, new[] { -6, -5, -3, 2.5, 4.5, 9 }, new[] { 0, -5.5, -1 })]
    [InlineData(QuantileMethod.InterpolatedInvertedCdf, new[] { -6, -5.8, -5, 2, 4.24, 9 }, new[] { -0.6, -5.8, -3.4 })]
    [InlineData(QuantileMethod.Hazen, new[] { -6, -5.3, -3, 2.5, 4.74, 9 }, new[] { 0.4, -5.3, 0.6 })]
    [InlineData(QuantileMethod.Weibull, new[] { -6, -5.7, -4, 2.5, 5.03, 9 }, new[] { 0, -5.5, -1 })]
    [InlineData(QuantileMethod.MedianUnbiased, new[] { -6, -5.433333333333334, -3.333333333333334, 2.5, 4.83, 9 }, new[] { 0.2666666666666666, -5.366666666666667, 0.06666666666666643 })]
    [InlineData(QuantileMethod.NormalUnbiased, new[] { -6, -5.4, -3.25, 2.5, 4.8075, 9 }, new[] { 0.3, -5.35, 0.2 })]
    public void Quantile_IsNumpys(QuantileMethod method, double[] several, double[] rows)
    {
        Near(several, G.Quantile([0, 0.1, 0.25, 0.5, 0.77, 1], method: method));
        Near(rows, G.Quantile(0.3, [1], method: method));
    }

    [Fact]
    public void Quantile_KeepsDtypesAndAxes()
    {
        Near([-5, 4.47], G.Cast<float>().Quantile([0.1, 0.77]).Cast<double>(), 1e-6);
        Near([-0.4], N.Quantile(0.3));
        Assert.Equal([2, 3, 1], G.Quantile([0.1, 0.9], [1], keepDims: true).Shape.ToArray());
        Assert.Equal([1, 1], N.Quantile(0.1, [], keepDims: true).Shape.ToArray());
        Assert.Equal([0], Tensor<double, Cpu>.Zeros(3, 0).Quantile(0.1, [0]).Shape.ToArray());
        Check.Elements(new[] { 1, double.PositiveInfinity, double.PositiveInfinity }.AsTensor().Quantile(0.9), double.PositiveInfinity);
    }

    [Fact]
    public void WhatHasNoQuantile_IsRefused()
    {
        Assert.Equal(
            "Median: no elements along the axes of shape [0, 3], and Median of nothing has no value.",
            Assert.Throws<InvalidOperationException>(() => Tensor<float, Cpu>.Zeros(0, 3).Median(0)).Message);
        Assert.StartsWith("Quantile: a quantile is from 0 to 1.", Assert.Throws<ArgumentOutOfRangeException>(() => G.Quantile(1.5)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => G.Quantile(double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>(() => N.Quantile(0.5, method: (QuantileMethod)10));
        Assert.Equal("Quantile: axis 2 is out of range for shape [3, 4] of rank 2.", Assert.Throws<ShapeException>(() => G.Quantile(0.5, [2])).Message);
        Assert.Equal("Median: an axis is given twice for shape [3, 4].", Assert.Throws<ShapeException>(() => G.Median([0, -2])).Message);
    }

    // NumPy puts quantiles together in another order; both round.
    static void Near(double[] expected, Tensor<double, Cpu> actual, double tolerance = 1e-13)
    {
        Assert.Equal(expected.Length, actual.Length);
        foreach ((double wanted, double got) in expected.Zip(actual.ToArray()))
        {
            Assert.Equal(wanted, got, tolerance);
        }
    }
}
