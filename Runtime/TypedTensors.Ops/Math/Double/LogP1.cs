namespace TypedTensors.Kernels;

public static partial class KernelMath
{
    /// <summary>The natural logarithm of 1 + x, also for x so small that 1 + x is 1.</summary>
    /// <remarks>
    /// <para>1 + x is reduced without being rounded, and its logarithm taken as in <see cref="Log(double)"/>, see LogCore.cs.</para>
    /// <para>Largest error found: 0.71 ULP.</para>
    /// <para>LogP1(±0) = ±0, LogP1(-1) = -∞, LogP1(+∞) = +∞; below -1 and of NaN it is NaN.</para>
    /// </remarks>
    [KernelFunction]
    public static double LogP1(double x)
    {
        (double k, _, double f, double rest) = SplitOnePlus(x);
        (double hi, double lo) = LogReduced(f);
        (hi, lo) = AddMultipleOfLn2(k, hi, lo + Math.FusedMultiplyAdd(-rest, hi, rest)); // rest / (1 + f)
        double result = x < double.PositiveInfinity ? hi + lo : x; // infinity, or NaN
        result = x < -1 ? double.NaN : result;
        result = x == -1 ? double.NegativeInfinity : result;
        return Math.CopySign(result, x); // of zero
    }
}
