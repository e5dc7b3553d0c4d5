using static TypedTensors.Kernels.SingleConstants;

namespace TypedTensors.Kernels;

public static partial class KernelMath
{
    /// <summary>The arc tangent of x, in radians.</summary>
    /// <remarks>
    /// Up to 1 a minimax polynomial (<see cref="AtanRest"/>); beyond, <c>pi/2 - atan(1/|x|)</c>, where the reciprocal's rounding
    /// error is made up for.
    /// Largest error over all floats: 1.01 ULP.
    /// </remarks>
    /// <param name="x">Any number.</param>
    /// <returns>±pi/2 at ±inf; ±0 at ±0; NaN at NaN. Subnormal numbers are returned as they are.</returns>
    [KernelFunction]
    public static float Atan(float x)
    {
        const float InverseIsNegligible = 1E30f;
        float magnitude = MathF.Abs(x);
        bool beyond = magnitude > 1;
        float inverse = 1 / magnitude;
        float inverseRest = inverse * MathF.FusedMultiplyAdd(-inverse, magnitude, 1);
        float s = beyond ? inverse : magnitude;
        float low = AtanRest(s, beyond && magnitude < InverseIsNegligible ? inverseRest : 0);
        float start = HalfPi - s;
        float startRest = (HalfPi - start) - s;
        return MathF.CopySign(beyond ? start + ((HalfPiRest - low) + startRest) : s + low, x);
    }

    /// <summary>The angle of the point (x, y), in radians: the arc tangent of y / x, in the quadrant that the signs say.</summary>
    /// <remarks>
    /// The angle of an octant, atan(smaller / larger) (<see cref="AtanRest"/>), and its reflections. Largest error found in 50 million
    /// pairs: 1.06 ULP.
    /// </remarks>
    /// <param name="y">The ordinate.</param>
    /// <param name="x">The abscissa.</param>
    /// <returns>
    /// A number in [-pi, pi] with the sign of y; for zeros and infinities the angles that C99 names, such as ±pi for y = ±0 and x = -0,
    /// and ±3pi/4 for y = ±inf and x = -inf; NaN where x or y is NaN.
    /// </returns>
    [KernelFunction]
    public static float Atan2(float y, float x)
    {
        const float Large = 68719476736f, Shrink = 9.313226E-10f, Enlarge = 1.8446744E+19f; // 2^36, 2^-30, 2^64
        float tall = MathF.Abs(y), wide = MathF.Abs(x);
        bool steep = tall > wide;
        float larger = steep ? tall : wide;
        float smaller = steep ? wide : tall;
        bool equal = larger == smaller && larger > 0; // also of two infinities
        float scale = larger > Large ? Shrink : Enlarge; // the reciprocal and the remainder are to be normal numbers
        larger = larger * scale;
        smaller = smaller * scale;
        float inverse = 1 / larger;
        float s = smaller * inverse;
        float rest = inverse * MathF.FusedMultiplyAdd(-s, larger, smaller);
        bool regular = larger > 0 && larger < float.PositiveInfinity && !equal;
        s = regular ? s : equal ? 1 : 0;
        float low = AtanRest(s, regular ? rest : 0);
        bool left = BitConverter.SingleToInt32Bits(x) < 0;
        float multiple = steep ? 1 : left ? 2 : 0; // of pi/2
        float sign = steep == left ? 1 : -1;
        float start = multiple * HalfPi;
        float term = sign * s;
        float sum = start + term;
        float sumRest = multiple > 0 ? term - (sum - start) : 0;
        float angle = sum + (MathF.FusedMultiplyAdd(sign, low, multiple * HalfPiRest) + sumRest);
        angle = float.IsNaN(x) || float.IsNaN(y) ? float.NaN : angle;
        return MathF.CopySign(angle, y);
    }

    /// <summary>atan(s + rest) - s, for s from 0 to 1 and rest within a unit in the last place of s.</summary>
    /// <remarks>
    /// Minimax polynomial s + s^3 P(s^2) of degree 19, relative error 2^-28.5, its last coefficient moved a little so that atan(1)
    /// is pi/4 rounded. The derivative 1 / (1 + s^2), with which rest counts, is
    /// a straight line by s^2, to 4 percent.
    /// </remarks>
    internal static float AtanRest(float s, float rest)
    {
        float square = s * s;
        float fourth = square * square;
        float p5 = MathF.FusedMultiplyAdd(square, -0.14264126f, 0.19998536f);
        float p9 = MathF.FusedMultiplyAdd(square, -0.08402056f, 0.109516546f);
        float p13 = MathF.FusedMultiplyAdd(square, -0.031157766f, 0.0579358f);
        float p17 = MathF.FusedMultiplyAdd(square, -0.0017914975f, 0.010904537f);
        float p = MathF.FusedMultiplyAdd(fourth * fourth, MathF.FusedMultiplyAdd(fourth, p17, p13), MathF.FusedMultiplyAdd(fourth, p9, p5));
        p = MathF.FusedMultiplyAdd(square, p, -0.333333f);
        (float cube, float cubeRest) = CubeParts(s, square);
        float low = rest * MathF.FusedMultiplyAdd(square, -0.457f, 0.957f);
        return MathF.FusedMultiplyAdd(cube, p, MathF.FusedMultiplyAdd(cubeRest, p, low));
    }
}
