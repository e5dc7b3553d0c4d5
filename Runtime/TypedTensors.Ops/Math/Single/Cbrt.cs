using static TypedTensors.Kernels.SingleConstants;

namespace TypedTensors.Kernels;

public static partial class KernelMath
{
    /// <summary>The cube root of x.</summary>
    /// <remarks>
    /// With |x| = 8^t m and m in [1/3, 8/3): m^(-1/3) from a minimax polynomial of degree 4 (relative error 2^-7.1), one step of
    /// a third order iteration (A. S. Householder), then <c>y = m r^2</c> and a Newton step with the exact m - y^3.
    /// Largest error over all floats: 0.501 ULP; exact at cubes.
    /// </remarks>
    /// <param name="x">Any number, negative ones too.</param>
    /// <returns>A number with the sign of x; ±inf at ±inf; ±0 at ±0; NaN at NaN.</returns>
    [KernelFunction]
    public static float Cbrt(float x)
    {
        const float TwoTo24 = 16777216f, RootOfTwoToMinus24 = 0.00390625f;
        const float Third = 0.33333334f, TwoNinths = 0.22222222f;
        float magnitude = MathF.Abs(x);
        bool subnormal = magnitude < SmallestNormal;
        int bits = BitConverter.SingleToInt32Bits(subnormal ? magnitude * TwoTo24 : magnitude);
        int exponent = (bits - LogCentre) & ExponentMask;
        float k = (float)(exponent >> MantissaBits);
        float shifted = MathF.FusedMultiplyAdd(k, Third, ExponentRounder);
        float t = shifted - ExponentRounder;
        float remainder = MathF.FusedMultiplyAdd(t, -3f, k); // -1, 0 or 1
        float m = BitConverter.Int32BitsToSingle(bits - exponent);
        m = remainder > 0 ? 2 * m : remainder < 0 ? 0.5f * m : m;

        float r = MathF.FusedMultiplyAdd(m, 0.06843432f, -0.5061237f);
        r = MathF.FusedMultiplyAdd(m, r, 1.4094162f);
        r = MathF.FusedMultiplyAdd(m, r, -1.9083443f);
        r = MathF.FusedMultiplyAdd(m, r, 1.929603f);
        float error = MathF.FusedMultiplyAdd(-m * r, r * r, 1); // 1 - m r^3
        r = MathF.FusedMultiplyAdd(r * error, MathF.FusedMultiplyAdd(error, TwoNinths, Third), r);

        float y = m * (r * r);
        float square = y * y;
        float squareRest = MathF.FusedMultiplyAdd(y, y, -square);
        float miss = MathF.FusedMultiplyAdd(-y, squareRest, MathF.FusedMultiplyAdd(-y, square, m));
        y = MathF.FusedMultiplyAdd(miss * Third, r * r, y);

        y = y * PowerOfTwo(shifted);
        y = subnormal ? y * RootOfTwoToMinus24 : y;
        y = magnitude > 0 && magnitude < float.PositiveInfinity ? y : magnitude;
        return MathF.CopySign(y, x);
    }
}
