using static TypedTensors.Kernels.SingleConstants;

namespace TypedTensors.Kernels;

/// <content>What the logarithms share: ln(1 + f) on a small interval, and the splitting off of an exponent.</content>
/// <remarks>
/// A positive number is written as <c>2^k (1 + f)</c> with f in [-1/3, 1/3). That interval is a little wider than the usual one around
/// sqrt(2), but its two ends are equally hard for the polynomial. The pairs of floats are to be added up; they exist so that only the
/// last sum rounds noticeably.
/// </remarks>
public static partial class KernelMath
{
    /// <summary>The bits of 2/3, where one binade of 1 + f begins.</summary>
    const int LogCentre = 0x3F2AAAAB;

    /// <summary>
    /// Writes a positive number as 2^Exponent (1 + Fraction); of zero, negative numbers, infinities and NaN it makes arbitrary
    /// numbers.
    /// </summary>
    internal static (float Exponent, float Fraction) ReduceLog(float x)
    {
        const float TwoTo23 = 8388608f;
        bool subnormal = x < SmallestNormal;
        int bits = BitConverter.SingleToInt32Bits(subnormal ? x * TwoTo23 : x);
        int exponent = (bits - LogCentre) & ExponentMask;
        float k = (float)(exponent >> MantissaBits);
        float mantissa = BitConverter.Int32BitsToSingle(bits - exponent);
        return (subnormal ? k - MantissaBits : k, mantissa - 1);
    }

    /// <summary>ln(1 + f) for f in [-1/3, 1/3].</summary>
    /// <remarks>
    /// f - f^2/2 without rounding error, and the rest: a minimax polynomial, of degree 10 altogether, relative error 2^-27.7.
    /// </remarks>
    internal static (float High, float Low) LogParts(float f)
    {
        float half = -0.5f * f;
        float high = MathF.FusedMultiplyAdd(half, f, f);
        float low = MathF.FusedMultiplyAdd(half, f, f - high);
        float f2 = f * f;
        float p3 = MathF.FusedMultiplyAdd(f, -0.24999797f, 0.33333215f);
        float p5 = MathF.FusedMultiplyAdd(f, -0.16680506f, 0.20010446f);
        float p7 = MathF.FusedMultiplyAdd(f, -0.121839724f, 0.14005306f);
        float p9 = MathF.FusedMultiplyAdd(f, -0.12893032f, 0.13986897f);
        float tail = MathF.FusedMultiplyAdd(f2 * f2, MathF.FusedMultiplyAdd(f2, p9, p7), MathF.FusedMultiplyAdd(f2, p5, p3));
        return (high, MathF.FusedMultiplyAdd(f * f2, tail, low));
    }

    /// <summary>k ln(2) + high + low, for an integer k and |high| below ln(2).</summary>
    internal static (float High, float Low) AddMultipleOfLn2(float k, float high, float low)
    {
        float start = k * Ln2Short; // exact
        float sum = start + high;
        low = (high - (sum - start)) + low;
        return (sum, MathF.FusedMultiplyAdd(k, Ln2ShortRest, low));
    }

    /// <summary>
    /// ln(2^doublings (1 + high + low)) for finite high above -1, and low within some units in the last place of high.
    /// </summary>
    internal static float LogOfOnePlus(float high, float low, float doublings)
    {
        (float k, float fourfold, float f, float rest) = ReduceOnePlus(high);
        return LogOfReduced(k + doublings, f, MathF.FusedMultiplyAdd(0.25f * low, fourfold, rest));
    }

    /// <summary>ln(2^k (1 + f + rest)) for f in [-1/3, 1/3] and a rest below its last place.</summary>
    internal static float LogOfReduced(float k, float f, float rest)
    {
        (float log, float low) = LogParts(f);
        low = low + MathF.FusedMultiplyAdd(-f, rest, rest); // rest / (1 + f)
        (log, low) = AddMultipleOfLn2(k, log, low);
        return log + low;
    }

    /// <summary>Writes 1 + x as 2^Exponent (1 + Fraction + Remainder); Fourfold is 4 times 2^-Exponent.</summary>
    /// <remarks>
    /// 1 + x is never formed, except to find its exponent: with k from there, 2^-k x + (2^-k - 1) is the fraction. What its rounding
    /// loses is kept (after W. Kahan's observation that ln(1 + x) needs the rounding error of 1 + x); it loses something only for x from
    /// 1/3 to 1/2, and where k is so large that it does not count.
    /// </remarks>
    internal static (float Exponent, float Fourfold, float Fraction, float Remainder) ReduceOnePlus(float x)
    {
        const int BitsOfFour = 0x40800000;
        int exponent = (BitConverter.SingleToInt32Bits(1 + x) - LogCentre) & ExponentMask;
        float k = (float)(exponent >> MantissaBits);
        float scaled = BitConverter.Int32BitsToSingle(BitConverter.SingleToInt32Bits(x) - exponent); // 2^-k x
        float fourfold = BitConverter.Int32BitsToSingle(BitsOfFour - exponent);                      // 2^-k is subnormal for the largest k
        float start = MathF.FusedMultiplyAdd(0.25f, fourfold, -1);
        float f = start + scaled;
        return (k, fourfold, f, scaled - (f - start));
    }

    /// <summary>A logarithm's value where x has one, and otherwise what IEEE 754 wants.</summary>
    internal static float OrSpecialLog(float x, float log)
    {
        log = x < float.PositiveInfinity ? log : x; // +inf, NaN
        log = x < 0 ? float.NaN : log;
        return x == 0 ? float.NegativeInfinity : log;
    }
}
