using System.Numerics;

namespace TypedTensors.Ops.Tests;

/// <summary>Sums over axes, against a naive oracle and NumPy 1.24.</summary>
public abstract class SumTests<TDevice>
    where TDevice : struct, IDevice, IComputes<long>, IComputes<ulong>, IComputesFunctions<double>
{
    [DeviceFact]
    public void EveryDtypeLayoutAndSetOfAxes_MatchesTheNaiveSum()
    {
        Verify<double, double>((x, axes, keep) => x.Sum(axes, keep));
        Verify<float, float>((x, axes, keep) => x.Sum(axes, keep));
        Verify<Half, Half>((x, axes, keep) => x.Sum(axes, keep));
        Verify<sbyte, long>((x, axes, keep) => x.Sum(axes, keep));
        Verify<short, long>((x, axes, keep) => x.Sum(axes, keep));
        Verify<int, long>((x, axes, keep) => x.Sum(axes, keep));
        Verify<long, long>((x, axes, keep) => x.Sum(axes, keep));
        Verify<byte, ulong>((x, axes, keep) => x.Sum(axes, keep));
        Verify<ushort, ulong>((x, axes, keep) => x.Sum(axes, keep));
        Verify<uint, ulong>((x, axes, keep) => x.Sum(axes, keep));
        Verify<ulong, ulong>((x, axes, keep) => x.Sum(axes, keep));
    }

    [DeviceFact]
    public void OneAxisAndAll_AreTheSameAsSetsOfAxes()
    {
        Tensor<double, TDevice> doubles = Layouts.Filled<double, TDevice>(2, 3, 4);
        Tensor<sbyte, TDevice> signed = Layouts.Filled<sbyte, TDevice>(2, 3, 4);
        Tensor<byte, TDevice> unsigned = Layouts.Filled<byte, TDevice>(2, 3, 4);
        Tensor<bool, TDevice> bools = doubles.Greater(50);

        Assert.Equal(doubles.Sum([]).ToArray(), doubles.Sum().ToArray());
        Assert.Equal(signed.Sum([]).ToArray(), signed.Sum().ToArray());
        Assert.Equal(unsigned.Sum([]).ToArray(), unsigned.Sum().ToArray());
        Assert.Equal(bools.Sum([]).ToArray(), bools.Sum().ToArray());
        foreach (int axis in new[] { 0, 1, 2, -1, -2, -3 })
        {
            Assert.Equal(doubles.Sum([axis], true).ToArray(), doubles.Sum(axis, keepDims: true).ToArray());
            Assert.Equal(signed.Sum([axis]).ToArray(), signed.Sum(axis).ToArray());
            Assert.Equal(unsigned.Sum([axis]).ToArray(), unsigned.Sum(axis).ToArray());
            Assert.Equal(bools.Sum([axis]).ToArray(), bools.Sum(axis).ToArray());
        }
    }

    [DeviceFact]
    public void Axes_AreThoseOfNumPy()
    {
        Tensor<int, TDevice> x = Tensor<int, TDevice>.Arange(24).Reshape(2, 3, 4);

        Check.Elements(x.Sum(), 276);
        Check.Elements(x.Sum(0), 12, 14, 16, 18, 20, 22, 24, 26, 28, 30, 32, 34);
        Check.Elements(x.Sum(1), 12, 15, 18, 21, 48, 51, 54, 57);
        Check.Elements(x.Sum(-1), 6, 22, 38, 54, 70, 86);
        Check.Elements(x.Sum([0, 2]), 60, 92, 124);
        Check.Elements(x.Sum([2, 1]), 66, 210);
        Assert.Equal([2, 1, 1], x.Sum([2, 1], keepDims: true).Shape.AsSpan());
        Assert.Equal([2], x.Sum([2, 1]).Shape.AsSpan());
    }

    [DeviceFact]
    public void SmallIntegers_AreSummedIn64Bits()
    {
        Check.Elements(Tensor<sbyte, TDevice>.Full(-128, 1000).Sum(), -128000L);
        Check.Elements(Tensor<byte, TDevice>.Full(255, 1000).Sum(), 255000UL);
        Check.Elements(Tensor<uint, TDevice>.Full(uint.MaxValue, 3).Sum(), 12884901885UL);
        Check.Elements(Tensor<int, TDevice>.Full(int.MinValue, 3).Sum(), -6442450944L);
    }

    [DeviceFact]
    public void SumsBeyond64Bits_Wrap()
    {
        Check.Elements(new[] { long.MaxValue, 1 }.AsTensor().To<TDevice>().Sum(), long.MinValue);
        Check.Elements(new ulong[] { ulong.MaxValue, 2 }.AsTensor().To<TDevice>().Sum(), 1UL);
    }

    [DeviceFact]
    public void OfBools_CountsTheTrueOnes()
    {
        Tensor<bool, TDevice> x = new[] { true, false, true, true, false, false }.AsTensor(2, 3).To<TDevice>();

        Check.Elements(x.Sum(), 3L);
        Check.Elements(x.Sum(0), 2, 0, 1L);
        Check.Elements(x.Transpose().Sum(0), 2, 1L);
    }

    [DeviceFact]
    public void OfNothing_IsZero()
    {
        Check.Elements(Tensor<double, TDevice>.Zeros(0).Sum(), 0.0);
        Check.Elements(Tensor<float, TDevice>.Zeros(2, 0, 3).Sum(1), 0f, 0, 0, 0, 0, 0);
        Check.Elements(Tensor<Half, TDevice>.Zeros(0).Sum(), (Half)0);
        Check.Elements(Tensor<int, TDevice>.Zeros(3, 0).Sum(1, keepDims: true), 0L, 0, 0);
        Check.Elements(Tensor<ushort, TDevice>.Zeros(0).Sum(), 0UL);
        Check.Elements(Tensor<bool, TDevice>.Zeros(0).Sum(), 0L);
        Assert.Equal([0, 3], Tensor<float, TDevice>.Zeros(0, 2, 3).Sum(1).Shape.AsSpan());
    }

    [DeviceFact]
    public void NaNAndOpposedInfinities_GiveNaN()
    {
        Check.Elements(new[] { 1, double.NaN, 2 }.AsTensor().To<TDevice>().Sum(), double.NaN);
        Check.Elements(new[] { double.PositiveInfinity, 1, double.NegativeInfinity }.AsTensor().To<TDevice>().Sum(), double.NaN);
        Check.Elements(new[] { float.PositiveInfinity, 1, 2, float.NaN }.AsTensor(2, 2).To<TDevice>().Sum(1), float.PositiveInfinity, float.NaN);
    }

    [DeviceFact]
    public void OfHalves_IsRoundedOnce()
    {
        // In Half itself 2048 + 1 is 2048: the sum would stay there. NumPy sums in float too.
        Check.Elements(Tensor<Half, TDevice>.Ones(5000).Sum(), (Half)5000);
        Check.Elements(Tensor<Half, TDevice>.Ones(5000, 2).Sum(0), (Half)5000, (Half)5000);
        Check.Elements(Tensor<Half, TDevice>.Full((Half)65504, 2).Sum(), Half.PositiveInfinity);
        Check.Elements(new[] { (Half)65504, (Half)65504, -(Half)65504 }.AsTensor().To<TDevice>().Sum(), (Half)65504);
    }

    [DeviceFact]
    public void OfAMillionTenths_DoesNotDrift()
    {
        // Closed form: a million times the float 0.1 is 100000.00149; added one by one it comes to 100958.34. How near the sum is depends
        // on the vectors that a block is summed by: 64 ulps are 0.5.
        Check.Elements(Tensor<float, TDevice>.Full(0.1f, 1_000_000).Sum(), 64, [100000f]);
        Check.Elements(Tensor<float, TDevice>.Full(0.1f, 1_000_000, 2).Sum(0), 64, [100000f, 100000f]);
    }

    [DeviceFact]
    public void TwentyMillionOnes_SumToTwentyMillion()
    {
        Tensor<float, TDevice> ones = Tensor<float, TDevice>.Ones(20_000_000);

        Check.Elements(ones.Sum(), 20_000_000f);
        Check.Elements(ones.Sum(0), 20_000_000f);
        Check.Elements(ones.Reshape(2, 10_000_000).Sum(), 20_000_000f);
        Check.Elements(ones.Reshape(2, 10_000_000).Sum(1), 10_000_000f, 10_000_000f);
        Check.Elements(ones.Reshape(10_000_000, 2).Sum(0), 10_000_000f, 10_000_000f);
        Check.Elements(ones.Reshape(10_000_000, 2).Sum([0, 1]), 20_000_000f);
        Check.Elements(Tensor<float, TDevice>.Ones(1).BroadcastTo(20_000_000).Sum(0), 20_000_000f);
    }

    [DeviceFact]
    public void OfManyShortRows_SumsEach()
    {
        Tensor<float, TDevice> sums = Tensor<float, TDevice>.Ones(1_000_000, 2).Sum(1);

        Assert.Equal([1_000_000], sums.Shape.AsSpan());
        Check.Elements(sums.Min(), 2f);
        Check.Elements(sums.Max(), 2f);
    }

    [DeviceFact]
    public void MistakenAxes_AreRefused()
    {
        Tensor<float, TDevice> x = Tensor<float, TDevice>.Ones(2, 3);

        Assert.Equal("Sum: axis 2 is out of range for shape [2, 3] of rank 2.", Assert.Throws<ShapeException>(() => x.Sum(2)).Message);
        Assert.Equal("Sum: axis -3 is out of range for shape [2, 3] of rank 2.", Assert.Throws<ShapeException>(() => x.Sum(-3)).Message);
        Assert.Equal("Sum: an axis is given twice for shape [2, 3].", Assert.Throws<ShapeException>(() => x.Sum([1, -1])).Message);
        Assert.Equal("Sum: axis 0 is out of range for shape [] of rank 0.", Assert.Throws<ShapeException>(() => x.Sum().Sum(0)).Message);
        Assert.Throws<ArgumentNullException>(() => ((Tensor<float, TDevice>)null!).Sum());
    }

    static void Verify<T, TSum>(Func<Tensor<T, TDevice>, int[], bool, Tensor<TSum, TDevice>> sum)
        where T : unmanaged, INumber<T>
        where TSum : unmanaged, INumber<TSum>
    {
        foreach (Tensor<T, TDevice> source in Layouts.Of<T, TDevice>().Concat(Layouts.Empty<T, TDevice>()))
        {
            foreach (int[] axes in Naive.AxisSets(source.Rank))
            {
                foreach (bool keepDims in new[] { false, true })
                {
                    (nint[] shape, List<T>[] rows) = Naive.Gather(source.To<Cpu>(), axes, keepDims);
                    Tensor<TSum, TDevice> actual = sum(source, axes, keepDims);

                    Assert.Equal(shape, actual.Shape.AsSpan().ToArray());
                    // Whole numbers this small are exact in every order; Half is rounded once from such a sum.
                    Assert.Equal(rows.Select(row => TSum.CreateChecked(row.Sum(long.CreateChecked))), actual.ToArray());
                }
            }
        }
    }
}
