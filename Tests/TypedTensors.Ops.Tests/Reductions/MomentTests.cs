using static TypedTensors.Ops.Tests.Special;

namespace TypedTensors.Ops.Tests;

/// <summary>Variances and standard deviations, against NumPy 1.24.</summary>
public abstract class MomentTests<TDevice>
    where TDevice : struct, IDevice, IComputes<long>, IComputes<ulong>, IComputesFunctions<double>
{
    static readonly double[] Values = [5, -3, 9, 0, 9, 2, 7, -8, 1, 4, 4, -8];

    [DeviceFact]
    public void Axes_AreThoseOfNumPy()
    {
        Tensor<double, TDevice> x = Values.AsTensor(2, 2, 3).To<TDevice>();

        Check.Elements(x.Var(), 2, [30.80555555555556]);
        Check.Elements(x.Var(0), 1, [1, 6.25, 16, 4, 6.25, 25.0]);
        Check.Elements(x.Var([0, 2], correction: 1), 2, [41.766666666666666, 32.16666666666667]);
        Check.Elements(x.Std(correction: 1), 2, [5.7970734518428015]);
        Assert.Equal([1, 2, 1], x.Std([0, 2], keepDims: true).Shape.AsSpan());
    }

    [DeviceFact]
    public void OfIntegers_AreDouble()
    {
        Tensor<int, TDevice> x = Values.Select(value => (int)value).ToArray().AsTensor(2, 2, 3).To<TDevice>();

        Check.Elements(x.Var(), 2, [30.80555555555556]);
        Check.Elements(x.Std(0), 1, [1, 2.5, 4, 2, 2.5, 5.0]);
        Check.Elements(new byte[] { 3, 200, 255 }.AsTensor().To<TDevice>().Var(correction: 1), 2, [17556.333333333336]);
    }

    [DeviceFact]
    public void FarFromZero_LoseNothing()
    {
        // Of x = 1e6 + 0.37 i: np.var, which takes two passes. The mean of squares less the square of the mean would be wrong in the fifth digit.
        Tensor<double, TDevice> x = Enumerable.Range(1, 100).Select(i => (i * 0.37) + 1e6).ToArray().AsTensor().To<TDevice>();

        Assert.Equal(114.07192500008959, x.Var().Item(), 1e-9);
        Assert.Equal(115.22416666675717, x.Var(correction: 1).Item(), 1e-9);
        Assert.Equal(10.680445917661379, x.Std().Item(), 1e-10);
    }

    [DeviceFact]
    public void OfHalves_AccumulateInFloat() =>
        Check.Elements(new[] { (Half)60000, (Half)60032 }.AsTensor().To<TDevice>().Var(), (Half)256);

    [DeviceFact]
    public void OfOneNumber_IsZero()
    {
        Check.Elements(new[] { 3.0 }.AsTensor().To<TDevice>().Std(), 0.0);
        Check.Elements(new[] { 1e300 }.AsTensor().To<TDevice>().Var(), 0.0);
    }

    [DeviceFact]
    public void WithoutAValue_IsNaN()
    {
        Check.Elements(Tensor<double, TDevice>.Zeros(0).Var(), NaN);
        Check.Elements(Tensor<int, TDevice>.Zeros(2, 0).Std(1), NaN, NaN);
        Check.Elements(new[] { 1.0 }.AsTensor().To<TDevice>().Var(correction: 1), NaN);
        Check.Elements(new[] { 1.0, Inf }.AsTensor().To<TDevice>().Var(), NaN);
        Check.Elements(Enumerable.Range(0, 1000).Select(i => i == 900 ? (double)Inf : i).ToArray().AsTensor().To<TDevice>().Var(), NaN);
        Check.Elements(new[] { 1.0, NaN, 3, 3 }.AsTensor(2, 2).To<TDevice>().Var(1), NaN, 0.0);
    }
}
