using System.Runtime.CompilerServices;

namespace TypedTensors.Kernels;

public static partial class KernelMath
{
    /// <summary>The error function, <c>2/√π ∫₀ˣ e^(-t²) dt</c>.</summary>
    /// <remarks>
    /// <para>Up to ½ it is an odd polynomial whose leading term is taken to twice the precision; beyond, <c>1 - erfc |x|</c>, see
    /// <see cref="Erfc(double)"/>.</para>
    /// <para>Largest error found: 0.67 ULP.</para>
    /// <para>Erf(±0) = ±0, Erf(±∞) = ±1, Erf(NaN) = NaN.</para>
    /// </remarks>
    [KernelFunction]
    public static double Erf(double x)
    {
        double magnitude = Math.Abs(x);
        double small = Math.FusedMultiplyAdd(magnitude, ErfConstants.TwoOverRootPiHi, ErfTail(magnitude));
        (double value, double valueLo, double shifted) = ErfcLarge(magnitude > 7 ? 7 : magnitude); // erfc(7) is far below an ulp of 1
        double power = MultiplyByPowerOfTwo(1, shifted);
        (double sum, double error) = FastTwoSum(1, -value * power);
        double large = sum + Math.FusedMultiplyAdd(-valueLo, power, error);
        return Math.CopySign(magnitude < 0.5 ? small : large, x);
    }

    /// <summary>The complementary error function, <c>1 - erf x</c>, without the cancellation.</summary>
    /// <remarks>
    /// <para>From ½ on it is <c>e^(-x²) p(q) / (x + s)</c> with <c>q = (x - 4)/(x + 4)</c>, where p is a polynomial (M. M. Shepherd and
    /// J. G. Laframboise, "Chebyshev approximation of (1 + 2x) exp(x²) erfc x in 0 ≤ x &lt; ∞", 1981, with s = 0.625 in place of ½, which
    /// makes p almost constant); the square, the quotient and the product are sums of two doubles. Below -½ it is <c>2 - erfc(-x)</c>,
    /// between <c>1 - erf x</c>.</para>
    /// <para>Largest error found: 0.73 ULP. Where the result is subnormal it is rounded twice: 1 ULP.</para>
    /// <para>Erfc(±0) = 1, Erfc(+∞) = +0, Erfc(-∞) = 2, Erfc(NaN) = NaN. Above 27.23 it is +0.</para>
    /// </remarks>
    [KernelFunction]
    public static double Erfc(double x)
    {
        double magnitude = Math.Abs(x);
        (double small, double smallLo) = TwoProduct(x, ErfConstants.TwoOverRootPiHi);
        (double near, double nearError) = FastTwoSum(1, -small);
        (double value, double valueLo, double shifted) = ErfcLarge(magnitude > 28 ? 28 : magnitude); // erfc(28) is zero
        double power = MultiplyByPowerOfTwo(1, shifted);
        (double far, double farError) = FastTwoSum(2, -value * power);
        double negative = far + Math.FusedMultiplyAdd(-valueLo, power, farError);
        double large = x < 0 ? negative : MultiplyByPowerOfTwo(value + valueLo, shifted);
        return magnitude < 0.5 ? near + (nearError - (smallLo + ErfTail(x))) : large;
    }

    /// <summary>erf x less the leading double of 2/√π times x, for |x| ≤ ½; its error is below 2^-57 of erf x.</summary>
    /// <remarks>
    /// Minimax polynomial of degree 8 in x² (Sollya's fpminimax) for (erf x - 2x/√π)/x³; the error of erf x is below 2.7e-19 of it.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static double ErfTail(double x)
    {
        double z = x * x;
        double z2 = z * z;
        double p0 = Math.FusedMultiplyAdd(0.11283791670955365, z, -0.37612638903183754);
        double p2 = Math.FusedMultiplyAdd(0.005223977628047835, z, -0.02686617064525219);
        double p4 = Math.FusedMultiplyAdd(0.00012055343808372308, z, -0.000854832728939611);
        double p6 = Math.FusedMultiplyAdd(1.642635286540847E-06, z, -1.4925444955271045E-05);
        double high = Math.FusedMultiplyAdd(Math.FusedMultiplyAdd(-1.5134587215589204E-07, z2, p6), z2, p4);
        double p = Math.FusedMultiplyAdd(Math.FusedMultiplyAdd(high, z2, p2), z2, p0);
        return Math.FusedMultiplyAdd(x * z, p, x * ErfConstants.TwoOverRootPiLo);
    }

