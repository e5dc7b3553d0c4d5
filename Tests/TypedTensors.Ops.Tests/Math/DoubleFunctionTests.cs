using System.Runtime.Intrinsics;
using TypedTensors.Kernels;

namespace TypedTensors.Tests;

/// <summary>The functions of one and two doubles against values from elsewhere; see DoubleFunctionTests.Points.cs.</summary>
public sealed partial class DoubleFunctionTests
{
    private const double Infinity = double.PositiveInfinity;
    private const double Pi = 3.1415926535897932385;

    private static readonly (string Name, Func<double, double> Function, double[] Points)[] Unary =
    [
        ("Exp", KernelMath.Exp, ExpPoints), ("Exp2", KernelMath.Exp2, Exp2Points), ("Exp10", KernelMath.Exp10, Exp10Points),
        ("ExpM1", KernelMath.ExpM1, ExpM1Points), ("Log", KernelMath.Log, LogPoints), ("Log2", KernelMath.Log2, Log2Points),
        ("Log10", KernelMath.Log10, Log10Points), ("LogP1", KernelMath.LogP1, LogP1Points), ("Sin", KernelMath.Sin, SinPoints),
        ("Cos", KernelMath.Cos, CosPoints), ("Tan", KernelMath.Tan, TanPoints), ("Asin", KernelMath.Asin, AsinPoints),
        ("Acos", KernelMath.Acos, AcosPoints), ("Atan", KernelMath.Atan, AtanPoints), ("Sinh", KernelMath.Sinh, SinhPoints),
        ("Cosh", KernelMath.Cosh, CoshPoints), ("Tanh", KernelMath.Tanh, TanhPoints), ("Asinh", KernelMath.Asinh, AsinhPoints),
        ("Acosh", KernelMath.Acosh, AcoshPoints), ("Atanh", KernelMath.Atanh, AtanhPoints), ("Cbrt", KernelMath.Cbrt, CbrtPoints),
        ("Erf", KernelMath.Erf, ErfPoints), ("Erfc", KernelMath.Erfc, ErfcPoints), ("Sigmoid", KernelMath.Sigmoid, SigmoidPoints),
    ];

    private static readonly (string Name, Func<double, double, double> Function, double[] Points)[] Binary =
    [
        ("Pow", KernelMath.Pow, PowPoints), ("Atan2", KernelMath.Atan2, Atan2Points), ("Hypot", KernelMath.Hypot, HypotPoints),
    ];

