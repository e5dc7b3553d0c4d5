using static TypedTensors.Kernels.SingleConstants;

namespace TypedTensors.Kernels;

public static partial class KernelMath
{
    /// <summary>The hyperbolic tangent of x.</summary>
    /// <remarks>
    /// Below 0.9 a minimax polynomial, x + x^3 P(x^2); from there on <c>1 - 2 / (e^(2|x|) + 1)</c>, where the quotient is small
    /// enough for its
    /// rounding errors not to matter much. Largest error over all floats: 0.98 ULP.
    /// </remarks>
    /// <param name="x">Any number.</param>
    /// <returns>±1 at ±inf and beyond ±9.01; ±0 at ±0; NaN at NaN. Subnormal numbers are returned as they are.</returns>
    [KernelFunction]
    public static float Tanh(float x)
    {
        const float Boundary = 0.9f, OneAsFarAsFloatsTell = 10;
        float magnitude = MathF.Abs(x);
        float square = x * x;
        float near = MathF.FusedMultiplyAdd(magnitude * square, TanhTail(square), magnitude);
        float clamped = MathF.Min(magnitude, OneAsFarAsFloatsTell);
        float shifted = MathF.FusedMultiplyAdd(clamped, 2 * Log2E, ExponentRounder);
        float n = shifted - ExponentRounder;
        float r = MathF.FusedMultiplyAdd(n, -Ln2ShortRest, MathF.FusedMultiplyAdd(n, -Ln2Short, clamped + clamped));
        float exponential = MathF.FusedMultiplyAdd(r * r, ExpTail(r), r); // e^r - 1
        float scale = PowerOfTwo(shifted);
        float far = 1 - 2 / MathF.FusedMultiplyAdd(scale, exponential, scale + 1);
        return MathF.CopySign(magnitude < Boundary ? near : far, x);
    }

    /// <summary>(tanh(x) - x) / x^3 by x^2, for |x| up to 0.9.</summary>
    /// <remarks>Minimax polynomial of degree 6 (15 for tanh, whose relative error is 2^-29.7).</remarks>
    internal static float TanhTail(float square)
    {
        float fourth = square * square;
        float p3 = MathF.FusedMultiplyAdd(square, 0.13332981f, -0.33333322f);
        float p7 = MathF.FusedMultiplyAdd(square, 0.021664092f, -0.053929474f);
        float p11 = MathF.FusedMultiplyAdd(square, 0.002583426f, -0.008265455f);
        p11 = MathF.FusedMultiplyAdd(fourth, -0.00045571016f, p11);
        return MathF.FusedMultiplyAdd(fourth, MathF.FusedMultiplyAdd(fourth, p11, p7), p3);
    }
}
