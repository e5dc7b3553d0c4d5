namespace TypedTensors.Kernels;

public static partial class KernelMath
{
    /// <summary>x times 2 to the power n.</summary>
    /// <remarks>
    /// Three factors reach from the smallest subnormal to overflow. Only one of them can round: where n is below -126, the first two leave a
    /// number whose product with the third is zero or exact, or keep enough bits that it is rounded once.
    /// </remarks>
    /// <param name="x">Any number; ±0, infinities and NaN stay.</param>
    /// <param name="n">The exponent.</param>
    /// <returns>The product, rounded once; infinity where it overflows.</returns>
    [KernelFunction]
    public static float ScaleB(float x, int n)
    {
        int first = ScaleStepSingle(n);
        int second = ScaleStepSingle(n - first);
        int third = Math.Clamp(n - first - second, -126, 127);
        return x * PowerOfTwoSingle(first) * PowerOfTwoSingle(second) * PowerOfTwoSingle(third);
    }

    // As far as one factor goes; downwards less, so that a later factor does not round what an earlier one has rounded.
    private static int ScaleStepSingle(int n) => n < -126 ? -102 : Math.Min(n, 127);

    private static float PowerOfTwoSingle(int n) => BitConverter.Int32BitsToSingle((n + 127) << 23);
}
