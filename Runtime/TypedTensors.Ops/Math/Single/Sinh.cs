using static TypedTensors.Kernels.SingleConstants;

namespace TypedTensors.Kernels;

public static partial class KernelMath
{
    /// <summary>The hyperbolic sine of x.</summary>
    /// <remarks>
    /// Below 1 a minimax polynomial, x + x^3 P(x^2), of degree 9 and relative error 2^-31.4; from there on <c>(e^|x| - e^-|x|) / 2</c>.
    /// Largest error over all floats: 0.76 ULP.
    /// </remarks>
    /// <param name="x">Any number.</param>
    /// <returns>±inf at ±inf and beyond ±89.41599; ±0 at ±0; NaN at NaN. Subnormal numbers are returned as they are.</returns>
    [KernelFunction]
    public static float Sinh(float x)
    {
        float magnitude = MathF.Abs(x);
        (float high, float low) = QuarterExpParts(magnitude);
        float far = high - (Sixteenth / (high + low) - low);
        far = far + far;
        float square = x * x;
        float p = MathF.FusedMultiplyAdd(square, 2.789984E-06f, 0.00019841666f);
        p = MathF.FusedMultiplyAdd(square, p, 0.008333315f);
        p = MathF.FusedMultiplyAdd(square, p, 0.16666667f);
        float near = MathF.FusedMultiplyAdd(magnitude * square, p, magnitude);
        return MathF.CopySign(magnitude < 1 ? near : far, x);
    }

    /// <summary>The hyperbolic cosine of x.</summary>
    /// <remarks><c>(e^|x| + e^-|x|) / 2</c>. Largest error over all floats: 0.88 ULP.</remarks>
    /// <param name="x">Any number.</param>
    /// <returns>+inf at ±inf and beyond ±89.41599; 1 at ±0; NaN at NaN.</returns>
    [KernelFunction]
    public static float Cosh(float x)
    {
        (float high, float low) = QuarterExpParts(MathF.Abs(x));
        float half = high + (Sixteenth / (high + low) + low);
        return half + half;
    }

    /// <summary>The product of e^x / 4 and e^-x / 4.</summary>
    const float Sixteenth = 0.0625f;

    /// <summary>e^x / 4 as a sum, for x from 0 on.</summary>
    /// <remarks>A quarter, because High may exceed the sum, and e^x / 2 may be as large as a float can be.</remarks>
    internal static (float High, float Low) QuarterExpParts(float x)
    {
        const float Overflow = 89.5f, QuarterExponentRounder = ExponentRounder - 2;
        x = MathF.Min(x, Overflow);
        float shifted = MathF.FusedMultiplyAdd(x, Log2E, QuarterExponentRounder);
        float n = shifted - QuarterExponentRounder;
        (float high, float low) = ExpParts(MathF.FusedMultiplyAdd(n, -Ln2Short, x), n * -Ln2ShortRest);
        float quarter = PowerOfTwo(shifted); // 2^(n-2)
        return (high * quarter, low * quarter);
    }
}
