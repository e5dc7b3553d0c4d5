using static TypedTensors.Kernels.SingleConstants;

namespace TypedTensors.Kernels;

public static partial class KernelMath
{
    /// <summary>The arc sine of x, in radians.</summary>
    /// <remarks>
    /// Up to 1/2 a minimax polynomial; beyond, <c>pi/2 - 2 asin(sqrt((1 - |x|) / 2))</c> by the same polynomial (<see
    /// cref="AsinParts(float)"/>).
    /// Largest error over all floats: 0.65 ULP.
    /// </remarks>
    /// <param name="x">A number in [-1, 1].</param>
    /// <returns>
    /// A number in [-pi/2, pi/2]; ±0 at ±0; NaN outside of [-1, 1] and at NaN. Subnormal numbers are returned as they are.
    /// </returns>
    [KernelFunction]
    public static float Asin(float x)
    {
        (bool folded, float high, float low) = AsinParts(MathF.Abs(x));
        float start = MathF.FusedMultiplyAdd(-2f, high, HalfPi);
        float rest = (HalfPi - start) - 2 * high;
        float beyond = start + (MathF.FusedMultiplyAdd(-2f, low, HalfPiRest) + rest);
        return MathF.CopySign(folded ? beyond : high + low, x);
    }

    /// <summary>The arc cosine of x, in radians.</summary>
    /// <remarks>
    /// Up to 1/2 <c>pi/2 - asin(x)</c>; beyond, <c>2 asin(sqrt((1 - |x|) / 2))</c>, or pi minus that for negative x (<see
    /// cref="AsinParts(float)"/>).
    /// Largest error over all floats: 0.62 ULP.
    /// </remarks>
    /// <param name="x">A number in [-1, 1].</param>
    /// <returns>A number in [0, pi]; +0 at 1; NaN outside of [-1, 1] and at NaN.</returns>
    [KernelFunction]
    public static float Acos(float x)
    {
        (bool folded, float high, float low) = AsinParts(MathF.Abs(x));
        bool negative = x < 0;
        float multiple = folded ? negative ? 2 : 0 : 1; // of pi/2
        float factor = folded ? 2 : -1;
        factor = negative ? -factor : factor;
        float start = multiple * HalfPi;
        float term = factor * high;
        float sum = start + term;
        float rest = multiple > 0 ? term - (sum - start) : 0;
        return sum + (MathF.FusedMultiplyAdd(factor, low, multiple * HalfPiRest) + rest);
    }

    /// <summary>For a from 0 to 1, asin(s) as a sum: s is a itself or, folded, where a is above 1/2, sqrt((1 - a) / 2).</summary>
    /// <remarks>
    /// Minimax polynomial s + s^3 P(s^2) of degree 13, relative error 2^-31.7; a root's rounding error is made up for.
    /// </remarks>
    internal static (bool Folded, float High, float Low) AsinParts(float a)
    {
        bool folded = a > 0.5f;
        float square = folded ? MathF.FusedMultiplyAdd(a, -0.5f, 0.5f) : a * a;
        float root = MathF.Sqrt(square);
        float rootRest = 0.5f * MathF.FusedMultiplyAdd(-root, root, square) / root;
        float s = folded ? root : a;
        float rest = folded && square > 0 ? rootRest : 0;
        float fourth = square * square;
        float p3 = MathF.FusedMultiplyAdd(square, 0.07500517f, 0.1666666f);
        float p7 = MathF.FusedMultiplyAdd(square, 0.031821825f, 0.044514995f);
        float p11 = MathF.FusedMultiplyAdd(square, 0.03757677f, 0.014391219f);
        float p = MathF.FusedMultiplyAdd(fourth, MathF.FusedMultiplyAdd(fourth, p11, p7), p3);
        return (folded, s, MathF.FusedMultiplyAdd(s * square, p, rest));
    }
}
