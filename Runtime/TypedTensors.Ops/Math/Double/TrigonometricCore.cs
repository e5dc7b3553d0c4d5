using System.Runtime.CompilerServices;

namespace TypedTensors.Kernels;

/// <content>What sine, cosine and tangent share, for arguments up to 2^31.</content>
/// <remarks>
/// The argument is written as <c>k π/2 + r</c> with |r| ≤ π/4 (Cody and Waite), with π/2 as a sum of three doubles. With a fused
/// multiply-add the first difference is exact whatever k is: it is below 0.8 and a multiple of 2^-53. The product with the second part is
/// exact as a sum of two doubles, and the error left is below 2^-130, where no double up to 2^31 is closer than 2^-61 to a multiple of π/2.
/// Larger arguments are left to SinCosTan.cs.
/// </remarks>
public static partial class KernelMath
{
    /// <summary>Reduces x by multiples of π/2: <c>x = k π/2 + hi + lo</c>, where the low bits of <c>shifted</c> are those of k.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static (double hi, double lo, double shifted) ReduceByHalfPi(double x)
    {
        double shifted = Math.FusedMultiplyAdd(x, TrigonometricConstants.TwoOverPi, TrigonometricConstants.Shift);
        double k = shifted - TrigonometricConstants.Shift;
        double difference = Math.FusedMultiplyAdd(k, -TrigonometricConstants.HalfPi1, x); // exact
        (double product, double productLo) = TwoProduct(k, TrigonometricConstants.HalfPi2);
        // The difference is a multiple of 2^-53, hence of an ulp of the product, which is below 2^-23: so it may be the smaller of the two.
        (double r, double error) = FastTwoSum(difference, -product);
        double rLo = error - Math.FusedMultiplyAdd(k, TrigonometricConstants.HalfPi3, productLo);
        return (r, rLo, shifted);
    }

    /// <summary>sin(r + rLo) and cos(r + rLo) for |r| ≤ 0.7855, as sums of two doubles, to about 57 bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static (double sine, double sineLo, double cosine, double cosineLo) SinCosReduced(double r, double rLo)
    {
        double z = r * r;
        double z2 = z * z;
        double half = 0.5 * z;
        double sineLo = Math.FusedMultiplyAdd(r * z, SineTail(z, z2), Math.FusedMultiplyAdd(-rLo, half, rLo));
        double halfLo = Math.FusedMultiplyAdd(0.5 * r, r, -half);
        (double cosine, double error) = FastTwoSum(1, -half);
        double cosineLo = error + (Math.FusedMultiplyAdd(z2, CosineTail(z, z2), -halfLo) - r * rLo);
        return (r, sineLo, cosine, cosineLo);
    }

    /// <summary><c>(sin r - r) / r³</c> for |r| ≤ 0.7855, where z = r² and z2 = z².</summary>
    /// <remarks>Minimax polynomial of degree 6 in r² (Sollya's fpminimax); the error of the sine is below 4.4e-19 of it.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static double SineTail(double z, double z2)
    {
        double s0 = Math.FusedMultiplyAdd(0.008333333333332912, z, -0.16666666666666666);
        double s2 = Math.FusedMultiplyAdd(2.7557318916637654E-06, z, -0.00019841269840720473);
        double s4 = Math.FusedMultiplyAdd(1.6047926791479896E-10, z, -2.5052024451858086E-08);
        return Math.FusedMultiplyAdd(Math.FusedMultiplyAdd(Math.FusedMultiplyAdd(-7.057802101473548E-13, z2, s4), z2, s2), z2, s0);
    }

    /// <summary><c>(cos r - 1 + r²/2) / r⁴</c> for |r| ≤ 0.7855, where z = r² and z2 = z².</summary>
    /// <remarks>Minimax polynomial of degree 5 in r² (Sollya's fpminimax); the error of the cosine is below 4.6e-19 of it.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static double CosineTail(double z, double z2)
    {
        double c0 = Math.FusedMultiplyAdd(-0.0013888888888887061, z, 0.041666666666666664);
        double c2 = Math.FusedMultiplyAdd(-2.755731715831288E-07, z, 2.4801587298460313E-05);
        double c4 = Math.FusedMultiplyAdd(-1.1381542623577601E-11, z, 2.0876127833700967E-09);
        return Math.FusedMultiplyAdd(Math.FusedMultiplyAdd(c4, z2, c2), z2, c0);
    }
}

/// <summary>Constants of the reduction.</summary>
file static class TrigonometricConstants
{
    /// <summary>1.5·2^52: the last bit of the sum is worth one.</summary>
    public const double Shift = 6755399441055744;
    public const double TwoOverPi = 0.6366197723675814;
    public const double HalfPi1 = 1.5707963267948966;
    public const double HalfPi2 = 6.123233995736766E-17;
    public const double HalfPi3 = -1.4973849048591698E-33;
}
