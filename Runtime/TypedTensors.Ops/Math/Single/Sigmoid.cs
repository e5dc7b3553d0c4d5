using static TypedTensors.Kernels.SingleConstants;

namespace TypedTensors.Kernels;

public static partial class KernelMath
{
    /// <summary>The logistic function 1 / (1 + e^-x).</summary>
    /// <remarks>
    /// With <c>e^-x = 2^n e^r</c> the denominator is 2^n + 1 + 2^n (e^r - 1), carried as a float and its rounding error, which the
    /// quotient's
    /// remainder makes up for. Numerator and denominator are 2^-40 of what the formula says, so that neither of them overflows
    /// where the quotient is a subnormal number; hence there is one path for all arguments. Largest error over all floats: 0.99 ULP.
    /// </remarks>
    /// <param name="x">Any number.</param>
    /// <returns>1 at +inf; +0 at -inf and below -103.97208; 1/2 at ±0; NaN at NaN. Subnormal results are kept.</returns>
    [KernelFunction]
    public static float Sigmoid(float x)
    {
        const float OneAsFarAsFloatsTell = 18;
        const float One = 9.094947E-13f, OverOne = 1.0995116E+12f; // 2^-40 and 2^40
        const float ScaledExponentRounder = ExponentRounder - 40;
        x = MathF.Min(x, OneAsFarAsFloatsTell);
        x = MathF.Max(x, ExpUnderflow);
        float shifted = MathF.FusedMultiplyAdd(x, -Log2E, ScaledExponentRounder);
        float n = shifted - ScaledExponentRounder;
        float r = MathF.FusedMultiplyAdd(n, -Ln2ShortRest, MathF.FusedMultiplyAdd(n, -Ln2Short, -x));
        float scale = PowerOfTwo(shifted); // 2^(n-40)
        float larger = MathF.Max(scale, One);
        float smaller = MathF.Min(scale, One);
        float sum = larger + smaller;
        float sumRest = smaller - (sum - larger);
        float exponential = MathF.FusedMultiplyAdd(r * r, ExpTail(r), r); // e^r - 1
        float divisor = MathF.FusedMultiplyAdd(scale, exponential, sum);
        float divisorRest = MathF.FusedMultiplyAdd(scale, exponential, sum - divisor) + sumRest;
        float quotient = One / divisor;
        float remainder = MathF.FusedMultiplyAdd(-quotient, divisorRest, MathF.FusedMultiplyAdd(-quotient, divisor, One));
        return MathF.FusedMultiplyAdd(remainder, quotient * OverOne, quotient);
    }
}
