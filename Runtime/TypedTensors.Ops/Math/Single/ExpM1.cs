using static TypedTensors.Kernels.SingleConstants;

namespace TypedTensors.Kernels;

public static partial class KernelMath
{
    /// <summary>e^x - 1, without the cancellation that the subtraction has near zero.</summary>
    /// <remarks>
    /// <c>(2^n - 1) + 2^n (e^r - 1)</c>, with the reduction and the polynomial of <see cref="Exp(float)"/>; the two leading sums are
    /// split into
    /// a float and its rounding error. Half of it is computed, because 2^n overflows before the result does.
    /// Largest error over all floats: 1.09 ULP.
    /// </remarks>
    /// <param name="x">Any number.</param>
    /// <returns>
    /// +inf from 88.72284 on; -1 below -17.32868 and at -inf; ±0 at ±0; NaN at NaN. Subnormal numbers are returned as they are.
    /// </returns>
    [KernelFunction]
    public static float ExpM1(float x)
    {
        const float MinusOneAsFarAsFloatsTell = -18, HalfExponentRounder = ExponentRounder - 1;
        float clamped = MathF.Min(x, ExpOverflow);
        clamped = MathF.Max(clamped, MinusOneAsFarAsFloatsTell);
        float shifted = MathF.FusedMultiplyAdd(clamped, Log2E, HalfExponentRounder);
        float n = shifted - HalfExponentRounder;
        float head = MathF.FusedMultiplyAdd(n, -Ln2Short, clamped);
        float rest = n * -Ln2ShortRest;
        float r = head + rest;
        float scale = PowerOfTwo(shifted); // 2^(n-1)
        float start = scale - 0.5f;
        float startRest = (scale - start) - 0.5f;
        float high = MathF.FusedMultiplyAdd(scale, head, start);
        float low = MathF.FusedMultiplyAdd(scale, head, start - high) + startRest;
        low = MathF.FusedMultiplyAdd(scale, rest, low);
        float half = high + MathF.FusedMultiplyAdd(scale * (r * r), ExpTail(r), low);
        return MathF.Abs(x) < Negligible ? x : half + half;
    }
}
