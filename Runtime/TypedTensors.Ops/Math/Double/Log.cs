namespace TypedTensors.Kernels;

public static partial class KernelMath
{
    /// <summary>The natural logarithm of x.</summary>
    /// <remarks>
    /// <para><c>log x = k ln 2 + 2 atanh(s)</c>, see LogCore.cs: x = 2^k (1 + f), s = f / (2 + f).</para>
    /// <para>Largest error found: 0.66 ULP.</para>
    /// <para>Log(1) = +0, Log(±0) = -∞, Log(+∞) = +∞; of negative numbers and NaN it is NaN.</para>
    /// </remarks>
    [KernelFunction]
    public static double Log(double x)
    {
        (double k, double m) = SplitExponent(x);
        (double log, double logLo) = LogReduced(m - 1);
        (double hi, double lo) = AddMultipleOfLn2(k, log, logLo);
        return OrSpecialLog(x, hi + lo);
    }
}