    // Pairs of an argument and the value that C99 (annex F) gives; for the functions that C99 lacks, what their limits are.
    private static readonly Dictionary<string, double[]> UnarySpecials = new()
    {
        ["Exp"] = [0.0, 1, -0.0, 1, Infinity, Infinity, -Infinity, 0, 709.7827128933841, Infinity, -745.1332191019412, 0, 1e308, Infinity,
            -1e308, 0],
        ["Exp2"] = [0.0, 1, -0.0, 1, Infinity, Infinity, -Infinity, 0, 1023, 8.98846567431158e307, -1074, 5e-324, 1024, Infinity, -1076,
            0, 3, 8],
        ["Exp10"] = [0.0, 1, -0.0, 1, Infinity, Infinity, -Infinity, 0, 3, 1000, 22, 1e22, 308.25471555991675, Infinity, -324, 0, -1e300,
            0],
        ["ExpM1"] = [0.0, 0, -0.0, -0.0, Infinity, Infinity, -Infinity, -1, -1e-310, -1e-310, -50, -1, 710, Infinity],
        ["Log"] = [1, 0, 0.0, -Infinity, -0.0, -Infinity, Infinity, Infinity, -Infinity, double.NaN, -5e-324, double.NaN],
        ["Log2"] = [1, 0, 0.0, -Infinity, -0.0, -Infinity, Infinity, Infinity, -1, double.NaN, 8, 3, 5e-324, -1074, 0.25, -2],
        ["Log10"] = [1, 0, 0.0, -Infinity, -0.0, -Infinity, Infinity, Infinity, -1, double.NaN, 1000, 3, 1e22, 22, 10, 1],
        ["LogP1"] = [0.0, 0, -0.0, -0.0, -1, -Infinity, Infinity, Infinity, -1.0000000000000002, double.NaN, -Infinity, double.NaN,
            1e-310, 1e-310],
        ["Sin"] = [0.0, 0, -0.0, -0.0, Infinity, double.NaN, -Infinity, double.NaN, 5e-324, 5e-324, -1e-310, -1e-310],
        ["Cos"] = [0.0, 1, -0.0, 1, Infinity, double.NaN, -Infinity, double.NaN, 5e-324, 1],
        ["Tan"] = [0.0, 0, -0.0, -0.0, Infinity, double.NaN, -Infinity, double.NaN, 5e-324, 5e-324, -1e-310, -1e-310],
        ["Asin"] = [0.0, 0, -0.0, -0.0, 1, Pi / 2, -1, -Pi / 2, 1.0000000000000002, double.NaN, -Infinity, double.NaN, 1e-310, 1e-310],
        ["Acos"] = [0.0, Pi / 2, -0.0, Pi / 2, 1, 0, -1, Pi, 1.0000000000000002, double.NaN, -2, double.NaN, Infinity, double.NaN],
        ["Atan"] = [0.0, 0, -0.0, -0.0, Infinity, Pi / 2, -Infinity, -Pi / 2, 1e308, Pi / 2, 1, Pi / 4, -1, -Pi / 4, 1e-310, 1e-310],
        ["Sinh"] = [0.0, 0, -0.0, -0.0, Infinity, Infinity, -Infinity, -Infinity, 711, Infinity, -711, -Infinity, -1e-310, -1e-310],
        ["Cosh"] = [0.0, 1, -0.0, 1, Infinity, Infinity, -Infinity, Infinity, 711, Infinity, -711, Infinity, 1e-310, 1],
        ["Tanh"] = [0.0, 0, -0.0, -0.0, Infinity, 1, -Infinity, -1, 20, 1, -20, -1, 1e300, 1, 1e-310, 1e-310],
        ["Asinh"] = [0.0, 0, -0.0, -0.0, Infinity, Infinity, -Infinity, -Infinity, -1e-310, -1e-310],
        ["Acosh"] = [1, 0, Infinity, Infinity, 0.9999999999999999, double.NaN, 0, double.NaN, -Infinity, double.NaN],
        ["Atanh"] = [0.0, 0, -0.0, -0.0, 1, Infinity, -1, -Infinity, 1.0000000000000002, double.NaN, -Infinity, double.NaN, 1e-310, 1e-310],
        ["Cbrt"] = [0.0, 0, -0.0, -0.0, Infinity, Infinity, -Infinity, -Infinity, 27, 3, -1e6, -100, 1e-300, 1e-100],
        ["Erf"] = [0.0, 0, -0.0, -0.0, Infinity, 1, -Infinity, -1, 6, 1, -30, -1],
        ["Erfc"] = [0.0, 1, -0.0, 1, Infinity, 0, -Infinity, 2, 28, 0, -6, 2, 1e300, 0],
        ["Sigmoid"] = [0.0, 0.5, -0.0, 0.5, Infinity, 1, -Infinity, 0, 40, 1, -750, 0, -1e300, 0, 1e300, 1],
    };

