namespace TypedTensors.Ops.Tests;

/// <summary>Any, All and CountNonZero, against NumPy 1.24.</summary>
public class ZeroTests
{
    [Fact]
    public void OfNumbers_AreThoseOfNumPy()
    {
        Tensor<double, Cpu> x = new double[] { 5, -3, 9, 0, 9, 2, 7, -8, 1, 4, 4, -8 }.AsTensor(2, 2, 3);

        Check.Elements(x.CountNonZero(), 11L);
        Check.Elements(x.CountNonZero([0, 1]), 3, 4, 4L);
        Check.Elements(x.Any(2), true, true, true, true);
        Check.Elements(x.All(0), true, true, true, false, true, true);
        Check.Elements(x.Cast<sbyte>().All([0, 2], keepDims: true), true, false);
        Check.Elements(Tensor<float, Cpu>.Zeros(3, 200).Any(1), false, false, false);
        Check.Elements(Tensor<Half, Cpu>.Ones(1000).CountNonZero(), 1000L);
    }

    [Fact]
    public void NaN_IsNotZero_AndMinusZeroIs()
    {
        Check.Elements(new[] { double.NaN }.AsTensor().All(), true);
        Check.Elements(new[] { double.NaN, 0.0, -0.0 }.AsTensor().CountNonZero(), 1L);
        Check.Elements(new[] { -0f, 0f }.AsTensor().Any(), false);
    }

    [Fact]
    public void OfBools_AskForTrue()
    {
        Tensor<bool, Cpu> x = new[] { true, false, true, true, false, false }.AsTensor(2, 3);

        Check.Elements(x.Any(0), true, false, true);
        Check.Elements(x.All(0), true, false, false);
        Check.Elements(x.Any(), true);
        Check.Elements(x.All(), false);
        Check.Elements(x.CountNonZero(1), 2, 1L);
    }

    [Fact]
    public void OneElementAmongMany_Decides()
    {
        foreach (int place in new[] { 0, 63, 64, 70_000, 99_999 })
        {
            var values = new bool[100_000];
            values[place] = true;
            Check.Elements(values.AsTensor().Any(), true);
            Check.Elements(values.AsTensor().LogicalNot().All(), false);
            Check.Elements(values.AsTensor().CountNonZero(), 1L);
        }
    }

    [Fact]
    public void OfNothing_AreFalseTrueAndZero()
    {
        Check.Elements(Tensor<double, Cpu>.Zeros(0).Any(), false);
        Check.Elements(Tensor<double, Cpu>.Zeros(0).All(), true);
        Check.Elements(Tensor<bool, Cpu>.Zeros(2, 0).All(1), true, true);
        Check.Elements(Tensor<int, Cpu>.Zeros(0).CountNonZero(), 0L);
    }
}
