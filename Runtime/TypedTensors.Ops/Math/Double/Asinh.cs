namespace TypedTensors.Kernels;

public static partial class KernelMath
{
    /// <summary>The inverse hyperbolic sine of x.</summary>
    /// <remarks>
    /// <para><c>asinh |x| = log(1 + a)</c> with <c>a = |x| + (√(1 + x²) - 1)</c>, where a is a sum of two doubles; see LogCore.cs. From
    /// 2^500 on, where the square would overflow, it is <c>log |x| + ln 2</c>.</para>
    /// <para>Largest error found: 0.75 ULP.</para>
    /// <para>Asinh(±0) = ±0, Asinh(±∞) = ±∞, Asinh(NaN) = NaN.</para>
    /// </remarks>
    [KernelFunction]
    public static double Asinh(double x)
    {
        double magnitude = Math.Abs(x);
        bool large = magnitude > AsinhConstants.TwoTo500;
        double y = large ? 0 : magnitude;
        (double square, double squareLo) = TwoProduct(y, y);
        (double sum, double sumLo) = TwoSum(1, square);
        (double root, double rootLo) = SquareRoot(sum, sumLo + squareLo);
        (double excess, double excessLo) = FastTwoSum(root, -1);
        (double a, double aLo) = TwoSum(magnitude, excess);
        (double hi, double lo) = LogOnePlus(a, large ? 0 : aLo + (excessLo + rootLo));
        (double log, double logLo) = FastTwoSum(hi, large ? AsinhConstants.Ln2 : 0);
        double result = log + (logLo + lo);
        result = magnitude < double.PositiveInfinity ? result : magnitude; // infinity, or NaN
        return Math.CopySign(magnitude < AsinhConstants.TwoToMinus28 ? magnitude : result, x); // there the cube does not count
    }

    /// <summary>The inverse hyperbolic cosine of x.</summary>
    /// <remarks>
    /// <para><c>acosh x = log(1 + a)</c> with <c>d = x - 1</c>, <c>a = d + √(2d + d²)</c>, where a is a sum of two doubles; see
    /// LogCore.cs. From 2^500 on, where the square would overflow, it is <c>log x + ln 2</c>.</para>
    /// <para>Largest error found: 0.68 ULP.</para>
    /// <para>Acosh(1) = +0, Acosh(+∞) = +∞; below 1 and of NaN it is NaN.</para>
    /// </remarks>
    [KernelFunction]
    public static double Acosh(double x)
    {
        bool large = x > AsinhConstants.TwoTo500;
        double y = large ? 1 : x;
        (double d, double dLo) = FastTwoSum(y, -1);
        (double square, double squareLo) = TwoProduct(d, d);
        (double sum, double sumLo) = TwoSum(2 * d, square);
        double rest = Math.FusedMultiplyAdd(2 * dLo, y, sumLo + squareLo);
        (double root, double rootLo) = SquareRoot(sum, rest);
        (double a, double aLo) = TwoSum(large ? x : d, root);
        (double hi, double lo) = LogOnePlus(a, aLo + (dLo + rootLo));
        (double log, double logLo) = FastTwoSum(hi, large ? AsinhConstants.Ln2 : 0);
        double result = log + (logLo + lo);
        result = x < double.PositiveInfinity ? result : x; // infinity, or NaN
        return x < 1 ? double.NaN : result;
    }

    /// <summary>The inverse hyperbolic tangent of x.</summary>
    /// <remarks>
    /// <para><c>atanh |x| = ½ log(1 + a)</c> with <c>a = 2|x| / (1 - |x|)</c>, where a is a sum of two doubles; see LogCore.cs.</para>
    /// <para>Largest error found: 0.69 ULP.</para>
    /// <para>Atanh(±0) = ±0, Atanh(±1) = ±∞; beyond 1 and of NaN it is NaN.</para>
    /// </remarks>
    [KernelFunction]
    public static double Atanh(double x)
    {
        double magnitude = Math.Abs(x);
        (double divisor, double divisorLo) = FastTwoSum(1, -magnitude);
        (double a, double aLo) = Quotient(2 * magnitude, 0, divisor, divisorLo);
        (double hi, double lo) = LogOnePlus(a, aLo);
        double result = magnitude < 1 ? 0.5 * (hi + lo) : double.NaN;
        result = magnitude == 1 ? double.PositiveInfinity : result;
        return Math.CopySign(magnitude < AsinhConstants.TwoToMinus28 ? magnitude : result, x); // there the cube does not count
    }
}

/// <summary>Constants of the inverse hyperbolic functions.</summary>
file static class AsinhConstants
{
    public const double TwoTo500 = 3.2733906078961419E+150;
    public const double TwoToMinus28 = 3.7252902984619140625E-09;
    public const double Ln2 = 0.6931471805599453;
}
