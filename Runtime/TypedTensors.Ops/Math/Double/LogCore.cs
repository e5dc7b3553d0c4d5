using System.Runtime.CompilerServices;

namespace TypedTensors.Kernels;

/// <content>What the logarithms and the inverse hyperbolic functions share.</content>
/// <remarks>
/// A positive number is written as <c>2^k (1 + f)</c> with 1 + f between √½ and √2, and
/// <c>log(1 + f) = 2 atanh(s)</c> with <c>s = f / (2 + f)</c>, |s| ≤ 0.1716 (as in the FDLIBM of K. C. Ng, 1993). Here s is kept as a sum
/// of two doubles, so that only the small tail of the series is rounded.
/// </remarks>
public static partial class KernelMath
{
    /// <summary>Writes <c>x = 2^k m</c> with m between √½ and √2, for positive finite x, subnormal ones included.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static (double k, double m) SplitExponent(double x)
    {
        bool subnormal = x < LogConstants.SmallestNormal;
        double normal = subnormal ? x * LogConstants.TwoTo54 : x;
        double bias = subnormal ? LogConstants.ExponentBias + 54 : LogConstants.ExponentBias;
        // Moves the point where the exponent steps from 1 to √½; then the exponent field holds k + 1023.
        ulong bits = BitConverter.DoubleToUInt64Bits(normal) + (LogConstants.One - LogConstants.RootOfHalf);
        double k = BitConverter.UInt64BitsToDouble((bits >> 52) | LogConstants.TwoTo52) - bias;
        double m = BitConverter.UInt64BitsToDouble((bits & 0x000FFFFFFFFFFFFF) + LogConstants.RootOfHalf);
        return (k, m);
    }

    /// <summary>log(1 + f + fLo) for 1 + f between √½ and √2, as <c>hi + lo</c> with <c>|lo|</c> below 0.02·|hi|, to about 58
    /// bits.</summary>
    /// <remarks>
    /// Minimax polynomial of degree 7 in s² (Sollya's fpminimax) for 2 atanh(s)/s - 2; the error of the logarithm is below 4.3e-19, and
    /// relative to the logarithm below 1.3e-18.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static (double hi, double lo) LogReduced(double f, double fLo)
    {
        double divisor = 2 + f;
        double divisorLo = (f - (divisor - 2)) + fLo;
        double reciprocal = 1 / divisor;
        double s = f * reciprocal;
        double remainder = Math.FusedMultiplyAdd(-s, divisor, f) + Math.FusedMultiplyAdd(-s, divisorLo, fLo);
        double sLo = remainder * reciprocal;

        double z = s * s;
        double z2 = z * z;
        double p1 = Math.FusedMultiplyAdd(0.3999999999941651, z, 0.6666666666666734);
        double p3 = Math.FusedMultiplyAdd(0.22222198596999096, z, 0.28571428742083826);
        double p5 = Math.FusedMultiplyAdd(0.15314068818433899, z, 0.18183563378777476);
        double high = Math.FusedMultiplyAdd(Math.FusedMultiplyAdd(0.14795816939300335, z2, p5), z2, p3);
        double tail = Math.FusedMultiplyAdd(high, z2, p1) * z;
        return (2 * s, Math.FusedMultiplyAdd(s, tail, 2 * sLo));
    }

    /// <summary><c>k ln 2 + hi + lo</c> as <c>hi + lo</c>, where <c>hi + lo</c> is of <see cref="LogReduced(double, double)"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static (double hi, double lo) AddMultipleOfLn2(double k, double hi, double lo)
    {
        (double sum, double error) = FastTwoSum(k * LogConstants.Ln2Hi, hi); // the product is exact, and larger than hi or zero
        return (sum, error + Math.FusedMultiplyAdd(k, LogConstants.Ln2Lo, lo));
    }

    /// <summary>log(1 + a + aLo) as <c>hi + lo</c>, for 1 + a positive and finite and aLo below an ulp of a; to about 58 bits.</summary>
    /// <remarks>With |a| below 2^-40 aLo is lost, and the result good for 53 bits only. Of NaN the result is some number.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static (double hi, double lo) LogOnePlus(double a, double aLo)
    {
        (double u, double uLo) = TwoSum(1, a);
        uLo += aLo;
        (double k, double m) = SplitExponent(u);
        // m + mLo = 2^-k (u + uLo); for large u the rest does not matter, and 2^-k might not be a number.
        ulong exponent = BitConverter.DoubleToUInt64Bits(LogConstants.Shift - k);
        double mLo = k > 200 ? 0 : uLo * BitConverter.UInt64BitsToDouble(exponent << 52);
        (double f, double fLo) = FastTwoSum(m - 1, mLo); // where k = 0, f is a itself
        (double hi, double lo) = LogReduced(f, fLo);
        return AddMultipleOfLn2(k, hi, lo);
    }
}

/// <summary>Constants of the logarithms.</summary>
file static class LogConstants
{
    public const double SmallestNormal = 2.2250738585072014E-308;
    public const double TwoTo54 = 18014398509481984;
    /// <summary>2^52 + 1023: what <c>2^52 | exponent field</c> exceeds the exponent by.</summary>
    public const double ExponentBias = 4503599627371519;
    /// <summary>1.5·2^52 + 1023: puts an exponent's field into the low bits.</summary>
    public const double Shift = 6755399441056767;
    public const ulong TwoTo52 = 0x4330000000000000;
    public const ulong One = 0x3FF0000000000000;
    public const ulong RootOfHalf = 0x3FE6A09E667F3BCD;
    /// <summary>The first 41 bits of ln 2, whose multiples by an exponent are exact.</summary>
    public const double Ln2Hi = 0.6931471805601177;
    public const double Ln2Lo = -1.7239444525614835E-13;
}
