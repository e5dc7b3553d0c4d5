namespace TypedTensors.Kernels;

public static partial class KernelMath
{
    /// <summary>The smooth ramp <c>log(1 + e^x)</c>.</summary>
    /// <remarks>
    /// <para><c>max(x, 0) + log(1 + E)</c> with <c>E = e^-|x|</c>, which cannot overflow; E, the logarithm and the outer sum are sums of
    /// two doubles. Below -30 it is <c>E - E²/2</c>, above 40 it is x.</para>
    /// <para>Largest error found: 0.64 ULP. Where the result is subnormal it is rounded twice: 1 ULP.</para>
    /// <para>Softplus(±0) = ln 2, Softplus(+∞) = +∞, Softplus(-∞) = +0, Softplus(NaN) = NaN.</para>
    /// </remarks>
    [KernelFunction]
    public static double Softplus(double x)
    {
        double magnitude = Math.Abs(x);
        double clamped = magnitude > 746 ? 746 : magnitude; // e^-746 is zero
        (double r, double rLo, double shifted) = ReduceByLn2(-clamped);
        (double sum, double error) = ExpReduced(r, rLo);
        (double value, double valueLo) = FastTwoSum(sum, error);
        double power = MultiplyByPowerOfTwo(1, shifted);
        double e = power * value;
        (double hi, double lo) = LogOnePlus(e, power * valueLo);

        (double total, double totalError) = TwoSum(x < 0 ? 0 : x, hi);
        double result = total + (totalError + lo);
        result = x > 40 ? x : result;
        // Two terms of the series are enough for small E, and keep what a sum with one would lose.
        double series = Math.FusedMultiplyAdd(-0.5 * value, e, valueLo);
        return x < -30 ? MultiplyByPowerOfTwo(value + series, shifted) : result;
    }
}