    /// <summary>erfc x for ½ ≤ x ≤ 28, as <c>(hi + lo) 2^k</c>, to about 55 bits, where the low bits of <c>shifted</c> are <c>k +
    /// 2046</c>.</summary>
    /// <remarks>
    /// Minimax polynomial of degree 22 in q (Sollya's fpminimax) for <c>(x + 0.625) e^(x²) erfc x</c> with x up to 27.3; its relative
    /// error is below 5.3e-19. The value is near its constant term, which is a sum of two doubles, so that q need not be one.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static (double hi, double lo, double shifted) ErfcLarge(double x)
    {
        double q = (x - 4) / (x + 4);
        double q2 = q * q;
        double q4 = q2 * q2;
        double p2 = Math.FusedMultiplyAdd(0.013516300040180862, q, 0.03502978591609305);
        double p4 = Math.FusedMultiplyAdd(0.03897794054428841, q, -0.03689913584329312);
        double p6 = Math.FusedMultiplyAdd(0.01697826451319937, q, -0.029252800841174216);
        double p8 = Math.FusedMultiplyAdd(0.002416094155301099, q, -0.0075913340771405);
        double p10 = Math.FusedMultiplyAdd(-8.975557127558399E-05, q, -0.0003816068505103423);
        double p12 = Math.FusedMultiplyAdd(-1.2436981839713444E-05, q, 7.24912937213126E-05);
        double p14 = Math.FusedMultiplyAdd(2.8022799828900028E-06, q, -5.242837871285132E-06);
        double p16 = Math.FusedMultiplyAdd(-3.979187454367595E-07, q, 1.1121498678847668E-07);
        double p18 = Math.FusedMultiplyAdd(4.98958427757691E-08, q, 4.064960003873531E-08);
        double p20 = Math.FusedMultiplyAdd(-4.675875547999578E-09, q, -9.322837067584634E-09);
        double a = Math.FusedMultiplyAdd(9.533254510155589E-10, q4, Math.FusedMultiplyAdd(p20, q2, p18));
        double b = Math.FusedMultiplyAdd(p16, q2, p14);
        double c = Math.FusedMultiplyAdd(p12, q2, p10);
        double d = Math.FusedMultiplyAdd(p8, q2, p6);
        double e = Math.FusedMultiplyAdd(p4, q2, p2);
        double high = Math.FusedMultiplyAdd(Math.FusedMultiplyAdd(a, q4, b), q4, c);
        double p = Math.FusedMultiplyAdd(Math.FusedMultiplyAdd(high, q4, d), q4, e);
        (double slope, double slopeError) = FastTwoSum(-0.1021940645153027, q * p);
        (double tail, double tailError) = TwoProduct(q, slope);
        (double factor, double factorError) = FastTwoSum(ErfConstants.C0Hi, tail);
        double factorLo = factorError + (ErfConstants.C0Lo + Math.FusedMultiplyAdd(q, slopeError, tailError));

        (double square, double squareLo) = TwoProduct(x, x);
        (double r, double rLo, double shifted) = ReduceByLn2(-square);
        (double m, double mLo) = ExpM1Reduced(r, rLo - squareLo);
        (double sum, double error) = FastTwoSum(1, m);
        (double exp, double expLo) = FastTwoSum(sum, error + mLo);
        (double product, double productError) = TwoProduct(exp, factor);
        double rest = Math.FusedMultiplyAdd(exp, factorLo, Math.FusedMultiplyAdd(expLo, factor, productError));
        (double divisor, double divisorLo) = FastTwoSum(x, 0.625);
        (double hi, double lo) = Quotient(product, rest, divisor, divisorLo);
        return (hi, lo, shifted);
    }
}

/// <summary>Constants of the error functions.</summary>
file static class ErfConstants
{
    public const double TwoOverRootPiHi = 1.1283791670955126;
    public const double TwoOverRootPiLo = 1.533545961316588E-17;
    public const double C0Hi = 0.6336224915159089;
    public const double C0Lo = 4.7344939124275125E-17;
}
