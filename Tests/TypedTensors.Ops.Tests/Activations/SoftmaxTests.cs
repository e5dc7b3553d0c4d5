using static TypedTensors.Ops.Tests.Special;

namespace TypedTensors.Ops.Tests;

/// <summary>Softmax along an axis. Values: PyTorch 1.13 in double, rounded.</summary>
public class SoftmaxTests
{
    [Fact]
    public void Rows_SumToOne()
    {
        Tensor<double, Cpu> x = new[] { 1.0, 2, 3, -1, 0, 4 }.AsTensor(2, 3);

        double[] rows =
        [
            0.09003057317038045, 0.2447284710547976, 0.6652409557748218,
            0.006573263185309083, 0.0178679818703045, 0.9755587549443865,
        ];
        Check.Elements(x.Softmax(1), 2, rows);
        Check.Elements(x.Softmax(-1), 2, rows);
        Check.Elements(x.Cast<float>().Softmax(1), 2, [.. rows.Select(value => (float)value)]);
        Check.Elements(x.Cast<Half>().Softmax(1), 3, [.. rows.Select(value => (Half)value)]);
    }

    [Fact]
    public void Columns_SumToOne() =>
        Check.Elements(
            new[] { 1.0, 2, 3, -1, 0, 4 }.AsTensor(2, 3).Softmax(0),
            2,
            [
                0.8807970779778823, 0.8807970779778823, 0.2689414213699951,
                0.11920292202211755, 0.11920292202211755, 0.7310585786300049,
            ]);

    [Fact]
    public void Views_GiveWhatTheirCopiesGive()
    {
        foreach (Tensor<double, Cpu> x in Layouts.Of<double, Cpu>().Where(x => x.Rank > 0))
        {
            for (int axis = -x.Rank; axis < x.Rank; axis++)
            {
                double[] before = x.ToArray();
                Tensor<double, Cpu> actual = x.Softmax(axis);

                Assert.Equal(x.Shape, actual.Shape);
                Assert.Equal(before, x.ToArray());
                Check.Elements(actual, 16, NaiveSoftmax(x, axis < 0 ? axis + x.Rank : axis));
            }
        }
    }

    [Fact]
    public void ExtremeValues_DoNotOverflow()
    {
        Check.Elements(new[] { 1000.0, 1000 }.AsTensor().Softmax(0), 0.5, 0.5);
        Check.Elements(new[] { 1E+308, -1E+308, 0 }.AsTensor().Softmax(0), 1.0, 0, 0);
        Check.Elements(new[] { -1000f, -1001 }.AsTensor().Softmax(0), 1, [0.7310586f, 0.26894143f]);
        Check.Elements(new[] { 0f, -200 }.AsTensor().Softmax(0), 1f, 0);
        Check.Elements(new[] { 3.0 }.AsTensor().Softmax(0), 1.0);
    }

    [Fact]
    public void ANegativeInfinity_HasTheShareZero() =>
        Check.Elements(new[] { -Inf, 0, 0, -Inf }.AsTensor().Softmax(0), 0f, 0.5f, 0.5f, 0);

    [Fact]
    public void RowsWithNaNOrInfinity_AndRowsOfNegativeInfinity_AreNaN()
    {
        // As PyTorch; the rows beside them are not touched.
        float[] values = [NaN, 1, 2, Inf, 1, 2, -Inf, -Inf, -Inf, 5, 5, -Inf];

        Check.Elements(values.AsTensor(4, 3).Softmax(1), NaN, NaN, NaN, NaN, NaN, NaN, NaN, NaN, NaN, 0.5f, 0.5f, 0);
    }

    [Fact]
    public void OfNothing_IsEmpty() =>
        Assert.Equal([2, 0], Tensor<float, Cpu>.Zeros(2, 0).Softmax(1).Shape.AsSpan());

    [Fact]
    public void AnAxisOutOfRange_IsRefused()
    {
        Tensor<float, Cpu> x = Tensor<float, Cpu>.Ones(2, 3);

        Assert.Equal("Softmax: axis 2 is out of range for shape [2, 3] of rank 2.", Assert.Throws<ShapeException>(() => x.Softmax(2)).Message);
        Assert.Equal(
            "Softmax: axis 2 is out of range for shape [2, 0] of rank 2.",
            Assert.Throws<ShapeException>(() => Tensor<float, Cpu>.Zeros(2, 0).Softmax(2)).Message);
    }

    static double[] NaiveSoftmax(Tensor<double, Cpu> x, int axis)
    {
        nint[] lengths = x.Shape.AsSpan().ToArray();
        return
        [
            .. Naive.Indices(lengths).Select(index => 1 / Enumerable.Range(0, (int)lengths[axis]).Sum(position =>
                Math.Exp(x[[.. index[..axis], position, .. index[(axis + 1)..]]] - x[index]))),
        ];
    }
}
