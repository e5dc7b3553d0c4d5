namespace TypedTensors.Ops.Tests;

/// <summary>The softmax along an axis on any device. Values: PyTorch 1.13 in double, rounded.</summary>
public static class SoftmaxLaws<TDevice>
    where TDevice : struct, IDevice, IComputesFunctions<double>
{
    const float NaN = float.NaN, Inf = float.PositiveInfinity;

    /// <summary>Rows and columns.</summary>
    public static void Literals()
    {
        Tensor<double, TDevice> x = On(new[] { 1.0, 2, 3, -1, 0, 4 }.AsTensor(2, 3));

        double[] rows =
        [
            0.09003057317038045, 0.2447284710547976, 0.6652409557748218,
            0.006573263185309083, 0.0178679818703045, 0.9755587549443865,
        ];
        Elements(x.Softmax(1), 2, rows);
        Elements(x.Softmax(-1), 2, rows);
        Elements(x.Cast<float>().Softmax(1), 2, [.. rows.Select(value => (float)value)]);
        Elements(x.Cast<Half>().Softmax(1), 3, [.. rows.Select(value => (Half)value)]);
        double[] columns =
        [
            0.8807970779778823, 0.8807970779778823, 0.2689414213699951,
            0.11920292202211755, 0.11920292202211755, 0.7310585786300049,
        ];
        Elements(x.Softmax(0), 2, columns);
    }

    /// <summary>Rows and columns of the logarithm.</summary>
    public static void Logarithms()
    {
        Tensor<double, TDevice> x = On(new[] { 1.0, 2, 3, -1, 0, 4 }.AsTensor(2, 3));

        double[] rows = [-2.4076059644443806, -1.4076059644443804, -0.4076059644443804, -5.024744890138822, -4.024744890138822, -0.02474489013882259];
        double[] columns = [-0.1269280110429726, -0.1269280110429726, -1.3132616875182228, -2.1269280110429727, -2.1269280110429727, -0.31326168751822286];

        // The last steps are differences of numbers up to 8, to whose last bit they are right.
        AreNear(8 * Math.ScaleB(1, -52), rows, x.LogSoftmax(1));
        AreNear(8 * Math.ScaleB(1, -52), columns, x.LogSoftmax(-2));
        AreNear(8 * Math.ScaleB(1, -23), rows, x.Cast<float>().LogSoftmax(1).Cast<double>());
        AreNear(8 * Math.ScaleB(1, -10), rows, x.Cast<Half>().LogSoftmax(1).Cast<double>());

        Elements(On(new[] { 0f, -200 }.AsTensor()).LogSoftmax(0), 0, 0f, -200f);
        Elements(On(new[] { -Inf, 0, 0 }.AsTensor()).LogSoftmax(0), 1, -Inf, -0.6931472f, -0.6931472f);
        Elements(On(new[] { Inf, 0, 0, NaN, 0, 0, -Inf, -Inf, -Inf }.AsTensor(3, 3)).LogSoftmax(1), 0, NaN, NaN, NaN, NaN, NaN, NaN, NaN, NaN, NaN);
    }

    /// <summary>Views give what their copies give, and stay as they are.</summary>
    public static void EveryLayout()
    {
        foreach (Tensor<double, TDevice> x in Layouts.Of<double, TDevice>().Where(x => x.Rank > 0))
        {
            for (int axis = -x.Rank; axis < x.Rank; axis++)
            {
                double[] before = x.ToArray();
                Tensor<double, TDevice> actual = x.Softmax(axis);

                Assert.Equal(x.Shape, actual.Shape);
                Assert.Equal(before, x.ToArray());
                Elements(actual, 16, NaiveSoftmax(x.To<Cpu>(), axis < 0 ? axis + x.Rank : axis));
            }
        }
    }

    /// <summary>Rows longer than a group, along memory and across it: each share right to the error of its exponential and of a sum of 1000.</summary>
    public static void LongRows()
    {
        Tensor<float, Cpu> x = Tensor<float, Cpu>.FromFunction(index => MathF.Sin(index[0] * 1000 + index[1]) * 20, 3, 1000);
        Tensor<float, TDevice> rows = On(x).Softmax(1), columns = On(x.Transpose().Clone()).Softmax(0), stacked = On(x).Unsqueeze(1).BroadcastTo(3, 2, 1000).Softmax(2);
        const double unit = 1.0 / (1 << 24), bound = (1000 + 8 + 20) * unit;
        for (int row = 0; row < 3; row++)
        {
            double[] exponentials = [.. x[row, ..].ToArray().Select(value => Math.Exp((double)value))];
            float[] actual = rows[row, ..].ToArray();
            for (int column = 0; column < 1000; column++)
            {
                double expected = exponentials[column] / exponentials.Sum();
                Assert.InRange(actual[column] / expected, 1 - bound * 3, 1 + bound * 3);
            }

            Assert.All(columns[.., row].ToArray().Zip(actual), pair => Assert.InRange(pair.First / pair.Second, 1 - bound * 2, 1 + bound * 2));
            Assert.Equal(actual, stacked[row, 1, ..].ToArray());
        }
    }

    /// <summary>The largest exponent is 0.</summary>
    public static void ExtremeValues()
    {
        Elements(On(new[] { 1000.0, 1000 }.AsTensor()).Softmax(0), 0, 0.5, 0.5);
        Elements(On(new[] { 1E+308, -1E+308, 0 }.AsTensor()).Softmax(0), 0, 1.0, 0, 0);
        Elements(On(new[] { -1000f, -1001 }.AsTensor()).Softmax(0), 1, 0.7310586f, 0.26894143f);
        Elements(On(new[] { 0f, -200 }.AsTensor()).Softmax(0), 0, 1f, 0);
        Elements(On(new[] { 3.0 }.AsTensor()).Softmax(0), 0, 1.0);
        Elements(On(new[] { -Inf, 0, 0, -Inf }.AsTensor()).Softmax(0), 0, 0f, 0.5f, 0.5f, 0);
    }

    /// <summary>As PyTorch; the rows beside them are not touched.</summary>
    public static void SpecialValues()
    {
        float[] values = [NaN, 1, 2, Inf, 1, 2, -Inf, -Inf, -Inf, 5, 5, -Inf];
        Elements(On(values.AsTensor(4, 3)).Softmax(1), 0, NaN, NaN, NaN, NaN, NaN, NaN, NaN, NaN, NaN, 0.5f, 0.5f, 0);

        Tensor<float, TDevice> wide = On(Tensor<float, Cpu>.FromFunction(index => index[0] == 1 && index[1] == 150 ? NaN : 1, 3, 200));
        float[] shares = wide.Softmax(1).ToArray();
        Assert.All(shares[200..400], share => Assert.True(float.IsNaN(share)));
        Assert.All(shares[400..], share => Assert.Equal(1f / 200, share));
    }

    /// <summary>Nothing, and an axis that is not there.</summary>
    public static void EmptyAndRefused()
    {
        Assert.Equal([2, 0], Tensor<float, TDevice>.Zeros(2, 0).Softmax(1).Shape.AsSpan());
        Assert.Equal([2, 0], Tensor<float, TDevice>.Zeros(2, 0).LogSoftmax(0).Shape.AsSpan());
        Tensor<float, TDevice> x = Tensor<float, TDevice>.Ones(2, 3);
        Assert.Equal("Softmax: axis 2 is out of range for shape [2, 3] of rank 2.", Assert.Throws<ShapeException>(() => x.Softmax(2)).Message);
        Assert.Equal("LogSoftmax: axis -3 is out of range for shape [2, 3] of rank 2.", Assert.Throws<ShapeException>(() => x.LogSoftmax(-3)).Message);
        Assert.Equal(
            "Softmax: axis 2 is out of range for shape [2, 0] of rank 2.",
            Assert.Throws<ShapeException>(() => Tensor<float, TDevice>.Zeros(2, 0).Softmax(2)).Message);
        Assert.Throws<ShapeException>(() => Tensor<float, TDevice>.Scalar(1).Softmax(0));
    }

    static Tensor<T, TDevice> On<T>(Tensor<T, Cpu> tensor)
        where T : unmanaged => tensor.To<TDevice>();

    static void Elements<T>(Tensor<T, TDevice> actual, int ulps, params T[] expected)
        where T : unmanaged => Check.Elements(actual.To<Cpu>(), ulps, expected);

    static void AreNear(double difference, double[] expected, Tensor<double, TDevice> actual) =>
        Assert.All(actual.ToArray().Zip(expected), pair => Assert.InRange(pair.First - pair.Second, -difference, difference));

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
