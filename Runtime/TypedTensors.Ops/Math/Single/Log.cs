using static TypedTensors.Kernels.SingleConstants;

namespace TypedTensors.Kernels;

public static partial class KernelMath
{
    /// <summary>The natural logarithm of x.</summary>
    /// <remarks>
    /// <c>ln(x) = k ln(2) + ln(1 + f)</c> with 1 + f in [2/3, 4/3) and a minimax polynomial of degree 10 (<see cref="LogParts"/>).
    /// Largest error over all floats: 0.67 ULP.
    /// </remarks>
    /// <param name="x">Any number; subnormal ones are taken for what they are.</param>
    /// <returns>-inf at ±0; NaN below zero and at NaN; +inf at +inf; +0 at 1.</returns>
    [KernelFunction]
    public static float Log(float x)
    {
        (float k, float f) = ReduceLog(x);
        (float high, float low) = LogParts(f);
        (high, low) = AddMultipleOfLn2(k, high, low);
        return OrSpecialLog(x, high + low);
    }

    /// <summary>The logarithm of x to base 2.</summary>
    /// <remarks>
    /// <c>log2(x) = k + ln(1 + f) / ln(2)</c>, the product to twice a float's precision. Largest error over all floats: 0.74 ULP;
    /// exact at
    /// powers of two.
    /// </remarks>
    /// <param name="x">Any number; subnormal ones are taken for what they are.</param>
    /// <returns>-inf at ±0; NaN below zero and at NaN; +inf at +inf; +0 at 1.</returns>
    [KernelFunction]
    public static float Log2(float x)
    {
        (float k, float f) = ReduceLog(x);
        (float log, float logLow) = LogParts(f);
        float product = log * Log2E;
        float low = MathF.FusedMultiplyAdd(log, Log2E, -product);
        low = MathF.FusedMultiplyAdd(log, Log2ERest, MathF.FusedMultiplyAdd(logLow, Log2E, low));
        float high = k + product;
        low = (product - (high - k)) + low;
        return OrSpecialLog(x, high + low);
    }

    /// <summary>The logarithm of x to base 10.</summary>
    /// <remarks>
    /// <c>log10(x) = k log10(2) + ln(1 + f) / ln(10)</c>, the product to twice a float's precision. Largest error over all floats:
    /// 0.72 ULP;
    /// exact at the powers of ten that are floats, 1 to 10^10.
    /// </remarks>
    /// <param name="x">Any number; subnormal ones are taken for what they are.</param>
    /// <returns>-inf at ±0; NaN below zero and at NaN; +inf at +inf; +0 at 1.</returns>
    [KernelFunction]
    public static float Log10(float x)
    {
        const float Log10E = 0.4342945f, Log10ERest = -1.010305E-08f;
        const float Log10Of2Short = 0.3010254f, Log10Of2ShortRest = 4.605039E-06f; // 15 bits and the rest
        (float k, float f) = ReduceLog(x);
        (float log, float logLow) = LogParts(f);
        float product = log * Log10E;
        float low = MathF.FusedMultiplyAdd(log, Log10E, -product);
        low = MathF.FusedMultiplyAdd(log, Log10ERest, MathF.FusedMultiplyAdd(logLow, Log10E, low));
        float start = k * Log10Of2Short; // exact
        float high = start + product;
        low = (product - (high - start)) + MathF.FusedMultiplyAdd(k, Log10Of2ShortRest, low);
        return OrSpecialLog(x, high + low);
    }

    /// <summary>ln(1 + x), to full precision for small x too.</summary>
    /// <remarks>
    /// As <see cref="Log(float)"/>, but 1 + x is reduced without being rounded (<see cref="ReduceOnePlus"/>). Largest error over all
    /// floats: 0.72 ULP.
    /// </remarks>
    /// <param name="x">Any number.</param>
    /// <returns>-inf at -1; NaN below and at NaN; +inf at +inf; ±0 at ±0. Subnormal numbers are returned as they are.</returns>
    [KernelFunction]
    public static float LogP1(float x)
    {
        (float k, _, float f, float rest) = ReduceOnePlus(x);
        float log = LogOfReduced(k, f, rest);
        log = x < float.PositiveInfinity ? log : x; // +inf, NaN
        log = x < -1 ? float.NaN : log;
        log = x == -1 ? float.NegativeInfinity : log;
        return MathF.CopySign(log, x); // of zero
    }
}
