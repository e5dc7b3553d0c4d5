namespace TypedTensors.Ops.Tests;

/// <summary>Operations on rows of any length in this process, against their formulas in double or decimal digits enough.</summary>
public class RowTests
{
    /// <summary>Parts of a unit of 64 bytes, whole ones, four of them, and more than a block of the pairwise sums.</summary>
    public static TheoryData<int> Lengths => [1, 2, 7, 8, 9, 15, 16, 17, 31, 63, 64, 65, 127, 128, 130, 1000, 4096, 4097, 9001];

    [Theory]
    [MemberData(nameof(Lengths))]
    public void Softmax_IsItsFormula(int length)
    {
        double[] row = Row(length), shares = Shares(row);
        Near(shares, 1e-14, Twice(row).Softmax(1));
        Near(Shares(Rounded(row)), 2e-6, Twice(row).Cast<float>().Softmax(1).Cast<double>());
    }

    [Theory]
    [MemberData(nameof(Lengths))]
    public void LogSoftmax_IsItsFormula(int length)
    {
        double[] row = Row(length);
        Near([.. Shares(row).Select(share => Math.Log(share))], 1e-14, Twice(row).LogSoftmax(1));
        Near([.. Shares(Rounded(row)).Select(share => Math.Log(share))], 1e-6, Twice(row).Cast<float>().LogSoftmax(1).Cast<double>());
    }

    [Theory]
    [MemberData(nameof(Lengths))]
    public void LayerNorm_IsItsFormula(int length)
    {
        double[] row = Row(length), weight = [.. Row(length).Reverse()];
        Near(Normalized(row, weight), 1e-12, Twice(row).LayerNorm(weight.AsTensor(), weight.AsTensor(), epsilon: 1e-3));
        Near(
            Normalized(Rounded(row), Rounded(weight)),
            1e-5,
            Twice(row).Cast<float>().LayerNorm(weight.AsTensor().Cast<float>(), weight.AsTensor().Cast<float>(), epsilon: 1e-3).Cast<double>());
    }

    [Theory]
    [MemberData(nameof(Lengths))]
    public void RmsNorm_IsItsFormula(int length)
    {
        double[] row = Row(length);
        double root = Math.Sqrt(row.Average(x => x * x) + 1e-3);
        Near([.. row.Select(x => x / root)], 1e-13, Twice(row).RmsNorm(epsilon: 1e-3));
    }

    /// <summary>A mean a million times the deviation: the variance is not the difference of two large numbers.</summary>
    [Fact]
    public void LayerNorm_KeepsSmallDeviationsFromALargeMean()
    {
        float[] row = [.. Enumerable.Range(0, 64).Select(i => 1_000_000f + (i % 2))];
        float[] actual = row.AsTensor(1, 64).LayerNorm(epsilon: 0).ToArray();
        Assert.All(actual.Select((value, i) => (value, i)), pair => Assert.Equal(pair.i % 2 == 0 ? -1f : 1f, pair.value));
    }

    [Fact]
    public void ThreadCount_ChangesNothing()
    {
        int threads = Cpu.ThreadCount;
        try
        {
            Cpu.ThreadCount = 1;
            ulong[] expected = [.. Laws.Widths.RowDigest.All().Select(row => row.Digest)];
            Cpu.ThreadCount = 4;
            Assert.Equal(expected, Laws.Widths.RowDigest.All().Select(row => row.Digest));
        }
        finally
        {
            Cpu.ThreadCount = threads;
        }
    }

    static double[] Row(int length) => [.. Enumerable.Range(0, length).Select(i => Math.Sin(i * 1.7) * 5)];

    static double[] Rounded(double[] row) => [.. row.Select(value => (double)(float)value)];

    static Tensor<double, Cpu> Twice(double[] row) => Tensor<double, Cpu>.FromFunction(index => row[index[1]], 2, row.Length);

    static double[] Shares(double[] row)
    {
        double largest = row.Max(), sum = row.Sum(value => Math.Exp(value - largest));
        return [.. row.Select(value => Math.Exp(value - largest) / sum)];
    }

    static double[] Normalized(double[] row, double[] weight)
    {
        double mean = row.Average(), root = Math.Sqrt(row.Average(value => (value - mean) * (value - mean)) + 1e-3);
        return [.. row.Zip(weight, (value, factor) => ((value - mean) / root * factor) + factor)];
    }

    /// <summary>Both rows, to an error relative to the larger of 1 and the element.</summary>
    static void Near(double[] expected, double tolerance, Tensor<double, Cpu> actual) =>
        Assert.All(actual.ToArray().Zip([.. expected, .. expected]), pair => Assert.InRange(pair.First - pair.Second, -tolerance * Math.Max(1, Math.Abs(pair.Second)), tolerance * Math.Max(1, Math.Abs(pair.Second))));
}
