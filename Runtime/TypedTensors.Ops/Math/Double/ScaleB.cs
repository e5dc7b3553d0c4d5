namespace TypedTensors.Kernels;

public static partial class KernelMath
{
    /// <summary>x times 2 to the power n.</summary>
    /// <remarks>
    /// Three factors reach from the smallest subnormal to overflow. Only one of them can round: where n is below -1022, the first two leave a
    /// number whose product with the third is zero or exact, or keep enough bits that it is rounded once.
    /// </remarks>
    /// <param name="x">Any number; ±0, infinities and NaN stay.</param>
    /// <param name="n">The exponent.</param>
    /// <returns>The product, rounded once; infinity where it overflows.</returns>
    [KernelFunction]
    public static double ScaleB(double x, int n)
    {
        int first = ScaleStepDouble(n);
        int second = ScaleStepDouble(n - first);
        int third = Math.Clamp(n - first - second, -1022, 1023);
        return x * PowerOfTwoDouble(first) * PowerOfTwoDouble(second) * PowerOfTwoDouble(third);
    }

    // As far as one factor goes; downwards less, so that a later factor does not round what an earlier one has rounded.
    private static int ScaleStepDouble(int n) => n < -1022 ? -969 : Math.Min(n, 1023);

    private static double PowerOfTwoDouble(int n) => BitConverter.Int64BitsToDouble((long)(n + 1023) << 52);
}
