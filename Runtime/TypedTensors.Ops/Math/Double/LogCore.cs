using System.Runtime.CompilerServices;

namespace TypedTensors.Kernels;

/// <content>What the logarithms and the inverse hyperbolic functions share.</content>
/// <remarks>
/// A positive number is written as <c>2^k (1 + f)</c> with 1 + f between √½ and √2, and
/// <c>log(1 + f) = 2 atanh(s) = f - f²/2 + s (f²/2 + R)</c> with <c>s = f / (2 + f)</c>, |s| ≤ 0.1716 (as in the FDLIBM of K. C. Ng, 1993).
/// Here f - f²/2 is kept with its rounding error, so that only the last term, which is small, is rounded.
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

    /// <summary>log(1 + f) for 1 + f between √½ and √2, as <c>hi + lo</c> with <c>|lo|</c> below 0.06·|hi|, to about 56 bits.</summary>
    /// <remarks>
    /// Minimax polynomial of degree 7 in s² (Sollya's fpminimax) for R = 2 atanh(s)/s - 2; its error is below 4.3e-19 of the logarithm, and
    /// relative to the logarithm below 1.3e-18.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static (double hi, double lo) LogReduced(double f)
    {
        double s = f / (2 + f);
        double half = -0.5 * f;
        double hi = Math.FusedMultiplyAdd(half, f, f);
        double square = f - hi; // f²/2, but for the rounding error of hi: exact, as hi is between f/2 and 2f
        double lo = Math.FusedMultiplyAdd(half, f, square);

        double z = s * s;
        double z2 = z * z;
        double p1 = Math.FusedMultiplyAdd(0.3999999999941651, z, 0.6666666666666734);
        double p3 = Math.FusedMultiplyAdd(0.22222198596999096, z, 0.28571428742083826);
        double p5 = Math.FusedMultiplyAdd(0.15314068818433899, z, 0.18183563378777476);
        double high = Math.FusedMultiplyAdd(Math.FusedMultiplyAdd(0.14795816939300335, z2, p5), z2, p3);
        double p = Math.FusedMultiplyAdd(high, z2, p1);
        return (hi, Math.FusedMultiplyAdd(s, Math.FusedMultiplyAdd(p, z, square), lo));
    }

    /// <summary><c>k ln 2 + hi + lo</c> as <c>hi + lo</c>, where <c>hi + lo</c> is of <see cref="LogReduced(double)"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static (double hi, double lo) AddMultipleOfLn2(double k, double hi, double lo)
    {
        (double sum, double error) = FastTwoSum(k * LogConstants.Ln2Hi, hi); // the product is exact, and larger than hi or zero
        return (sum, error + Math.FusedMultiplyAdd(k, LogConstants.Ln2Lo, lo));
    }

    /// <summary>log(1 + a + aLo) as <c>hi + lo</c>, for 1 + a positive and finite and aLo below an ulp of a; to about 56 bits.</summary>
    /// <remarks>Of NaN the result is some number.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static (double hi, double lo) LogOnePlus(double a, double aLo)
    {
        (double k, double fourfold, double f, double rest) = SplitOnePlus(a);
        rest = Math.FusedMultiplyAdd(0.25 * aLo, fourfold, rest);
        (double hi, double lo) = LogReduced(f);
        return AddMultipleOfLn2(k, hi, lo + Math.FusedMultiplyAdd(-rest, hi, rest)); // rest / (1 + f)
    }

    /// <summary>Writes <c>1 + a = 2^k (1 + f + rest)</c> with 1 + f between √½ and √2, where fourfold is 4·2^-k.</summary>
    /// <remarks>
    /// 1 + a is never formed, except to find its exponent: <c>2^-k a + (2^-k - 1)</c> is the fraction. Where a is between √2 - 1 and ½ that
    /// may lose a bit; elsewhere it is exact, or k so large that its error does not count.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static (double k, double fourfold, double f, double rest) SplitOnePlus(double a)
    {
        ulong exponent = (BitConverter.DoubleToUInt64Bits(1 + a) - LogConstants.RootOfHalf) & LogConstants.ExponentMask;
        double k = BitConverter.UInt64BitsToDouble(((exponent + LogConstants.One) >> 52) | LogConstants.TwoTo52) - LogConstants.ExponentBias;
        double scaled = BitConverter.UInt64BitsToDouble(BitConverter.DoubleToUInt64Bits(a) - exponent); // 2^-k a
        double fourfold = BitConverter.UInt64BitsToDouble(LogConstants.Four - exponent); // 2^-k itself is subnormal for the largest k
        double start = Math.FusedMultiplyAdd(0.25, fourfold, -1);
        double f = start + scaled;
        return (k, fourfold, f, scaled - (f - start));
    }

    /// <summary>A logarithm's value where x has one, and otherwise what IEEE 754 wants.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static double OrSpecialLog(double x, double log)
    {
        log = x < double.PositiveInfinity ? log : x; // +inf, NaN
        log = x < 0 ? double.NaN : log;
        return x == 0 ? double.NegativeInfinity : log;
    }
}

/// <summary>Constants of the logarithms.</summary>
file static class LogConstants
{
    public const double SmallestNormal = 2.2250738585072014E-308;
    public const double TwoTo54 = 18014398509481984;
    /// <summary>2^52 + 1023: what <c>2^52 | exponent field</c> exceeds the exponent by.</summary>
    public const double ExponentBias = 4503599627371519;
    public const ulong TwoTo52 = 0x4330000000000000;
    public const ulong ExponentMask = 0xFFF0000000000000;
    public const ulong One = 0x3FF0000000000000;
    public const ulong Four = 0x4010000000000000;
    public const ulong RootOfHalf = 0x3FE6A09E667F3BCD;
    /// <summary>The first 41 bits of ln 2, whose multiples by an exponent are exact.</summary>
    public const double Ln2Hi = 0.6931471805601177;
    public const double Ln2Lo = -1.7239444525614835E-13;
}