    // Triples.
    private static readonly Dictionary<string, double[]> BinarySpecials = new()
    {
        ["Pow"] =
        [
            0.0, -3, Infinity, -0.0, -3, -Infinity, 0.0, -2, Infinity, -0.0, -2, Infinity, 0.0, -0.5, Infinity, -0.0, -0.5, Infinity,
            0.0, 3, 0, -0.0, 3, -0.0, 0.0, 2, 0, -0.0, 2, 0, 0.0, Infinity, 0, -0.0, -Infinity, Infinity,
            -1, Infinity, 1, -1, -Infinity, 1, 1, double.NaN, 1, 1, Infinity, 1, double.NaN, 0, 1, double.NaN, -0.0, 1,
            double.NaN, 1, double.NaN, -1, double.NaN, double.NaN, 2, double.NaN, double.NaN, -8, 1.0 / 3, double.NaN, -1, 0.5, double.NaN,
            0.5, -Infinity, Infinity, -0.5, -Infinity, Infinity, 2, -Infinity, 0, 0.5, Infinity, 0, -2, Infinity, Infinity, -0.5,
            Infinity, 0,
            -Infinity, -3, -0.0, -Infinity, -2, 0, -Infinity, -0.5, 0, -Infinity, 3, -Infinity, -Infinity, 2, Infinity, -Infinity, 0.5,
            Infinity,
            Infinity, -2, 0, Infinity, 2, Infinity, Infinity, -Infinity, 0, Infinity, Infinity, Infinity, -Infinity, 0, 1,
            2, 1024, Infinity, 2, -1076, 0, -2, 1025, -Infinity, -2, -1077, -0.0, -1, 9007199254740991, -1, -1, 9007199254740992, 1,
            2, 10, 1024, 10, 22, 1e22, -3, 3, -27, 2, -1074, 5e-324, 4, 0.5, 2, -1, 1e300, 1, 1e300, 1e300, Infinity, 1e-300, 1e300, 0,
        ],
        ["Atan2"] =
        [
            0.0, 0.0, 0, -0.0, 0.0, -0.0, 0.0, -0.0, Pi, -0.0, -0.0, -Pi, 0.0, 1, 0, -0.0, 1, -0.0, 0.0, -1, Pi, -0.0, -1, -Pi,
            1, 0.0, Pi / 2, 1, -0.0, Pi / 2, -1, 0.0, -Pi / 2, 1, Infinity, 0, -1, Infinity, -0.0, 1, -Infinity, Pi, -1, -Infinity, -Pi,
            Infinity, 1, Pi / 2, -Infinity, -1, -Pi / 2, Infinity, Infinity, Pi / 4, -Infinity, Infinity, -Pi / 4,
            Infinity, -Infinity, 2.3561944901923449288, -Infinity, -Infinity, -2.3561944901923449288, 1e-300, 1e300, 0,
            double.NaN, 1, double.NaN, 1, double.NaN, double.NaN, double.NaN, Infinity, double.NaN, 0, double.NaN, double.NaN,
        ],
        ["Hypot"] =
        [
            0.0, 0.0, 0, -0.0, -0.0, 0, 3, -4, 5, -3, 0, 3, 5e-324, 0, 5e-324, Infinity, double.NaN, Infinity, double.NaN, -Infinity,
            Infinity,
            Infinity, 1, Infinity, 1, double.NaN, double.NaN, double.NaN, 1, double.NaN, 1.7e308, 1.7e308, Infinity, 1e300, 1e-300, 1e300,
        ],
    };

    public static TheoryData<string> UnaryNames => new(Unary.Select(row => row.Name));

    public static TheoryData<string> BinaryNames => new(Binary.Select(row => row.Name));

    [Theory]
    [MemberData(nameof(UnaryNames))]
    public void UnaryFunction_IsWithinOneUlp_AndMostlyRoundedCorrectly(string name)
    {
        (_, Func<double, double> function, double[] points) = Unary.Single(row => row.Name == name);
        AssertClose(points, 2, point => function(point[0]));
    }

    [Theory]
    [MemberData(nameof(BinaryNames))]
    public void BinaryFunction_IsWithinOneUlp_AndMostlyRoundedCorrectly(string name)
    {
        (_, Func<double, double, double> function, double[] points) = Binary.Single(row => row.Name == name);
        AssertClose(points, 3, point => function(point[0], point[1]));
    }

    [Theory]
    [MemberData(nameof(UnaryNames))]
    public void UnaryFunction_OfSpecialValues_IsAsInC(string name)
    {
        Func<double, double> function = Unary.Single(row => row.Name == name).Function;
        double[] specials = UnarySpecials[name];
        for (int i = 0; i < specials.Length; i += 2)
        {
            AssertSame(specials[i + 1], function(specials[i]), $"{name}({specials[i]:R})");
        }

        AssertSame(double.NaN, function(double.NaN), $"{name}(NaN)");
    }

