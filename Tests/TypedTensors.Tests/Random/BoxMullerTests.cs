using System.Runtime.Intrinsics;
using TypedTensors.RandomNumbers;

namespace TypedTensors.Tests.RandomNumbers;

public class BoxMullerTests
{
    [Fact]
    public void Log_IsWithinTwoUnitsInTheLastPlace()
    {
        double[] fixedPoints = [1, 0.5, Math.Sqrt(0.5), Math.BitDecrement(Math.Sqrt(0.5)), Math.BitDecrement(1), Math.ScaleB(1, -53), Math.ScaleB(1, -32), Math.ScaleB(3, -53)];
        foreach (double x in fixedPoints.Concat(Tensor<double, Cpu>.Rand(new RandomGenerator(1), 50_000).ToArray().Select(x => 1 - x)))
        {
            double expected = Math.Log(x), unit = Math.BitIncrement(Math.Abs(expected)) - Math.Abs(expected);
            Assert.InRange(BoxMuller.Log(Vector256.Create(x))[0], expected - (2 * unit), expected + (2 * unit));
        }
    }

    [Fact]
    public void SinCos_AreWithin2ToTheMinus52()
    {
        double[] eighths = [0, 0.125, 0.25, 0.375, 0.5, 0.625, 0.75, 0.875, Math.BitDecrement(1), Math.BitDecrement(0.125), Math.BitIncrement(0.625), Math.ScaleB(1, -53)];
        foreach (double turns in eighths.Concat(Tensor<double, Cpu>.Rand(new RandomGenerator(2), 50_000).ToArray()))
        {
            (Vector256<double> sine, Vector256<double> cosine) = BoxMuller.SinCosOfTurns(Vector256.Create(turns));
            (double expectedSine, double expectedCosine) = double.SinCosPi(2 * turns);
            Assert.InRange(sine[2] - expectedSine, -double.ScaleB(1, -52), double.ScaleB(1, -52));
            Assert.InRange(cosine[2] - expectedCosine, -double.ScaleB(1, -52), double.ScaleB(1, -52));
        }
    }

    [Fact]
    public void Extremes_GiveFiniteNumbers()
    {
        double[] u = [Math.ScaleB(1, -53), Math.ScaleB(1, -32), 1, Math.BitDecrement(1)], v = [0, 0.5, 0.25, 0.75];
        BoxMuller.Transform(u, v);

        Assert.Equal(Math.Sqrt(106 * Math.Log(2)), u[0], 1e-14);
        Assert.Equal(-Math.Sqrt(64 * Math.Log(2)), u[1], 1e-14);
        Assert.Equal((0, 0), (u[2], v[2]));
        Assert.Equal(-Math.ScaleB(1, -26), v[3], 1e-22);
    }
}
