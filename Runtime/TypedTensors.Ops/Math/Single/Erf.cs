using static TypedTensors.Kernels.SingleConstants;

namespace TypedTensors.Kernels;

public static partial class KernelMath
{
    /// <summary>The error function, 2/sqrt(pi) times the integral of e^(-t^2) from 0 to x.</summary>
    /// <remarks>
    /// Below 1 a minimax polynomial (<see cref="ErfRest"/>); from there on <c>1 - e^q</c>, where q is a minimax polynomial of
    /// degree 8 for ln(1 - erf(|x|)) on [1, 4], relative error 2^-25.5. Largest error over all floats: 1.17 ULP.
    /// </remarks>
    /// <param name="x">Any number.</param>
    /// <returns>±1 at ±inf and beyond ±3.92; ±0 at ±0; NaN at NaN.</returns>
    [KernelFunction]
    public static float Erf(float x)
    {
        const float OneAsFarAsFloatsTell = 4;
        float magnitude = MathF.Abs(x);
        float near = magnitude + ErfRest(magnitude);
        float c = MathF.Min(magnitude, OneAsFarAsFloatsTell);
        float q = MathF.FusedMultiplyAdd(c, 9.217614E-07f, -3.235243E-05f);
        q = MathF.FusedMultiplyAdd(c, q, 0.0004851513f);
        q = MathF.FusedMultiplyAdd(c, q, -0.0042553484f);
        q = MathF.FusedMultiplyAdd(c, q, 0.025042722f);
        q = MathF.FusedMultiplyAdd(c, q, -0.10774787f);
        q = MathF.FusedMultiplyAdd(c, q, -0.63420886f);
        q = c * MathF.FusedMultiplyAdd(c, q, -1.1288899f);
        float shifted = MathF.FusedMultiplyAdd(q, Log2E, ExponentRounder);
        float r = MathF.FusedMultiplyAdd(shifted - ExponentRounder, -Ln2, q);
        float exponential = MathF.FusedMultiplyAdd(r * r, ExpTail(r), r); // e^r - 1
        float scale = PowerOfTwo(shifted);
        float far = 1 - MathF.FusedMultiplyAdd(scale, exponential, scale);
        return MathF.CopySign(magnitude < 1 ? near : far, x);
    }

    /// <summary>The complementary error function, 1 - erf(x), to full precision where that is small.</summary>
    /// <remarks>
    /// Below 0.8 one minus <see cref="ErfRest"/>'s polynomial; from there on <c>e^(-x^2) p / (1 + 2|x|)</c>, with p a minimax
    /// polynomial of degree 9 by
    /// (|x| - 2) / (|x| + 2), relative error 2^-25.5 (M. M. Shepherd and J. G. Laframboise, "Chebyshev Approximation of (1 + 2x)
    /// exp(x^2) erfc x in
    /// 0 &lt;= x &lt; inf", 1981). Largest error over all floats: 3.61 ULP.
    /// </remarks>
    /// <param name="x">Any number.</param>
    /// <returns>+0 at +inf and beyond 10.06; 2 at -inf; 1 at ±0; NaN at NaN. Subnormal results are kept.</returns>
    [KernelFunction]
    public static float Erfc(float x)
    {
        const float Boundary = 0.8f, ZeroAsFarAsFloatsTell = 10.5f;
        float magnitude = MathF.Abs(x);
        float start = 1 - x;
        float near = start + (((1 - start) - x) - ErfRest(x));
        float c = MathF.Min(magnitude, ZeroAsFarAsFloatsTell);
        float q = (c - 2) / (c + 2);
        float p = MathF.FusedMultiplyAdd(q, -0.0004091336f, -0.0012406782f);
        p = MathF.FusedMultiplyAdd(q, p, 0.0013214707f);
        p = MathF.FusedMultiplyAdd(q, p, 0.008643435f);
        p = MathF.FusedMultiplyAdd(q, p, -0.0080622705f);
        p = MathF.FusedMultiplyAdd(q, p, -0.05420858f);
        p = MathF.FusedMultiplyAdd(q, p, 0.16405562f);
        p = MathF.FusedMultiplyAdd(q, p, -0.16603085f);
        p = MathF.FusedMultiplyAdd(q, p, -0.09276399f);
        p = MathF.FusedMultiplyAdd(q, p, 1.2769784f);
        float ratio = p / MathF.FusedMultiplyAdd(2f, c, 1);
        float square = c * c;
        float squareRest = MathF.FusedMultiplyAdd(c, c, -square);
        float shifted = MathF.FusedMultiplyAdd(square, -Log2E, WideExponentRounder);
        float n = shifted - WideExponentRounder;
        float head = MathF.FusedMultiplyAdd(n, -Ln2Short, -square);
        (float high, float low) = ExpParts(head, MathF.FusedMultiplyAdd(n, -Ln2ShortRest, -squareRest));
        float far = ScaleByPowerOfTwo((high + low) * ratio, shifted);
        far = x < 0 ? 2 - far : far;
        return magnitude < Boundary ? near : far;
    }

    /// <summary>erf(x) - x, for |x| up to 1.</summary>
    /// <remarks>x (2/sqrt(pi) - 1) + x^3 P(x^2), a minimax polynomial of degree 13 with relative error 2^-29.3 for erf.</remarks>
    internal static float ErfRest(float x)
    {
        float square = x * x;
        float p = MathF.FusedMultiplyAdd(square, 7.8465164E-05f, -0.0008007975f);
        p = MathF.FusedMultiplyAdd(square, p, 0.0051880814f);
        p = MathF.FusedMultiplyAdd(square, p, -0.026853694f);
        p = MathF.FusedMultiplyAdd(square, p, 0.11283583f);
        p = MathF.FusedMultiplyAdd(square, p, -0.37612626f);
        return x * MathF.FusedMultiplyAdd(square, p, 0.12837917f);
    }
}
