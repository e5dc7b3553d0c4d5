using static TypedTensors.Kernels.SingleConstants;

namespace TypedTensors.Kernels;

/// <content>What the exponential functions share: e^r on a small interval, and multiplication by 2^n.</content>
/// <remarks>
/// The argument is written as <c>n ln(2) + r</c> with |r| up to ln(2) / 2 (W. J. Cody and W. Waite, "Software Manual for the Elementary
/// Functions", 1980). Adding <see cref="WideExponentRounder"/> rounds to the integer n and leaves it in the low bits of the sum,
/// so that no
/// conversion between float and int is needed.
/// </remarks>
public static partial class KernelMath
{
    /// <summary>Where <see cref="ReduceExp"/> stops: e^89 overflows.</summary>
    const float ExpOverflow = 89;

    /// <summary>Where <see cref="ReduceExp"/> stops: e^-104 is below half the smallest subnormal.</summary>
    const float ExpUnderflow = -104;

    /// <summary>Writes x as n ln(2) + High + Low, where High is exact and the low bits of Shifted are n + 254.</summary>
    /// <remarks>Numbers beyond the overflow and underflow thresholds stand for them; NaN stays NaN, in High.</remarks>
    internal static (float Shifted, float High, float Low) ReduceExp(float x)
    {
        x = MathF.Min(x, ExpOverflow);
        x = MathF.Max(x, ExpUnderflow);
        float shifted = MathF.FusedMultiplyAdd(x, Log2E, WideExponentRounder);
        float n = shifted - WideExponentRounder;
        return (shifted, MathF.FusedMultiplyAdd(n, -Ln2Short, x), n * -Ln2ShortRest);
    }

    /// <summary>
    /// e^(high + low), for |high + low| up to ln(2) / 2 and low within some units in the last place of high: to be added up.
    /// </summary>
    /// <remarks>
    /// 1 + high is split without error (T. J. Dekker's fast two-sum), so that the only sizeable rounding is that of the last sum.
    /// </remarks>
    internal static (float High, float Low) ExpParts(float high, float low)
    {
        float r = high + low;
        float sum = 1 + high;
        float rest = (high - (sum - 1)) + low;
        return (sum, MathF.FusedMultiplyAdd(r * r, ExpTail(r), rest));
    }

    /// <summary>(e^r - 1 - r) / r^2 for |r| up to 0.3468.</summary>
    /// <remarks>Minimax polynomial of degree 4 (6 for e^r, whose relative error is 2^-28.2).</remarks>
    internal static float ExpTail(float r)
    {
        float r2 = r * r;
        float first = MathF.FusedMultiplyAdd(r, 0.1666652f, 0.49999994f);
        float second = MathF.FusedMultiplyAdd(r, 0.008368819f, 0.041668236f);
        return MathF.FusedMultiplyAdd(r2, MathF.FusedMultiplyAdd(r2, 0.0013823522f, second), first);
    }

    /// <summary>
    /// value * 2^n, rounded once, for a value around one, any n in [-252, 254], and n + 254 in the low bits of shifted.
    /// </summary>
    /// <remarks>
    /// The power is applied as two factors of about 2^(n/2), because 2^n itself need not be a float where the result is, or where it
    /// overflows or becomes subnormal. The even bias of 254 makes each half a biased exponent.
    /// </remarks>
    internal static float ScaleByPowerOfTwo(float value, float shifted)
    {
        int bits = BitConverter.SingleToInt32Bits(shifted);
        int half = bits >> 1;
        float first = BitConverter.Int32BitsToSingle(half << MantissaBits);
        float second = BitConverter.Int32BitsToSingle((bits - half) << MantissaBits);
        return value * first * second;
    }

    /// <summary>2^n for n + 127 in the low bits of shifted, and n in [-126, 127].</summary>
    internal static float PowerOfTwo(float shifted) =>
        BitConverter.Int32BitsToSingle(BitConverter.SingleToInt32Bits(shifted) << MantissaBits);
}
