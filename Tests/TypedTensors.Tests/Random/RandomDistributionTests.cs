using System.Numerics;

namespace TypedTensors.Tests.RandomNumbers;

/// <summary>Whether the numbers are distributed as they should be. Seeds are fixed; limits are some four standard deviations wide, so that they would hold for nearly any seed.</summary>
public class RandomDistributionTests
{
    private const int Count = 200_000;

    [Fact]
    public void Rand_IsUniform()
    {
        CheckUniform<double>(53);
        CheckUniform<float>(24);
        CheckUniform<Half>(11);
    }

    [Fact]
    public void Randn_IsNormal()
    {
        CheckNormal<double>();
        CheckNormal<float>();
        CheckNormal<Half>();
    }

    [Fact]
    public void Randn_OfNeighbours_IsNotCorrelated()
    {
        double[] numbers = Tensor<double, Cpu>.Randn(new RandomGenerator(5), Count).ToArray();
        double correlation = numbers.Zip(numbers.Skip(1), (x, y) => x * y).Sum() / Count;
        double ofSquares = numbers.Zip(numbers.Skip(1), (x, y) => ((x * x) - 1) * ((y * y) - 1)).Sum() / Count;
        Assert.InRange(correlation, -0.01, 0.01);
        Assert.InRange(ofSquares, -0.02, 0.02);
    }

    [Fact]
    public void RandInt_IsUniform_InEveryDtype()
    {
        CheckIntegers<sbyte>(-3, 7);
        CheckIntegers<byte>(0, 10);
        CheckIntegers<short>(-3, 7);
        CheckIntegers<ushort>(0, 10);
        CheckIntegers<int>(-3, 7);
        CheckIntegers<uint>(0, 10);
        CheckIntegers<long>(-3, 7);
        CheckIntegers<ulong>(0, 10);
    }

    [Fact]
    public void RandInt_OfARangeThatDoesNotDivideTheDraws_HasNoBias()
    {
        // With a bare modulo, the lower half of these ranges would get two thirds of the numbers.
        uint[] narrow = Tensor<uint, Cpu>.RandInt(new RandomGenerator(6), 0, 3u << 30, Count).ToArray();
        ulong[] wide = Tensor<ulong, Cpu>.RandInt(new RandomGenerator(6), 0, 3ul << 62, Count).ToArray();

        CheckCounts(Counts(narrow.Select(x => (int)(x / (1u << 28))), 12), Count / 12.0);
        CheckCounts(Counts(wide.Select(x => (int)(x / (1ul << 60))), 12), Count / 12.0);
    }

    [Fact]
    public void RandInt_OfTheWholeDtype_ReachesBothEnds()
    {
        byte[] bytes = Tensor<byte, Cpu>.RandInt(new RandomGenerator(7), 0, 255, endpoint: true, Count).ToArray();
        sbyte[] signed = Tensor<sbyte, Cpu>.RandInt(new RandomGenerator(7), sbyte.MinValue, sbyte.MaxValue, endpoint: true, Count).ToArray();

        CheckCounts(Counts(bytes.Select(x => (int)x), 256), Count / 256.0);
        CheckCounts(Counts(signed.Select(x => x + 128), 256), Count / 256.0);
        CheckCounts(Counts(Whole<int>().Select(x => (int)((uint)x >> 28)), 16), Count / 16.0);
        CheckCounts(Counts(Whole<ulong>().Select(x => (int)(x >> 60)), 16), Count / 16.0);
        CheckCounts(Counts(Whole<long>().Select(x => (int)((ulong)x >> 60)), 16), Count / 16.0);
    }

    [Fact]
    public void RandInt_OfOneNumber_IsThatNumber()
    {
        Assert.Equal([long.MaxValue, long.MaxValue], Tensor<long, Cpu>.RandInt(new RandomGenerator(0), long.MaxValue, long.MaxValue, endpoint: true, 2).ToArray());
        Assert.Equal([-5, -5], Tensor<int, Cpu>.RandInt(new RandomGenerator(0), -5, -4, 2).ToArray());
        Assert.Equal([-5, -5], Tensor<int, Cpu>.RandInt(new RandomGenerator(0), -5, -4, endpoint: false, 2).ToArray());
    }

