using static TypedTensors.Kernels.SingleConstants;

namespace TypedTensors.Kernels;

public static partial class KernelMath
{
    /// <summary>The hyperbolic tangent of x.</summary>
    /// <remarks>
    /// <c>|x| = n ln(4) + r</c> with n = 0 below 0.88 and r in [-0.61, 0.88], and <c>tanh(r) = r P(r^2) / Q(r^2)</c>, so that
    /// <c>e^2|x| = 16^n (Q + r P) / (Q - r P)</c>. One division serves two formulas that both end with the addition of a small number:
    /// <c>x - x^3 K / Q</c> with K = (Q - P) / r^2 below 0.88, and <c>1 - 2 / (e^2|x| + 1)</c> from there on. K / Q is a minimax rational
    /// function of r^2, of degrees 1 and 2 (Remez, then the best of the float coefficients nearby), for |r| up to 0.88; P = Q - r^2 K.
    /// The relative error of tanh(r) is 2^-25.2. Largest error over all floats: 1.53 ULP. From 0.0001 to 9.02, 94.7 % of the results
    /// are the nearest floats; of the rest three are two floats away from those, and all others one.
    /// </remarks>
    /// <param name="x">Any number.</param>
    /// <returns>±1 at ±inf and beyond ±9.02; ±0 at ±0; NaN at NaN. Subnormal numbers are returned as they are.</returns>
    [KernelFunction]
    public static float Tanh(float x)
    {
        const float OneAsFarAsFloatsTell = 10, Ln4 = 1.3862944f;
        const float StepsPerUnit = 0.73f, Origin = 159.3576f; // 160 at 0.88; a little more than one step per ln(4)
        const int Whole = unchecked((int)0xFFFF0000), ThreeQuarters = 0xC000; // of a float in [128, 256)
        float magnitude = float.MinNative(OneAsFarAsFloatsTell, MathF.Abs(x)); // the second one, if that is NaN
        int bits = BitConverter.SingleToInt32Bits(MathF.FusedMultiplyAdd(magnitude, StepsPerUnit, Origin));
        bits = (bits & Whole) | ThreeQuarters;
        float n = BitConverter.Int32BitsToSingle(bits) - 159.75f;
        float power = BitConverter.Int32BitsToSingle(bits << 9); // 16^n: the bits of n + 31.75 are those of 4n + 127
        float r = MathF.FusedMultiplyAdd(n, -Ln4, magnitude);

        float square = r * r;
        float k = square + 35.819252f;
        float q = MathF.FusedMultiplyAdd(square, square + 45.98109f, 107.458f);
        float p = MathF.FusedMultiplyAdd(square, 10.161839f, 107.458f);
        float numerator = MathF.FusedMultiplyAdd(r, p, q);
        float denominator = MathF.FusedMultiplyAdd(-r, p, q);
        float divisor = MathF.FusedMultiplyAdd(power, numerator, denominator); // 2 Q, if n = 0
        float quotient = (n == 0 ? r * square * k : denominator) / divisor;
        return MathF.CopySign(MathF.FusedMultiplyAdd(-2, quotient, n == 0 ? r : 1), x);
    }
}
