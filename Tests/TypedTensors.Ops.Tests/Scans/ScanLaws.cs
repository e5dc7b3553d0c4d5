namespace TypedTensors.Ops.Tests;

/// <summary>Running totals on any device, against NumPy 1.24.</summary>
public static class ScanLaws<TDevice>
    where TDevice : struct, IDevice, IComputes<long>, IComputes<ulong>, IComputes<double>
{
    /// <summary>Along both axes.</summary>
    public static void Literals()
    {
        Tensor<int, TDevice> x = On(new[] { 3, -1, 4, 1, -5, 9, 2, -6, 5, 3, -5, 8 }.AsTensor(3, 4));
        Elements(x.CumSum(0), 3, -1, 4, 1, -2, 8, 6, -5, 3, 11, 1, 3);
        Elements(x.CumSum(1), 3, 2, 6, 7, -5, 4, 6, 0, 5, 8, 3, 11);
        Elements(x.CumProd(-1), 3, -3, -12, -12, -5, -45, -90, 540, 5, 15, -75, -600);
        Elements(x.CumMax(1), 3, 3, 4, 4, -5, 9, 9, 9, 5, 5, 5, 8);
        Elements(x.CumMin(0), 3, -1, 4, 1, -5, -1, 2, -6, -5, -1, -5, -6);
        Elements(x.Cast<double>().CumSum(1), 3, 2, 6, 7, -5, 4, 6, 0, 5, 8, 3, 11);
        Elements(x.Cast<float>().CumProd(1), 3, -3, -12, -12, -5, -45, -90, 540, 5, 15, -75, -600);
    }

    /// <summary>Small integers do not wrap; extremes keep their dtype.</summary>
    public static void Integers()
    {
        Elements(On(new byte[] { 200, 100, 3 }.AsTensor()).CumSum(0), 200UL, 300UL, 303UL);
        Elements(On(new short[] { 200, 100, 3 }.AsTensor()).CumProd(0), 200L, 20000L, 60000L);
        Elements(On(new uint[] { uint.MaxValue, 2 }.AsTensor()).CumProd(0), 4294967295UL, 8589934590UL);
        Elements(On(new[] { long.MaxValue, 1 }.AsTensor()).CumSum(0), long.MaxValue, long.MinValue);
        Elements(On(new sbyte[] { -3, 5, 4 }.AsTensor()).CumMax(0), (sbyte)-3, (sbyte)5, (sbyte)5);
        Elements(On(new ushort[] { 9, 60000, 4 }.AsTensor()).CumMin(0), (ushort)9, (ushort)9, (ushort)4);
        Elements(On(new ulong[] { 5, ulong.MaxValue, 4 }.AsTensor()).CumMax(0), 5UL, ulong.MaxValue, ulong.MaxValue);
    }

    /// <summary>Rows of several chunks: along memory, across it, and beside one another.</summary>
    public static void LongRows()
    {
        Tensor<int, TDevice> x = On(Enumerable.Range(0, 5000).Select(i => (i * 37 % 101) - 50).ToArray().AsTensor());
        foreach (Tensor<int, TDevice> row in new[] { x, On(x.To<Cpu>().Unsqueeze(1).BroadcastTo(5000, 3).Clone())[.., 1], x.Flip(0).Clone().Flip(0) })
        {
            long[] sums = row.CumSum(0).ToArray();
            Assert.Equal([-50, -60, -97, -39, -63, -57, -17], new[] { 0, 1023, 1024, 2047, 2048, 4095, 4999 }.Select(place => sums[place]));
            Assert.Equal(-170629, sums.Sum());
        }

        Tensor<long, TDevice> several = x.BroadcastTo(2, 3, 5000).CumSum(2);
        Assert.Equal(-170629 * 6, several.ToArray().Sum());
        Assert.Equal(x.CumSum(0).ToArray(), several[1, 2, ..].ToArray());

        Tensor<float, TDevice> squares = On(Enumerable.Range(0, 5000).Select(i => (float)(i * i % 4999)).ToArray().AsTensor());
        float[] largest = squares.CumMax(0).ToArray();
        Assert.Equal([0, 100, 4900, 4996, 4996, 4996], new[] { 0, 10, 100, 1024, 3000, 4999 }.Select(place => largest[place]));
        Assert.Equal(24730038, largest.Sum(value => (double)value));
        Assert.Equal(largest.Select(value => 7 - value), (7f - squares).CumMin(0).ToArray());
    }

    /// <summary>Every chunk of a million elements has a total, and so have a thousand totals.</summary>
    public static void TotalsOfTotals()
    {
        const int length = (1 << 20) + (1 << 12) + 5;
        Tensor<int, TDevice> ones = Tensor<int, TDevice>.Ones(length);
        long[] sums = ones.CumSum(0).ToArray();
        for (int place = 0; place < length; place++)
        {
            Assert.Equal(place + 1, sums[place]);
        }
    }

    /// <summary>Views of all layouts along all axes.</summary>
    public static void EveryLayout()
    {
        foreach (Tensor<float, TDevice> x in Layouts.Of<float, TDevice>().Where(x => x.Rank > 0))
        {
            Tensor<float, Cpu> elements = x.To<Cpu>();
            for (int axis = 0; axis < x.Rank; axis++)
            {
                nint[] shape = x.Shape.ToArray();
                IEnumerable<IEnumerable<float>> beginnings = Naive.Indices(shape)
                    .Select(index => Enumerable.Range(0, (int)index[axis] + 1).Select(position => elements[[.. index[..axis], position, .. index[(axis + 1)..]]]));
                Assert.Equal(beginnings.Select(beginning => beginning.Sum()), x.CumSum(axis).ToArray());
                Assert.Equal(beginnings.Select(beginning => beginning.Max()), x.CumMax(axis - x.Rank).ToArray());
                Assert.Equal(shape, x.CumMin(axis).Shape.ToArray());
            }
        }
    }

    /// <summary>Sums that are not exact are off by no more than Higham's gamma says of any order of additions.</summary>
    public static void RoundingErrors()
    {
        const int length = 3000;
        float[] values = [.. Enumerable.Range(0, length).Select(i => MathF.Sin(i) * 3)];
        float[] sums = On(values.AsTensor()).CumSum(0).ToArray();
        double sum = 0, magnitude = 0;
        for (int i = 0; i < length; i++)
        {
            sum += values[i];
            magnitude += Math.Abs((double)values[i]);
            double unit = Math.ScaleB(1, -24), gamma = i * unit / (1 - (i * unit));
            Assert.InRange(sums[i] - sum, (-gamma * magnitude) - 1e-12, (gamma * magnitude) + 1e-12);
        }

        Assert.Equal(sums, On(values.AsTensor()).CumSum(0).ToArray());
    }

    /// <summary>NaN stays; infinities follow arithmetic.</summary>
    public static void SpecialValues()
    {
        float[] values = [1, float.PositiveInfinity, 2, float.NegativeInfinity, 3];
        Elements(On(values.AsTensor()).CumSum(0), 1f, float.PositiveInfinity, float.PositiveInfinity, float.NaN, float.NaN);
        Elements(On(new[] { 1f, float.NaN, 7 }.AsTensor()).CumMax(0), 1f, float.NaN, float.NaN);
        Elements(On(new[] { 1f, float.NaN, -7 }.AsTensor()).CumMin(0), 1f, float.NaN, float.NaN);
        Elements(On(new[] { -0f, 0f, -0f }.AsTensor()).CumMax(0), -0f, 0f, 0f);

        float[] row = new float[3000];
        row[1500] = float.NaN;
        float[] sums = On(row.AsTensor()).CumSum(0).ToArray();
        Assert.All(sums[..1500], value => Assert.Equal(0, value));
        Assert.All(sums[1500..], value => Assert.True(float.IsNaN(value)));
    }

    /// <summary>Sums of Half go on beyond 2048, where adding 1 in Half itself does nothing.</summary>
    public static void Halves()
    {
        Half[] sums = Tensor<Half, TDevice>.Ones(3000).CumSum(0).ToArray();
        Assert.Equal(Enumerable.Range(1, 3000).Select(count => (Half)count), sums);
    }

    /// <summary>Nothing, and axes that are not there.</summary>
    public static void EmptyAndRefused()
    {
        Assert.Equal([2, 0], Tensor<float, TDevice>.Zeros(2, 0).CumSum(1).Shape.AsSpan());
        Assert.Equal([2, 0, 3], Tensor<int, TDevice>.Zeros(2, 0, 3).CumProd(0).Shape.AsSpan());
        Tensor<float, TDevice> x = Tensor<float, TDevice>.Ones(2, 3);
        Assert.Equal("CumSum: axis 2 is out of range for shape [2, 3] of rank 2.", Assert.Throws<ShapeException>(() => x.CumSum(2)).Message);
        Assert.Equal("CumMax: axis 0 is out of range for shape [] of rank 0.", Assert.Throws<ShapeException>(() => Tensor<int, TDevice>.Scalar(1).CumMax(0)).Message);
        Assert.Throws<ArgumentNullException>(() => ((Tensor<int, TDevice>)null!).CumSum(0));
    }

    static Tensor<T, TDevice> On<T>(Tensor<T, Cpu> tensor)
        where T : unmanaged => tensor.To<TDevice>();

    static void Elements<T>(Tensor<T, TDevice> actual, params T[] expected)
        where T : unmanaged => Check.Elements(actual.To<Cpu>(), expected);
}
