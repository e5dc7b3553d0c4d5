using System.Runtime.CompilerServices;

namespace TypedTensors.Kernels;

public static partial class KernelMath
{
    /// <summary>The inverse sine of x, between -π/2 and π/2.</summary>
    /// <remarks>
    /// <para>Up to ½ it is an odd polynomial; beyond, <c>asin |x| = π/2 - 2 asin √((1 - |x|)/2)</c> (Cody and Waite), where the root and
    /// the difference are sums of two doubles.</para>
    /// <para>Largest error found: 0.67 ULP.</para>
    /// <para>Asin(±0) = ±0, Asin(±1) = ±π/2; beyond 1 and of NaN it is NaN.</para>
    /// </remarks>
    [KernelFunction]
    public static double Asin(double x)
    {
        double magnitude = Math.Abs(x);
        bool near = magnitude <= 0.5;
        (double root, double rest) = AsinReduced(magnitude);
        (double sum, double error) = FastTwoSum(AsinConstants.HalfPiHi, -2 * root);
        double far = sum + (error + Math.FusedMultiplyAdd(-2, rest, AsinConstants.HalfPiLo));
        return Math.CopySign(near ? root + rest : far, x);
    }

    /// <summary>The inverse cosine of x, between 0 and π.</summary>
    /// <remarks>
    /// <para>Up to ½ it is <c>π/2 - asin x</c>; beyond, <c>acos x = 2 asin √((1 - x)/2)</c>, and <c>acos(-x) = π - acos x</c>. As for
    /// <see cref="Asin(double)"/>.</para>
    /// <para>Largest error found: 0.62 ULP.</para>
    /// <para>Acos(1) = +0, Acos(-1) = π; beyond 1 and of NaN it is NaN.</para>
    /// </remarks>
    [KernelFunction]
    public static double Acos(double x)
    {
        double magnitude = Math.Abs(x);
        bool near = magnitude <= 0.5;
        (double root, double rest) = AsinReduced(magnitude);
        double sign = Math.CopySign(1, x);
        double factor = near ? -sign : 2 * sign;
        double offset = near ? AsinConstants.HalfPiHi : x < 0 ? 2 * AsinConstants.HalfPiHi : 0;
        double offsetLo = near ? AsinConstants.HalfPiLo : x < 0 ? 2 * AsinConstants.HalfPiLo : 0;
        (double sum, double error) = FastTwoSum(offset, factor * root);
        return sum + (error + Math.FusedMultiplyAdd(factor, rest, offsetLo));
    }

    /// <summary>asin t as <c>hi + lo</c>, to about 57 bits, where t = x for 0 ≤ x ≤ ½, and otherwise t = √((1 - x)/2), or NaN.</summary>
    /// <remarks>
    /// Minimax polynomial of degree 12 in t² (Sollya's fpminimax) for (asin t - t)/t³ up to t² = ¼; the error of asin t is below 3.3e-18
    /// of it.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static (double hi, double lo) AsinReduced(double x)
    {
        bool near = x <= 0.5;
        double reduced = 0.5 * (1 - x); // exact where it is used
        (double root, double rootLo) = SquareRoot(reduced, 0);
        double t = near ? x : root;
        double tLo = near ? 0 : rootLo;
        double z = near ? x * x : reduced;

        double z2 = z * z;
        double z4 = z2 * z2;
        double p0 = Math.FusedMultiplyAdd(0.07499999999998017, z, 0.16666666666666669);
        double p2 = Math.FusedMultiplyAdd(0.030381944094300607, z, 0.044642857147007213);
        double p4 = Math.FusedMultiplyAdd(0.017352357280159695, z, 0.022372174556052764);
        double p6 = Math.FusedMultiplyAdd(0.01147452121243462, z, 0.013971711915719531);
        double p8 = Math.FusedMultiplyAdd(0.0053368315499723517, z, 0.010351934602547883);
        double p10 = Math.FusedMultiplyAdd(-0.015333687560372776, z, 0.01771874266585035);
        double low = Math.FusedMultiplyAdd(Math.FusedMultiplyAdd(p6, z2, p4), z4, Math.FusedMultiplyAdd(p2, z2, p0));
        double high = Math.FusedMultiplyAdd(0.029077773065133285, z4, Math.FusedMultiplyAdd(p10, z2, p8));
        double p = Math.FusedMultiplyAdd(high, z4 * z4, low);
        return (t, Math.FusedMultiplyAdd(t * z, p, tLo));
    }
}

/// <summary>Constants of the inverse sine and cosine.</summary>
file static class AsinConstants
{
    public const double HalfPiHi = 1.5707963267948966;
    public const double HalfPiLo = 6.123233995736766E-17;
}
