using System.Numerics;

namespace TypedTensors.Ops.Tests;

/// <summary>Means over axes, against a naive oracle and NumPy 1.24.</summary>
public abstract class MeanTests<TDevice>
    where TDevice : struct, IDevice, IComputes<long>, IComputes<ulong>, IComputesFunctions<double>
{
    [DeviceFact]
    public void EveryDtypeLayoutAndSetOfAxes_MatchesTheNaiveMean()
    {
        Verify<double, double>((x, axes, keep) => x.Mean(axes, keep));
        Verify<float, float>((x, axes, keep) => x.Mean(axes, keep));
        Verify<Half, Half>((x, axes, keep) => x.Mean(axes, keep));
        Verify<sbyte, double>((x, axes, keep) => x.Mean(axes, keep));
        Verify<short, double>((x, axes, keep) => x.Mean(axes, keep));
        Verify<int, double>((x, axes, keep) => x.Mean(axes, keep));
        Verify<long, double>((x, axes, keep) => x.Mean(axes, keep));
        Verify<byte, double>((x, axes, keep) => x.Mean(axes, keep));
        Verify<ushort, double>((x, axes, keep) => x.Mean(axes, keep));
        Verify<uint, double>((x, axes, keep) => x.Mean(axes, keep));
        Verify<ulong, double>((x, axes, keep) => x.Mean(axes, keep));
    }

    [DeviceFact]
    public void Axes_AreThoseOfNumPy()
    {
        Tensor<double, TDevice> x = Tensor<double, TDevice>.Arange(24.0).Reshape(2, 3, 4);

        Check.Elements(x.Mean(), 11.5);
        Check.Elements(x.Mean(1), 4, 5, 6, 7, 16, 17, 18, 19);
        Check.Elements(x.Mean([0, -1]), 7.5, 11.5, 15.5);
        Assert.Equal([1, 3, 1], x.Mean([0, -1], keepDims: true).Shape.AsSpan());
    }

    [DeviceFact]
    public void OfIntegersAndBools_IsDouble()
    {
        Check.Elements(new[] { 1, 2, 4 }.AsTensor().To<TDevice>().Mean(), 7 / 3.0);
        Check.Elements(new byte[] { 255, 255, 0, 1 }.AsTensor(2, 2).To<TDevice>().Mean(0), 127.5, 128);
        Check.Elements(new ulong[] { ulong.MaxValue, ulong.MaxValue }.AsTensor().To<TDevice>().Mean(), 18446744073709551616.0);
        Check.Elements(new[] { true, false, true, true }.AsTensor().To<TDevice>().Mean(), 0.75);
        Check.Elements(new[] { true, false, true, true }.AsTensor(2, 2).To<TDevice>().Mean(1), 0.5, 1);
        Check.Elements(new[] { true, false, true, true }.AsTensor(2, 2).To<TDevice>().Mean([0], keepDims: true), 1, 0.5);
    }

    [DeviceFact]
    public void OfHalves_DoesNotOverflowOnTheWay() =>
        Check.Elements(Tensor<Half, TDevice>.Full((Half)60000, 1000).Mean(), (Half)60000);

    [DeviceFact]
    public void OfTwentyMillionOnes_IsOne() =>
        Check.Elements(Tensor<float, TDevice>.Ones(1).BroadcastTo(20_000_000).Mean(), 1f);

    [DeviceFact]
    public void OfNothing_IsNaN()
    {
        Check.Elements(Tensor<double, TDevice>.Zeros(0).Mean(), double.NaN);
        Check.Elements(Tensor<float, TDevice>.Zeros(2, 0).Mean(1), float.NaN, float.NaN);
        Check.Elements(Tensor<Half, TDevice>.Zeros(0).Mean(), Half.NaN);
        Check.Elements(Tensor<int, TDevice>.Zeros(0).Mean(), double.NaN);
        Check.Elements(Tensor<uint, TDevice>.Zeros(0).Mean(), double.NaN);
        Check.Elements(Tensor<bool, TDevice>.Zeros(0).Mean(), double.NaN);
    }

    [DeviceFact]
    public void WithNaN_IsNaN() =>
        Check.Elements(new[] { 1, double.NaN, 2, 3 }.AsTensor(2, 2).To<TDevice>().Mean(1), double.NaN, 2.5);

    [DeviceFact]
    public void MistakenAxes_AreRefused()
    {
        Tensor<int, TDevice> x = Tensor<int, TDevice>.Ones(2, 3);

        Assert.Equal("Mean: axis 5 is out of range for shape [2, 3] of rank 2.", Assert.Throws<ShapeException>(() => x.Mean(5)).Message);
        Assert.Equal("Mean: an axis is given twice for shape [2, 3].", Assert.Throws<ShapeException>(() => x.Mean([0, 0])).Message);
    }

    static void Verify<T, TMean>(Func<Tensor<T, TDevice>, int[], bool, Tensor<TMean, TDevice>> mean)
        where T : unmanaged, INumber<T>
        where TMean : unmanaged, IFloatingPointIeee754<TMean>
    {
        foreach (Tensor<T, TDevice> source in Layouts.Of<T, TDevice>().Concat(Layouts.Empty<T, TDevice>()))
        {
            foreach (int[] axes in Naive.AxisSets(source.Rank))
            {
                foreach (bool keepDims in new[] { false, true })
                {
                    (nint[] shape, List<T>[] rows) = Naive.Gather(source.To<Cpu>(), axes, keepDims);
                    Tensor<TMean, TDevice> actual = mean(source, axes, keepDims);

                    Assert.Equal(shape, actual.Shape.AsSpan().ToArray());
                    double[] means = [.. rows.Select(row => (double)row.Sum(long.CreateChecked) / row.Count)];
                    Check.Elements(actual, 1, [.. means.Select(TMean.CreateTruncating)]);
                }
            }
        }
    }
}
