using System.Runtime.CompilerServices;

namespace TypedTensors.Kernels;

public static partial class KernelMath
{
    /// <summary>The hyperbolic sine of x.</summary>
    /// <remarks>
    /// <para>With |x| = k ln 2 + r it is <c>(2^k - 2^-k)/2 · cosh r + (2^k + 2^-k)/2 · sinh r</c>, where sinh r and cosh r are an odd and
    /// an even polynomial: no reciprocal of e^x is needed and nothing cancels. The two leading terms are added without error.</para>
    /// <para>Largest error found: 0.70 ULP.</para>
    /// <para>Sinh(±0) = ±0, Sinh(±∞) = ±∞, Sinh(NaN) = NaN. Above 710.4758 it is infinite.</para>
    /// </remarks>
    [KernelFunction]
    public static double Sinh(double x)
    {
        double magnitude = Math.Abs(x);
        (double hi, double lo, double shifted) = ReduceByLn2(magnitude);
        (double r, double rLo) = FastTwoSum(hi, lo);
        (double sine, double cosine) = SinhCoshTails(r, rLo);
        (double grown, double shrunk) = QuarterPowers(shifted);
        double difference = grown - shrunk;
        double differenceLo = (grown - difference) - shrunk;
        double total = grown + shrunk;
        double totalLo = shrunk - (total - grown);

        (double product, double productLo) = TwoProduct(total, r);
        (double sum, double error) = FastTwoSum(difference, product);
        double rest = Math.FusedMultiplyAdd(difference, cosine, Math.FusedMultiplyAdd(total, sine, differenceLo));
        double result = 2 * (sum + (error + (rest + Math.FusedMultiplyAdd(totalLo, r, productLo))));

        result = magnitude > 710.4758600739439 ? double.PositiveInfinity : result;
        return Math.CopySign(magnitude < 3.7252902984619140625E-09 ? magnitude : result, x); // below 2^-28 the cube does not count
    }

    /// <summary>The hyperbolic cosine of x.</summary>
    /// <remarks>
    /// <para>With |x| = k ln 2 + r it is <c>(2^k + 2^-k)/2 · cosh r + (2^k - 2^-k)/2 · sinh r</c>; see <see cref="Sinh(double)"/>.</para>
    /// <para>Largest error found: 0.64 ULP.</para>
    /// <para>Cosh(±0) = 1, Cosh(±∞) = +∞, Cosh(NaN) = NaN. Above 710.4758 it is infinite.</para>
    /// </remarks>
    [KernelFunction]
    public static double Cosh(double x)
    {
        double magnitude = Math.Abs(x);
        (double hi, double lo, double shifted) = ReduceByLn2(magnitude);
        (double r, double rLo) = FastTwoSum(hi, lo);
        (double sine, double cosine) = SinhCoshTails(r, rLo);
        (double grown, double shrunk) = QuarterPowers(shifted);
        double difference = grown - shrunk;
        double total = grown + shrunk;
        double totalLo = shrunk - (total - grown);
        double differenceLo = (grown - difference) - shrunk;

        (double product, double productLo) = TwoProduct(difference, r);
        (double sum, double error) = FastTwoSum(total, product);
        double rest = Math.FusedMultiplyAdd(total, cosine, Math.FusedMultiplyAdd(difference, sine, totalLo));
        double result = 2 * (sum + (error + (rest + Math.FusedMultiplyAdd(differenceLo, r, productLo))));
        return magnitude > 710.4758600739439 ? double.PositiveInfinity : result;
    }

    /// <summary><c>sinh(r + rLo) - r</c> and <c>cosh(r + rLo) - 1</c> for |r| ≤ 0.34665.</summary>
    /// <remarks>
    /// Minimax polynomials of degree 4 in r² (Sollya's fpminimax): the error of sinh is below 8.1e-19 of it, that of cosh below 1.3e-20.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static (double sine, double cosine) SinhCoshTails(double r, double rLo)
    {
        double z = r * r;
        double z2 = z * z;
        double s0 = Math.FusedMultiplyAdd(0.008333333333328878, z, 0.16666666666666669);
        double s2 = Math.FusedMultiplyAdd(2.7557264510965512E-06, z, 0.00019841269866605865);
        double s = Math.FusedMultiplyAdd(Math.FusedMultiplyAdd(2.5101848817641122E-08, z2, s2), z2, s0);
        double c0 = Math.FusedMultiplyAdd(0.001388888888888974, z, 0.041666666666666664);
        double c2 = Math.FusedMultiplyAdd(2.755729355092011E-07, z, 2.4801587307602774E-05);
        double c = Math.FusedMultiplyAdd(Math.FusedMultiplyAdd(2.0907325098276959E-09, z2, c2), z2, c0);
        double half = 0.5 * z;
        double sine = Math.FusedMultiplyAdd(r * z, s, Math.FusedMultiplyAdd(rLo, half, rLo));
        double cosine = Math.FusedMultiplyAdd(z2, c, Math.FusedMultiplyAdd(r, rLo, half));
        return (sine, cosine);
    }

    /// <summary>2^(k-2) and 2^(-k-2), where the low bits of <c>shifted</c> are <c>k + 2046</c>, for 0 ≤ k ≤ 1025.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static (double grown, double shrunk) QuarterPowers(double shifted)
    {
        ulong exponent = BitConverter.DoubleToUInt64Bits(shifted);
        double grown = BitConverter.UInt64BitsToDouble((exponent - 1025) << 52);
        double shrunk = BitConverter.UInt64BitsToDouble((3067 - exponent) << 52);
        return (grown, grown > 1.8446744073709552E+19 ? 0 : shrunk); // beside 2^64 the other does not count
    }
}
