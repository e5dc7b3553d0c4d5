using static TypedTensors.Kernels.SingleConstants;

namespace TypedTensors.Kernels;

public static partial class KernelMath
{
    /// <summary>e raised to the power x.</summary>
    /// <remarks>
    /// <c>e^x = 2^n e^r</c> with <c>n = round(x / ln(2))</c>: Cody and Waite's reduction and a minimax polynomial of degree 6
    /// (<see cref="ExpParts"/>). Largest error over all floats: 0.70 ULP (0.78 where the result is subnormal and so rounded twice).
    /// </remarks>
    /// <param name="x">Any number.</param>
    /// <returns>
    /// +inf from 88.72284 on and at +inf; +0 below -103.97208 and at -inf; 1 at ±0; NaN at NaN. Subnormal results are kept.
    /// </returns>
    [KernelFunction]
    public static float Exp(float x)
    {
        (float shifted, float high, float low) = ReduceExp(x);
        (high, low) = ExpParts(high, low);
        return ScaleByPowerOfTwo(high + low, shifted);
    }

    /// <summary>2 raised to the power x.</summary>
    /// <remarks>
    /// <c>2^x = 2^n e^(r ln(2))</c> with n = round(x); r = x - n is exact, its product with ln(2) is kept to twice a float's precision.
    /// Largest error over all floats: 0.69 ULP (0.78 where the result is subnormal); exact at integers.
    /// </remarks>
    /// <param name="x">Any number.</param>
    /// <returns>+inf from 128 on; +0 from -150 down; 1 at ±0; NaN at NaN.</returns>
    [KernelFunction]
    public static float Exp2(float x)
    {
        x = MathF.Min(x, 129);
        x = MathF.Max(x, -151);
        float shifted = x + WideExponentRounder;
        (float high, float low) = TimesLn2(x - (shifted - WideExponentRounder), 0);
        (high, low) = ExpParts(high, low);
        return ScaleByPowerOfTwo(high + low, shifted);
    }

    /// <summary>10 raised to the power x.</summary>
    /// <remarks>
    /// <c>10^x = 2^n e^(r ln(10))</c> with <c>n = round(x log2(10))</c> and <c>r = x - n log10(2)</c>.
    /// Largest error over all floats: 0.71 ULP (0.77 where the result is subnormal); exact at the integers 0 to 10.
    /// </remarks>
    /// <param name="x">Any number.</param>
    /// <returns>+inf from 38.531842 on; +0 below -45.154495; 1 at ±0; NaN at NaN.</returns>
    [KernelFunction]
    public static float Exp10(float x)
    {
        const float Log2Of10 = 3.321928f, Log10Of2Short = 0.3010254f; // 15 bits, so that n times it is exact
        const float Ln10 = 2.3025851f, Ln10Rest = -3.1975436E-08f;
        const float ShortRestTimesLn10 = 1.0603494E-05f; // (log10(2) - Log10Of2Short) ln(10)
        x = MathF.Min(x, 39);
        x = MathF.Max(x, -46);
        float shifted = MathF.FusedMultiplyAdd(x, Log2Of10, WideExponentRounder);
        float n = shifted - WideExponentRounder;
        float r = MathF.FusedMultiplyAdd(n, -Log10Of2Short, x);
        float high = r * Ln10;
        float low = MathF.FusedMultiplyAdd(r, Ln10, -high);
        low = MathF.FusedMultiplyAdd(n, -ShortRestTimesLn10, MathF.FusedMultiplyAdd(r, Ln10Rest, low));
        (high, low) = ExpParts(high, low);
        return ScaleByPowerOfTwo(high + low, shifted);
    }

    /// <summary>(r + rest) ln(2) as a sum of two floats.</summary>
    internal static (float High, float Low) TimesLn2(float r, float rest)
    {
        float high = r * Ln2;
        float low = MathF.FusedMultiplyAdd(r, Ln2, -high);
        return (high, MathF.FusedMultiplyAdd(rest, Ln2, MathF.FusedMultiplyAdd(r, Ln2Rest, low)));
    }
}
