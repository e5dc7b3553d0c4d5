using System.Runtime.CompilerServices;

namespace TypedTensors.Kernels;

/// <content>What the exponential functions share: e^r for |r| ≤ ln(2)/2, and multiplication by 2^k.</content>
/// <remarks>
/// All of them write their argument as <c>k ln 2 + r</c> (W. J. Cody and W. Waite, "Software Manual for the Elementary Functions", 1980).
/// The integer k is rounded by adding <see cref="ExpConstants.Shift"/>, after which it stands in the low bits of the sum, so that neither a
/// conversion to an integer nor one back is needed. With a fused multiply-add <c>x - k ln 2</c> needs no short constants: the exact
/// difference is below 0.35 and a multiple of 2^-54, hence a double.
/// </remarks>
public static partial class KernelMath
{
    /// <summary>Reduces x by multiples of ln 2: <c>x = k ln 2 + hi + lo</c>, where the low bits of <c>shifted</c> are <c>k +
    /// 2046</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static (double hi, double lo, double shifted) ReduceByLn2(double x)
    {
        double shifted = Math.FusedMultiplyAdd(x, ExpConstants.Log2E, ExpConstants.Shift);
        double k = shifted - ExpConstants.Shift;
        double hi = Math.FusedMultiplyAdd(k, -ExpConstants.Ln2Hi, x); // exact
        double lo = k * -ExpConstants.Ln2Lo;
        return (hi, lo, shifted);
    }

    /// <summary>The tail <c>(e^r - 1 - r - r²/2) / r³</c> for |r| ≤ 0.34665.</summary>
    /// <remarks>
    /// Minimax polynomial of degree 9 (that is, of degree 12 for e^r with the first three terms fixed), found with Sollya's fpminimax;
    /// the error of e^r is below 5.7e-20.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static double ExpTail(double r, double r2)
    {
        double p3 = Math.FusedMultiplyAdd(0.0416666666666667, r, 0.16666666666666682);
        double p5 = Math.FusedMultiplyAdd(0.0013888888888865521, r, 0.008333333333317582);
        double p7 = Math.FusedMultiplyAdd(2.4801587364425318E-05, r, 0.00019841269895359);
        double p9 = Math.FusedMultiplyAdd(2.755723922495208E-07, r, 2.75572356719029E-06);
        double p11 = Math.FusedMultiplyAdd(2.0925518852927374E-09, r, 2.5111806090226083E-08);
        double r4 = r2 * r2;
        double low = Math.FusedMultiplyAdd(p5, r2, p3);
        double high = Math.FusedMultiplyAdd(p11, r4, Math.FusedMultiplyAdd(p9, r2, p7));
        return Math.FusedMultiplyAdd(high, r4, low);
    }

    /// <summary>e^(hi + lo) for |hi + lo| ≤ 0.34665 and |lo| below 1e-12, as <c>hi + lo</c>, to about 56 bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static (double hi, double lo) ExpReduced(double hi, double lo)
    {
        double r = hi + lo;
        double r2 = r * r;
        double tail = Math.FusedMultiplyAdd(r2, Math.FusedMultiplyAdd(ExpTail(r, r2), r, 0.5), lo);
        (double sum, double error) = FastTwoSum(1, hi);
        return (sum, error + tail);
    }

    /// <summary>e^(hi + lo) - 1 for |hi + lo| ≤ 0.34665, as <c>hi + lo</c> with |lo| up to 0.03·|hi|, to about 60 bits of the
    /// result.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static (double hi, double lo) ExpM1Reduced(double hi, double lo)
    {
        (double r, double rLo) = FastTwoSum(hi, lo);
        double r2 = r * r;
        double half = 0.5 * r2;
        double halfLo = Math.FusedMultiplyAdd(0.5 * r, r, -half);
        double cubic = (r2 * r) * ExpTail(r, r2);
        (double sum, double error) = FastTwoSum(r, half);
        return (sum, error + (cubic + (halfLo + Math.FusedMultiplyAdd(rLo, r, rLo))));
    }

    /// <summary>value · 2^k, where the low bits of <c>shifted</c> are <c>k + 2046</c>, for -2046 ≤ k ≤ 1030 and value about 1.</summary>
    /// <remarks>Two factors, each a power of two close to 2^(k/2), so that results may be subnormal or as large as there are.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static double MultiplyByPowerOfTwo(double value, double shifted)
    {
        ulong exponent = BitConverter.DoubleToUInt64Bits(shifted);
        ulong half = exponent >> 1; // floor(k / 2) + 1023, a biased exponent
        double first = BitConverter.UInt64BitsToDouble(half << 52);
        double second = BitConverter.UInt64BitsToDouble((exponent - half) << 52);
        return value * first * second;
    }
}

/// <summary>The constants of the reduction.</summary>
file static class ExpConstants
{
    /// <summary>1.5·2^52 + 2046: the last bit of the sum is worth one, and k + 2046 is not negative.</summary>
    public const double Shift = 6755399441057790;
    public const double Log2E = 1.4426950408889634;
    public const double Ln2Hi = 0.6931471805599453;
    public const double Ln2Lo = 2.3190468138462996E-17;
}
