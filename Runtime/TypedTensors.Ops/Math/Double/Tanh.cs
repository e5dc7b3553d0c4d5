namespace TypedTensors.Kernels;

public static partial class KernelMath
{
    /// <summary>The hyperbolic tangent of x.</summary>
    /// <remarks>
    /// <para>With <c>e^-2|x| = 2^k e^-2u</c>, k ≤ 0, and <c>tanh u = u P / Q</c> it is
    /// <c>(Q a + u P b) / (Q b + u P a)</c>, where <c>a = 1 - 2^k</c> and <c>b = 1 + 2^k</c>, so that one division is enough. P = 1 + u² p
    /// and Q = 1 + u² q are minimax polynomials of degrees 3 and 2 in u² (Remez) for |u| ≤ 0.28, relative error 1.7e-19; numerator and
    /// denominator are sums of two doubles.</para>
    /// <para>The first step of k is at 0.18, and a step 1/2.81 wide, not ln(2)/2. So u stays above -0.167, where a + bu does not cancel
    /// more than one bit, and a is exact up to |x| = 19, where the result is one. Beyond |x| = 4 u is larger than 0.28, but there 2^k makes its
    /// error small.</para>
    /// <para>Largest error found: 0.84 ULP, beyond |x| = 6; up to there 0.67.</para>
    /// <para>Tanh(±0) = ±0, Tanh(±∞) = ±1, Tanh(NaN) = NaN.</para>
    /// </remarks>
    [KernelFunction]
    public static double Tanh(double x)
    {
        double magnitude = Math.Abs(x);
        double clamped = double.MinNative(TanhConstants.OneAsFarAsDoublesTell, magnitude); // the second one, if that is NaN
        double shifted = Math.FusedMultiplyAdd(clamped, -TanhConstants.StepsPerUnit, TanhConstants.Origin) + TanhConstants.Shift;
        double k = shifted - TanhConstants.Shift;
        double u = Math.FusedMultiplyAdd(k, TanhConstants.HalfLn2Hi, clamped);
        double uLo = k * TanhConstants.HalfLn2Lo;
        double power = BitConverter.UInt64BitsToDouble(BitConverter.DoubleToUInt64Bits(shifted) << 52); // 2^k
        double a = 1 - power;
        double b = 1 + power;

        double z = u * u;
        double q = Math.FusedMultiplyAdd(0.017503485840528755, z, 0.44847266386990924);
        double p = Math.FusedMultiplyAdd(Math.FusedMultiplyAdd(-6.394064748248532E-06, z, 0.001345931217208339), z, 0.115139330536576);
        double s = u * p;
        double numerator = Math.FusedMultiplyAdd(b, u, a);
        double numeratorLo = Math.FusedMultiplyAdd(b, uLo, Math.FusedMultiplyAdd(b, u, a - numerator));
        numeratorLo = Math.FusedMultiplyAdd(z, Math.FusedMultiplyAdd(b, s, a * q), numeratorLo);
        double divisor = Math.FusedMultiplyAdd(a, u, b);
        double divisorRest = Math.FusedMultiplyAdd(a, u, b - divisor);
        double divisorLo = Math.FusedMultiplyAdd(z, Math.FusedMultiplyAdd(a, s, b * q), Math.FusedMultiplyAdd(a, uLo, power - (b - 1)));

        double reciprocal = 1 / (divisor + divisorLo);
        double quotient = (numerator + numeratorLo) * reciprocal;
        double remainder = Math.FusedMultiplyAdd(-quotient, divisor, numerator)
            + Math.FusedMultiplyAdd(-quotient, divisorLo, Math.FusedMultiplyAdd(-quotient, divisorRest, numeratorLo));
        double result = Math.FusedMultiplyAdd(remainder, reciprocal, quotient);
        // Below 2^-28 the cube does not count, and the remainder would lose the last bits of subnormals.
        return Math.CopySign(magnitude < 3.7252902984619140625E-09 ? magnitude : result, x);
    }
}

/// <summary>Constants of <see cref="KernelMath.Tanh(double)"/>.</summary>
file static class TanhConstants
{
    public const double OneAsFarAsDoublesTell = 22;
    public const double StepsPerUnit = 2.81;
    /// <summary>Puts the first step at 0.18.</summary>
    public const double Origin = 0.0058;
    /// <summary>1.5·2^52 + 1023: the low bits of the sum are the biased exponent of 2^k.</summary>
    public const double Shift = 6755399441056767;
    public const double HalfLn2Hi = 0.34657359027997264;
    public const double HalfLn2Lo = 1.1595234069231498E-17;
}
