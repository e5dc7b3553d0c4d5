using System.Numerics;
using static TypedTensors.Ops.Tests.Special;

namespace TypedTensors.Ops.Tests;

/// <summary>The extremes and their positions over axes, against a naive oracle and NumPy 1.24.</summary>
public abstract class ExtremeTests<TDevice>
    where TDevice : struct, IDevice, IComputes<long>, IComputes<ulong>, IComputesFunctions<double>
{
    [DeviceFact]
    public void EveryDtypeLayoutAndSetOfAxes_MatchesTheNaiveExtremes()
    {
        Verify<double, TDevice>();
        Verify<float, TDevice>();
        Verify<Half, TDevice>();
        Verify<sbyte, TDevice>();
        Verify<byte, TDevice>();
        Verify<short, TDevice>();
        Verify<ushort, TDevice>();
        Verify<int, TDevice>();
        Verify<uint, TDevice>();
        Verify<long, TDevice>();
        Verify<ulong, TDevice>();
    }

    [DeviceFact]
    public void Axes_AreThoseOfNumPy()
    {
        Tensor<int, TDevice> x = new[] { 5, -3, 9, 0, 9, 2, 7, -8, 1, 4, 4, -8 }.AsTensor(2, 2, 3).To<TDevice>();

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

    [DeviceFact]
    public void Positions_OverSeveralAxes_CountInCOrderOfThose()
    {
        // As np.argmax of the reduced axes moved to the end and flattened.
        Tensor<int, TDevice> x = new[] { 5, -3, 9, 0, 9, 2, 7, -8, 1, 4, 4, -8 }.AsTensor(2, 2, 3).To<TDevice>();

        Check.Elements(x.ArgMax([0, 2]), 2, 1L);
        Check.Elements(x.ArgMax([2, 0]), 2, 1L);
        Check.Elements(x.ArgMin([0, 1]), 1, 2, 3L);
    }

    [DeviceFact]
    public void OfEqualElements_TheFirstIsMeant()
    {
        Check.Elements(new[] { 3, 7, 7, 3 }.AsTensor().To<TDevice>().ArgMax(), 1L);
        Check.Elements(new[] { 3, 7, 7, 3 }.AsTensor().To<TDevice>().ArgMin(), 0L);
        Check.Elements(Tensor<float, TDevice>.Ones(1000).ArgMax(), 0L);
        Check.Elements(new[] { -0.0, 0.0 }.AsTensor().To<TDevice>().ArgMax(), 0L); // they are equal, as in NumPy
    }

    [DeviceFact]
    public void NaN_IsTheExtreme_AndTheFirstOfThemThePosition()
    {
        double[] values = [1, NaN, 5, NaN, Inf, -Inf];
        Check.Elements(values.AsTensor().To<TDevice>().Max(), NaN);
        Check.Elements(values.AsTensor().To<TDevice>().Min(), NaN);
        Check.Elements(values.AsTensor().To<TDevice>().ArgMax(), 1L);
        Check.Elements(values.AsTensor().To<TDevice>().ArgMin(), 1L);
        Check.Elements(values.AsTensor(2, 3).To<TDevice>().Max(0), NaN, NaN, 5.0);
        Check.Elements(values.AsTensor(2, 3).To<TDevice>().Min(0), NaN, NaN, -Inf);
        Check.Elements(values.AsTensor(2, 3).To<TDevice>().ArgMax(0), 1, 0, 0L);
        Check.Elements(new[] { 1, float.NaN, 2 }.AsTensor().To<TDevice>().Max(), NaN);
        Check.Elements(new[] { (Half)1, Half.NaN }.AsTensor().To<TDevice>().Min(), Half.NaN);
    }

    [DeviceFact]
    public void Infinities_AreOrdinaryExtremes()
    {
        Check.Elements(new[] { 1, -Inf, Inf, 2.0 }.AsTensor().To<TDevice>().Max(), (double)Inf);
        Check.Elements(new[] { 1, -Inf, Inf, 2.0 }.AsTensor().To<TDevice>().Min(), (double)-Inf);
        Check.Elements(new[] { -Inf, -Inf }.AsTensor().To<TDevice>().ArgMax(), 0L);
    }

    [DeviceFact]
    public void LimitsOfIntegers_AreFound()
    {
        Check.Elements(new[] { sbyte.MinValue, (sbyte)0, sbyte.MaxValue }.AsTensor().To<TDevice>().Max(), sbyte.MaxValue);
        Check.Elements(new[] { sbyte.MinValue, (sbyte)0, sbyte.MaxValue }.AsTensor().To<TDevice>().Min(), sbyte.MinValue);
        Check.Elements(new ulong[] { 1, ulong.MaxValue, 0 }.AsTensor().To<TDevice>().Max(), ulong.MaxValue);
        Check.Elements(new ulong[] { 1, ulong.MaxValue, 0 }.AsTensor().To<TDevice>().ArgMin(), 2L);
        Check.Elements(new[] { long.MinValue, -1 }.AsTensor().To<TDevice>().ArgMin(), 0L);
    }

    [DeviceFact]
    public void OfNothing_IsRefused()
    {
        Tensor<float, TDevice> nothing = Tensor<float, TDevice>.Zeros(2, 0);

        Assert.Equal(
            "Max: no elements to reduce in shape [2, 0], and Max of nothing has no value.",
            Assert.Throws<InvalidOperationException>(() => nothing.Max()).Message);
        Assert.Equal(
            "Min: no elements to reduce in shape [2, 0], and Min of nothing has no value.",
            Assert.Throws<InvalidOperationException>(() => nothing.Min(1)).Message);
        Assert.Equal(
            "ArgMax: no elements to reduce in shape [2, 0], and ArgMax of nothing has no value.",
            Assert.Throws<InvalidOperationException>(() => nothing.ArgMax(-1)).Message);
        Assert.Equal(
            "ArgMin: no elements to reduce in shape [2, 0], and ArgMin of nothing has no value.",
            Assert.Throws<InvalidOperationException>(() => nothing.ArgMin([0, 1])).Message);
    }

    [DeviceFact]
    public void OfNoRows_IsEmpty()
    {
        // As in NumPy: there is nothing to reduce, and no result either.
        Assert.Equal([0], Tensor<float, TDevice>.Zeros(2, 0).Max(0).Shape.AsSpan());
        Assert.Equal([0, 1], Tensor<float, TDevice>.Zeros(0, 3).ArgMin(1, keepDims: true).Shape.AsSpan());
    }

    [DeviceFact]
    public void MistakenAxes_AreRefused()
    {
        Tensor<float, TDevice> x = Tensor<float, TDevice>.Ones(2, 3);

        Assert.Equal("Max: axis 2 is out of range for shape [2, 3] of rank 2.", Assert.Throws<ShapeException>(() => x.Max(2)).Message);
        Assert.Equal(
            "Min: axis -4 is out of range for shape [2, 3] of rank 2.",
            Assert.Throws<ShapeException>(() => x.Min([0, -4])).Message);
        Assert.Equal("ArgMax: an axis is given twice for shape [2, 3].", Assert.Throws<ShapeException>(() => x.ArgMax([0, 0])).Message);
        Assert.Equal(
            "ArgMin: axis 9 is out of range for shape [2, 3] of rank 2.",
            Assert.Throws<ShapeException>(() => x.ArgMin(9)).Message);
    }

    static void Verify<T, TAnyDevice>()
        where T : unmanaged, INumber<T>
        where TAnyDevice : struct, IDevice, IComputes<T>, IComputes<long>
    {
        foreach (Tensor<T, TAnyDevice> source in Layouts.Of<T, TAnyDevice>())
        {
            foreach (int[] axes in Naive.AxisSets(source.Rank))
            {
                foreach (bool keepDims in new[] { false, true })
                {
                    (nint[] shape, List<T>[] rows) = Naive.Gather(source.To<Cpu>(), axes, keepDims);

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