    [Fact]
    public void RandInt_OfNoNumber_Throws()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Tensor<int, Cpu>.RandInt(new RandomGenerator(0), 3, 3, 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => Tensor<int, Cpu>.RandInt(new RandomGenerator(0), 3, 2, endpoint: true, 2));
        Assert.Throws<ArgumentNullException>(() => Tensor<int, Cpu>.RandInt(null!, 0, 3, 2));
    }

    [Fact]
    public void Permutation_IsOne_AndAllAreEquallyLikely()
    {
        Assert.Equal(Enumerable.Range(0, 5000).Select(i => (long)i), Tensor<long, Cpu>.Permutation(new RandomGenerator(8), 5000).ToArray().Order());

        var generator = new RandomGenerator(8);
        IEnumerable<int> orders = Enumerable.Range(0, 24_000).Select(_ => Tensor<long, Cpu>.Permutation(generator, 4).ToArray()).Select(order => Rank(order));
        CheckCounts(Counts(orders, 24), 1000);
        Assert.Throws<ArgumentOutOfRangeException>(() => Tensor<long, Cpu>.Permutation(generator, -1));
    }

    [Fact]
    public void Shuffle_IsPermutationOfWhatIsThere()
    {
        string[] words = ["a", "b", "c", "d", "e"];
        long[] order = Tensor<long, Cpu>.Permutation(new RandomGenerator(2), 5).ToArray();
        new RandomGenerator(2).Shuffle(words.AsSpan());
        Assert.Equal(order.Select(i => "abcde"[(int)i].ToString()), words);
    }

    [Fact]
    public void EmptyAndScalarShapes_Work()
    {
        var generator = new RandomGenerator(1);
        Assert.Equal(0, Tensor<float, Cpu>.Rand(generator, 3, 0).Length);
        Assert.Equal(0, Tensor<double, Cpu>.Randn(generator, 0).Length);
        Assert.Equal(0, Tensor<short, Cpu>.RandInt(generator, 0, 5, 0, 2).Length);
        Assert.Equal(0, Tensor<long, Cpu>.Permutation(generator, 0).Length);
        Assert.Equal(0, Tensor<double, Cpu>.Randn(generator).Rank);
        Assert.Equal([2, 3, 4], Tensor<float, Cpu>.Rand(generator, 2, 3, 4).Shape.ToArray());
        generator.Shuffle(Span<int>.Empty);
        Assert.Equal(7ul, generator.Position);
    }

    private static T[] Whole<T>()
        where T : unmanaged, IBinaryInteger<T>, IMinMaxValue<T> =>
        Tensor<T, Cpu>.RandInt(new RandomGenerator(7), T.MinValue, T.MaxValue, endpoint: true, Count).ToArray();

    private static void CheckUniform<T>(int bits)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        double[] numbers = [.. Tensor<T, Cpu>.Rand(new RandomGenerator(20), Count).ToArray().Select(double.CreateChecked)];
        Assert.All(numbers, x => Assert.True(x is >= 0 and < 1 && double.IsInteger(Math.ScaleB(x, bits))));
        Assert.InRange(numbers.Average(), 0.497 - Math.ScaleB(1, -bits), 0.503);
        Assert.InRange(numbers.Average(x => x * x), 0.33, 0.3366);
        CheckCounts(Counts(numbers.Select(x => (int)(x * 64)), 64), Count / 64.0);
    }

    private static void CheckNormal<T>()
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        double[] numbers = [.. Tensor<T, Cpu>.Randn(new RandomGenerator(21), Count).ToArray().Select(double.CreateChecked)];
        Assert.All(numbers, x => Assert.InRange(x, -8.6, 8.6));
        Assert.InRange(numbers.Average(), -0.01, 0.01);
        Assert.InRange(numbers.Average(x => x * x), 0.987, 1.013);
        Assert.InRange(numbers.Average(x => x * x * x), -0.035, 0.035);
        Assert.InRange(numbers.Average(x => x * x * x * x), 2.91, 3.09);

        // The share of numbers beyond 1, 2 and 3 standard deviations.
        Assert.InRange(numbers.Count(x => Math.Abs(x) > 1) / (double)Count, 0.31731 - 0.0045, 0.31731 + 0.0045);
        Assert.InRange(numbers.Count(x => Math.Abs(x) > 2) / (double)Count, 0.04550 - 0.0020, 0.04550 + 0.0020);
        Assert.InRange(numbers.Count(x => Math.Abs(x) > 3) / (double)Count, 0.00270 - 0.0005, 0.00270 + 0.0005);
    }

    private static void CheckIntegers<T>(int low, int high)
        where T : unmanaged, IBinaryInteger<T>
    {
        T[] numbers = Tensor<T, Cpu>.RandInt(new RandomGenerator(22), T.CreateChecked(low), T.CreateChecked(high), Count).ToArray();
        CheckCounts(Counts(numbers.Select(x => int.CreateChecked(x) - low), high - low), Count / (double)(high - low));
    }

    private static int[] Counts(IEnumerable<int> values, int bins)
    {
        int[] counts = new int[bins];
        foreach (int value in values)
        {
            counts[value]++;
        }

        return counts;
    }

    /// <summary>Chi-squared against equal counts; its mean is the number of bins less 1, its variance twice that.</summary>
    private static void CheckCounts(int[] counts, double expected)
    {
        double chiSquared = counts.Sum(count => (count - expected) * (count - expected) / expected);
        int freedom = counts.Length - 1;
        Assert.InRange(chiSquared, freedom - (4 * Math.Sqrt(2 * freedom)), freedom + (5 * Math.Sqrt(2 * freedom)));
    }

    private static int Rank(long[] order) =>
        (((order.Skip(1).Count(x => x < order[0]) * 3) + order.Skip(2).Count(x => x < order[1])) * 2) + (order[3] < order[2] ? 1 : 0);
}