    [Theory]
    [MemberData(nameof(BinaryNames))]
    public void BinaryFunction_OfSpecialValues_IsAsInC(string name)
    {
        Func<double, double, double> function = Binary.Single(row => row.Name == name).Function;
        double[] specials = BinarySpecials[name];
        for (int i = 0; i < specials.Length; i += 3)
        {
            AssertSame(specials[i + 2], function(specials[i], specials[i + 1]), $"{name}({specials[i]:R}, {specials[i + 1]:R})");
        }
    }

    [Fact]
    public void Angles_LargeAndSmallInOneVector_AreAsOneByOne()
    {
        double[] lanes = [0.5, 1e22, double.NaN, -2147483648, 2147483649, double.NegativeInfinity, -0.0, -1e300];
        Vector512<double> x = Vector512.Create(lanes);
        for (int i = 0; i < lanes.Length; i++)
        {
            AssertSame(KernelMath.Sin(lanes[i]), KernelMath.Sin(x)[i], $"Sin({lanes[i]:R})");
            AssertSame(KernelMath.Cos(lanes[i]), KernelMath.Cos(x)[i], $"Cos({lanes[i]:R})");
            AssertSame(KernelMath.Tan(lanes[i]), KernelMath.Tan(x)[i], $"Tan({lanes[i]:R})");
        }
    }

    [Fact]
    public void Angles_BelowAQuarterOfPi_AreTheSameInAVectorOfTheirOwnAndBesideLargerOnes()
    {
        for (int i = 0; i < 100_000; i++)
        {
            double angle = i < 50_000 ? i / 50_000.0 : Math.ScaleB(-1 - (i / 100_000.0), -(i % 1080)); // ordinary ones, and down to zero
            Vector512<double> alone = Vector512.Create(angle), beside = alone.WithElement(7, 3);
            AssertSame(KernelMath.Sin(angle), KernelMath.Sin(alone)[0], $"Sin({angle:R})");
            AssertSame(KernelMath.Cos(angle), KernelMath.Cos(alone)[0], $"Cos({angle:R})");
            AssertSame(KernelMath.Tan(angle), KernelMath.Tan(alone)[0], $"Tan({angle:R})");
            AssertSame(KernelMath.Sin(angle), KernelMath.Sin(beside)[0], $"Sin({angle:R}) beside");
            AssertSame(KernelMath.Cos(angle), KernelMath.Cos(beside)[0], $"Cos({angle:R}) beside");
            AssertSame(KernelMath.Tan(angle), KernelMath.Tan(beside)[0], $"Tan({angle:R}) beside");
        }
    }

    [Fact]
    public void Angles_NextToMultiplesOfHalfPi_KeepTheirPrecision()
    {
        // 2^-60.5 from 29 π/2: no double from 1 to 2^31 comes nearer to a multiple of π/2 (continued fractions). 20 digits of MPFR.
        Assert.Equal(1.0000000000000000000E+00, KernelMath.Sin(45.553093477052));
        Assert.Equal(-6.1898063658835770002E-19, KernelMath.Cos(45.553093477052));
        Assert.Equal(-1.6155594228467482684E+18, KernelMath.Tan(45.553093477052));
    }

    private static void AssertClose(double[] points, int stride, Func<double[], double> function)
    {
        int misrounded = 0;
        for (int i = 0; i < points.Length; i += stride)
        {
            double[] point = points[i..(i + stride)];
            double actual = function(point);
            long ulps = Math.Abs(BitConverter.DoubleToInt64Bits(actual) - BitConverter.DoubleToInt64Bits(point[^1]));
            Assert.True(ulps <= 1, $"({string.Join(", ", point[..^1])}): expected {point[^1]:R}, got {actual:R}, {ulps} ulp away");
            misrounded += (int)ulps;
        }

        // With errors below 0.75 ulp at most one value in forty is rounded the wrong way; here are thirty or so.
        Assert.True(misrounded <= 2, $"{misrounded} values are not the nearest double");
    }

    private static void AssertSame(double expected, double actual, string call)
    {
        bool same = double.IsNaN(expected)
            ? double.IsNaN(actual)
            : BitConverter.DoubleToInt64Bits(expected) == BitConverter.DoubleToInt64Bits(actual);
        Assert.True(same, $"{call}: expected {expected:R}, got {actual:R}");
    }
}
