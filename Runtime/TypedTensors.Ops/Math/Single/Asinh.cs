using static TypedTensors.Kernels.SingleConstants;

namespace TypedTensors.Kernels;

public static partial class KernelMath
{
    /// <summary>The inverse hyperbolic sine of x.</summary>
    /// <remarks>
    /// <c>ln(1 + |x| + x^2 / (1 + sqrt(1 + x^2)))</c>, which does not cancel for small x; from 2^26 on ln(2|x|).
    /// Largest error over all floats: 1.07 ULP.
    /// </remarks>
    /// <param name="x">Any number.</param>
    /// <returns>±inf at ±inf; ±0 at ±0; NaN at NaN. Subnormal numbers are returned as they are.</returns>
    [KernelFunction]
    public static float Asinh(float x)
    {
        float magnitude = MathF.Abs(x);
        bool large = magnitude > OneIsNegligible;
        float bounded = large ? 0 : magnitude;
        float square = bounded * bounded;
        float beyond = square / (1 + MathF.Sqrt(1 + square));
        (float high, float low) = SumParts(magnitude, beyond);
        float log = LogOfOnePlus(high, low, large ? 1 : 0);
        log = magnitude < float.PositiveInfinity ? log : magnitude;
        return MathF.CopySign(log, x);
    }

    /// <summary>The inverse hyperbolic cosine of x.</summary>
    /// <remarks>
    /// <c>ln(1 + t + sqrt(2t + t^2))</c> with t = x - 1, the root to twice a float's precision; from 2^26 on ln(2x).
    /// Largest error over all floats: 0.74 ULP.
    /// </remarks>
    /// <param name="x">Any number.</param>
    /// <returns>+inf at +inf; +0 at 1; NaN below 1 and at NaN.</returns>
    [KernelFunction]
    public static float Acosh(float x)
    {
        bool large = x > OneIsNegligible;
        float t = x - 1;
        float bounded = large ? 0 : t;
        float root = MathF.Sqrt(MathF.FusedMultiplyAdd(bounded, bounded, bounded + bounded));
        float square = root * root;
        float squareRest = MathF.FusedMultiplyAdd(root, root, -square);
        float miss = MathF.FusedMultiplyAdd(bounded, bounded, (bounded + bounded) - square) - squareRest; // t^2 + 2t - root^2
        float rootRest = root > 0 ? 0.5f * miss / root : 0;
        (float high, float low) = SumParts(t, root);
        float log = LogOfOnePlus(high, low + rootRest, large ? 1 : 0);
        log = x < float.PositiveInfinity ? log : x;
        return x < 1 ? float.NaN : log;
    }

    /// <summary>The inverse hyperbolic tangent of x.</summary>
    /// <remarks>
    /// <c>ln(1 + 2|x| / (1 - |x|)) / 2</c>, the quotient to twice a float's precision. Largest error over all floats: 0.78 ULP.
    /// </remarks>
    /// <param name="x">Any number.</param>
    /// <returns>±inf at ±1; NaN beyond and at NaN; ±0 at ±0. Subnormal numbers are returned as they are.</returns>
    [KernelFunction]
    public static float Atanh(float x)
    {
        float magnitude = MathF.Abs(x);
        float numerator = magnitude + magnitude;
        float divisor = 1 - magnitude;
        float divisorRest = (1 - divisor) - magnitude;
        float quotient = numerator / divisor;
        float remainder = MathF.FusedMultiplyAdd(-quotient, divisorRest, MathF.FusedMultiplyAdd(-quotient, divisor, numerator));
        float result = 0.5f * LogOfOnePlus(quotient, remainder / divisor, 0);
        result = magnitude < 1 ? result : float.NaN;
        result = magnitude == 1 ? float.PositiveInfinity : result;
        return MathF.CopySign(result, x);
    }

    /// <summary>a + b and its rounding error, for a and b from zero on (T. J. Dekker's fast two-sum).</summary>
    internal static (float High, float Low) SumParts(float a, float b)
    {
        float larger = a > b ? a : b;
        float smaller = a > b ? b : a;
        float sum = larger + smaller;
        return (sum, smaller - (sum - larger));
    }
}
