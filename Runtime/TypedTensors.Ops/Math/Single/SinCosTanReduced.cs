using static TypedTensors.Kernels.SingleConstants;

namespace TypedTensors.Kernels;

public static partial class KernelMath
{
    /// <summary>The sine of x, in radians, for |x| up to 2^17 = 131072; <see cref="Sin(float)"/> takes any number.</summary>
    /// <remarks>
    /// With x = n pi/2 + r, ±sin(r) for even n and ±cos(r) for odd n (<see cref="ReduceAngle"/>).
    /// Largest error over all floats up to the limit: 0.83 ULP.
    /// </remarks>
    /// <param name="x">A number of magnitude up to 2^17.</param>
    /// <returns>±0 at ±0; NaN at ±inf and NaN; subnormal numbers as they are; beyond the limit, an arbitrary number.</returns>
    [KernelFunction]
    public static float SinReduced(float x)
    {
        (float shifted, float high, float low) = ReduceAngle(x);
        int quadrant = BitConverter.SingleToInt32Bits(shifted);
        float part = (quadrant & 1) != 0 ? CosPart(high, low) : SinPart(high, low);
        float sine = BitConverter.Int32BitsToSingle(BitConverter.SingleToInt32Bits(part) ^ ((quadrant & 2) << 30));
        return x == 0 ? x : sine;
    }

    /// <summary>The cosine of x, in radians, for |x| up to 2^17 = 131072; <see cref="Cos(float)"/> takes any number.</summary>
    /// <remarks>
    /// With x = n pi/2 + r, ±cos(r) for even n and ±sin(r) for odd n (<see cref="ReduceAngle"/>).
    /// Largest error over all floats up to the limit: 0.84 ULP.
    /// </remarks>
    /// <param name="x">A number of magnitude up to 2^17.</param>
    /// <returns>1 at ±0; NaN at ±inf and NaN; beyond the limit, an arbitrary number.</returns>
    [KernelFunction]
    public static float CosReduced(float x)
    {
        (float shifted, float high, float low) = ReduceAngle(x);
        int quadrant = BitConverter.SingleToInt32Bits(shifted);
        float part = (quadrant & 1) != 0 ? SinPart(high, low) : CosPart(high, low);
        return BitConverter.Int32BitsToSingle(BitConverter.SingleToInt32Bits(part) ^ (((quadrant + 1) & 2) << 30));
    }

    /// <summary>The tangent of x, in radians, for |x| up to 2^17 = 131072; <see cref="Tan(float)"/> takes any number.</summary>
    /// <remarks>
    /// With x = n pi/2 + r (<see cref="ReduceAngle"/>), t = tan(r) by a minimax polynomial of degree 15 and relative error 2^-29.1
    /// for even n,
    /// and -1/t for odd n, with t and its reciprocal to more than a float's precision. Largest error over all floats up to the
    /// limit: 1.04 ULP.
    /// </remarks>
    /// <param name="x">A number of magnitude up to 2^17.</param>
    /// <returns>±0 at ±0; NaN at ±inf and NaN; subnormal numbers as they are; beyond the limit, an arbitrary number.</returns>
    [KernelFunction]
    public static float TanReduced(float x)
    {
        (float shifted, float high, float low) = ReduceAngle(x);
        float value = TanPart(high, low, (BitConverter.SingleToInt32Bits(shifted) & 1) != 0);
        return x == 0 ? x : value;
    }

    /// <summary>tan(high + low), or where odd its negative reciprocal, for |high| up to 0.8.</summary>
    internal static float TanPart(float high, float low, bool odd)
    {
        float square = high * high, fourth = square * square;
        float p5 = MathF.FusedMultiplyAdd(square, 0.054082673f, 0.13332468f);
        float p9 = MathF.FusedMultiplyAdd(square, 0.011152825f, 0.021162041f);
        float p13 = MathF.FusedMultiplyAdd(square, 0.0045798384f, -0.00031821596f);
        float p = MathF.FusedMultiplyAdd(fourth, MathF.FusedMultiplyAdd(fourth, p13, p9), p5);
        p = MathF.FusedMultiplyAdd(square, p, 0.33333355f);
        (float cube, float cubeRest) = CubeParts(high, square);
        float tail = MathF.FusedMultiplyAdd(cubeRest, p, MathF.FusedMultiplyAdd(square, low, low));
        tail = MathF.FusedMultiplyAdd(cube, p, tail);
        float tangent = high + tail;
        float rest = tail - (tangent - high);
        float inverse = -1 / tangent;
        float miss = MathF.FusedMultiplyAdd(inverse, rest, MathF.FusedMultiplyAdd(inverse, tangent, 1));
        float cotangent = MathF.FusedMultiplyAdd(inverse, miss, inverse);
        return odd ? cotangent : tangent;
    }
}
