using System.Runtime.CompilerServices;

namespace TypedTensors.Kernels;

public static partial class KernelMath
{
    /// <summary>x to the power y.</summary>
    /// <remarks>
    /// <para><c>|x|^y = e^(y log |x|)</c>, with the logarithm to 68 bits or more and its product with y as sums of two doubles, since an
    /// error of the exponent counts up to 1000 times in the result. The sign is that of x where y is odd.</para>
    /// <para>Largest error found: 0.63 ULP. Where the result is subnormal it is rounded twice: 1 ULP.</para>
    /// <para>As in C: Pow(x, ±0) = Pow(1, y) = 1, even for NaN. Pow(±0, y) is ±0 or ±∞ for odd y, else +0 or +∞; Pow(±∞, y) likewise.
    /// Pow(x, +∞) is +0 for |x| &lt; 1, 1 for x = -1, else +∞, and the reverse for y = -∞. Of negative finite x and y that is no integer
    /// it is NaN, as with any other NaN.</para>
    /// </remarks>
    [KernelFunction]
    public static double Pow(double x, double y)
    {
        double magnitude = Math.Abs(x);
        (double log, double logLo) = LogPrecise(magnitude);
        log = magnitude == 0 ? double.NegativeInfinity : log;
        log = magnitude < double.PositiveInfinity ? log : magnitude; // infinity, or NaN

        (double exponent, double exponentLo) = TwoProduct(y, log);
        (double r, double rLo, double shifted) = ReduceByLn2(exponent);
        (double value, double error) = ExpReduced(r, rLo + Math.FusedMultiplyAdd(y, logLo, exponentLo));
        double result = MultiplyByPowerOfTwo(value + error, shifted);
        result = exponent > 709.8 ? double.PositiveInfinity : result;
        result = exponent < -745.2 ? 0 : result;

        bool integer = Math.Floor(y) == y; // infinities too, and they are even
        double halfY = 0.5 * y;
        bool odd = integer && Math.Floor(halfY) != halfY;
        result = odd && double.IsNegative(x) ? -result : result;
        result = x < 0 && magnitude < double.PositiveInfinity && !integer ? double.NaN : result;
        bool one = x == 1 || y == 0 || (x == -1 && Math.Abs(y) == double.PositiveInfinity);
        return one ? 1 : result;
    }

    /// <summary>log x for positive finite x, as <c>hi + lo</c>, normalised, with a relative error below 2^-67.</summary>
    /// <remarks>
    /// Like <see cref="LogReduced(double)"/> from s, but with s² and the first two terms of <c>2 atanh(s) = 2s + s³ (2/3 + 2/5 s² + s⁴
    /// Q(s²))</c> as sums of two doubles. Q is a minimax polynomial of degree 7 (Sollya's fpminimax); with it the error is below 9.7e-24
    /// of the logarithm.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static (double hi, double lo) LogPrecise(double x)
    {
        (double k, double m) = SplitExponent(x);
        double f = m - 1;
        double divisor = 2 + f;
        (double s, double sLo) = Quotient(f, 0, divisor, f - (divisor - 2));
        (double z, double zError) = TwoProduct(s, s);
        double zLo = Math.FusedMultiplyAdd(2 * s, sLo, zError);

        double z2 = z * z;
        double q0 = Math.FusedMultiplyAdd(0.22222222222224752, z, 0.2857142857142857);
        double q2 = Math.FusedMultiplyAdd(0.15384615632361481, z, 0.18181818180637657);
        double q4 = Math.FusedMultiplyAdd(0.11766447838032069, z, 0.1333330574207148);
        double q6 = Math.FusedMultiplyAdd(0.1069883632740339, z, 0.10463884176199467);
        double high = Math.FusedMultiplyAdd(q6, z2, q4);
        double q = Math.FusedMultiplyAdd(Math.FusedMultiplyAdd(high, z2, q2), z2, q0);

        (double a, double aError) = FastTwoSum(PowConstants.TwoFifthsHi, z * q);
        double aLo = aError + PowConstants.TwoFifthsLo;
        (double b, double bError) = TwoProduct(z, a);
        double bLo = Math.FusedMultiplyAdd(z, aLo, Math.FusedMultiplyAdd(zLo, a, bError));
        (double c, double cError) = FastTwoSum(PowConstants.TwoThirdsHi, b);
        double cLo = cError + (bLo + PowConstants.TwoThirdsLo);
        (double d, double dError) = TwoProduct(z, c);
        double dLo = Math.FusedMultiplyAdd(z, cLo, Math.FusedMultiplyAdd(zLo, c, dError));
        (double e, double eError) = TwoProduct(s, d);
        double eLo = Math.FusedMultiplyAdd(s, dLo, Math.FusedMultiplyAdd(sLo, d, eError));

        (double log, double logError) = FastTwoSum(2 * s, e);
        double logLo = logError + Math.FusedMultiplyAdd(2, sLo, eLo);
        (double sum, double sumError) = FastTwoSum(k * PowConstants.Ln2Hi, log);
        return FastTwoSum(sum, Math.FusedMultiplyAdd(k, PowConstants.Ln2Lo, sumError + logLo));
    }
}

/// <summary>Constants of <see cref="KernelMath.Pow(double, double)"/>.</summary>
file static class PowConstants
{
    /// <summary>The first 41 bits of ln 2, whose multiples by an exponent are exact.</summary>
    public const double Ln2Hi = 0.6931471805601177;
    public const double Ln2Lo = -1.7239444525614835E-13;
    public const double TwoThirdsHi = 0.6666666666666666;
    public const double TwoThirdsLo = 3.700743415417188E-17;
    public const double TwoFifthsHi = 0.4;
    public const double TwoFifthsLo = -2.2204460492503132E-17;
}
