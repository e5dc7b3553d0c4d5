namespace TypedTensors.Ops.Tests;

/// <summary>Any, All and CountNonZero, against NumPy 1.24.</summary>
public abstract class ZeroTests<TDevice>
    where TDevice : struct, IDevice, IComputes<long>, IComputes<ulong>, IComputesFunctions<double>
{
    [DeviceFact]
    public void OfNumbers_AreThoseOfNumPy()
    {
        Tensor<double, TDevice> x = new double[] { 5, -3, 9, 0, 9, 2, 7, -8, 1, 4, 4, -8 }.AsTensor(2, 2, 3).To<TDevice>();

        Check.Elements(x.CountNonZero(), 11L);
        Check.Elements(x.CountNonZero([0, 1]), 3, 4, 4L);
        Check.Elements(x.Any(2), true, true, true, true);
        Check.Elements(x.All(0), true, true, true, false, true, true);
        Check.Elements(x.Cast<sbyte>().All([0, 2], keepDims: true), true, false);
        Check.Elements(Tensor<float, TDevice>.Zeros(3, 200).Any(1), false, false, false);
        Check.Elements(Tensor<Half, TDevice>.Ones(1000).CountNonZero(), 1000L);
    }

    [DeviceFact]
    public void NaN_IsNotZero_AndMinusZeroIs()
    {
        Check.Elements(new[] { double.NaN }.AsTensor().To<TDevice>().All(), true);
        Check.Elements(new[] { double.NaN, 0.0, -0.0 }.AsTensor().To<TDevice>().CountNonZero(), 1L);
        Check.Elements(new[] { -0f, 0f }.AsTensor().To<TDevice>().Any(), false);
    }

    [DeviceFact]
    public void OfBools_AskForTrue()
    {
        Tensor<bool, TDevice> x = new[] { true, false, true, true, false, false }.AsTensor(2, 3).To<TDevice>();

        Check.Elements(x.Any(0), true, false, true);
        Check.Elements(x.All(0), true, false, false);
        Check.Elements(x.Any(), true);
        Check.Elements(x.All(), false);
        Check.Elements(x.CountNonZero(1), 2, 1L);
    }

    [DeviceFact]
    public void OneElementAmongMany_Decides()
    {
        foreach (int place in new[] { 0, 63, 64, 70_000, 99_999 })
        {
            var values = new bool[100_000];
            values[place] = true;
            Check.Elements(values.AsTensor().To<TDevice>().Any(), true);
            Check.Elements(values.AsTensor().To<TDevice>().LogicalNot().All(), false);
            Check.Elements(values.AsTensor().To<TDevice>().CountNonZero(), 1L);
        }
    }

    [DeviceFact]
    public void OfNothing_AreFalseTrueAndZero()
    {
        Check.Elements(Tensor<double, TDevice>.Zeros(0).Any(), false);
        Check.Elements(Tensor<double, TDevice>.Zeros(0).All(), true);
        Check.Elements(Tensor<bool, TDevice>.Zeros(2, 0).All(1), true, true);
        Check.Elements(Tensor<int, TDevice>.Zeros(0).CountNonZero(), 0L);
    }
}
