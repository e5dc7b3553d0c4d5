using TypedTensors.Kernels;
using TypedTensors.Testing.Values;

namespace TypedTensors.Tests;

/// <summary>Sine, cosine and tangent of numbers that take many bits of pi; the expected values are from mpmath with 2200 bits.</summary>
public class LargeAngleTests
{
    // Among doubles and among 200,000 random floats those that come nearest to a multiple of pi/2, and others.
    public static TheoryData<double, double, double, double> Doubles => new()
    {
        { 5.319372648326541e+255, 1.0, -4.687165924254628e-19, -2.133485385753704e+18 },
        { 1e+22, -0.8522008497671888, 0.523214785395139, -1.6287782256068988 },
        { 1.7976931348623157e+308, 0.004961954789184062, -0.9999876894265599, -0.004962015874444895 },
        { 2147483649.5, 0.16851269803266858, 0.9856994829063017, 0.17095747837445807 },
        { -3.1e+200, -0.8613341137156678, 0.5080389203098962, -1.6954097004817406 },
        { 1.0715086071862673e+301, -0.15920170308624243, 0.9872460775989135, -0.16125837995065806 },
        { -8500000000000000.0, -0.7938547323661153, -0.6081074443714067, 1.3054514292070758 },
        { 1e+300, -0.8178819121159085, -0.5753861119575491, 1.4214488238747245 },
        { 1.2345678901234568e+17, 0.4592114411816471, 0.8883269962620041, 0.5169396439756592 },
        { double.NegativeInfinity, double.NaN, double.NaN, double.NaN },
    };

    public static TheoryData<float, float, float, float> Singles => new()
    {
        { 131073f, -0.50440526f, 0.863467038f, -0.584162772f },
        { 1e10f, -0.487506032f, 0.873119652f, -0.558349609f },
        { float.MaxValue, -0.521876514f, 0.853021026f, -0.611797929f },
        { 1.2676506002282294e+30f, -0.872183621f, 0.489178658f, -1.78295517f },
        { 6.573585957505309e+19f, -6.23021563e-08f, -1f, 6.23021563e-08f },
        { 1.1327517114632031e+20f, -1f, 1.36848462e-06f, -730735.312f },
        { 1.0721296673804084e+30f, 1.26907507e-05f, 1f, 1.26907507e-05f },
        { 457451363106816f, 1f, -1.33355752e-05f, -74987.3906f },
        { 28868186f, 2.35641728e-05f, -1f, -2.35641728e-05f },
        { float.PositiveInfinity, float.NaN, float.NaN, float.NaN },
    };

    [Theory]
    [MemberData(nameof(Doubles))]
    public void Double_IsWithinOneUnitInTheLastPlace(double x, double sin, double cos, double tan)
    {
        Assert.InRange(Ulp.Distance(sin, KernelMath.Sin(x)), 0, 1);
        Assert.InRange(Ulp.Distance(cos, KernelMath.Cos(x)), 0, 1);
        Assert.InRange(Ulp.Distance(tan, KernelMath.Tan(x)), 0, 1);
    }

    [Theory]
    [MemberData(nameof(Singles))]
    public void Single_IsWithinOneUnitInTheLastPlace(float x, float sin, float cos, float tan)
    {
        Assert.InRange(Ulp.Distance(sin, KernelMath.Sin(x)), 0, 1);
        Assert.InRange(Ulp.Distance(cos, KernelMath.Cos(x)), 0, 1);
        Assert.InRange(Ulp.Distance(tan, KernelMath.Tan(x)), 0, 1);
    }
}
