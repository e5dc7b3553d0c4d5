using static TypedTensors.Kernels.SingleConstants;

namespace TypedTensors.Kernels;

/// <content>What sine, cosine and tangent share: the reduction by multiples of pi / 2, and the polynomials on [-pi/4, pi/4].</content>
public static partial class KernelMath
{
    /// <summary>The largest magnitude that <see cref="ReduceAngle"/> is made for, 2^17.</summary>
    internal const float AngleLimit = 131072f;

    /// <summary>Writes x as n pi/2 + High + Low, where the low bits of Shifted are n; for |x| up to <see cref="AngleLimit"/>.</summary>
    /// <remarks>
    /// Cody and Waite's reduction in three parts. x - n HalfPi is exact: it is a multiple of 2^-24 (or of x's last bit) below 1. n
    /// HalfPiRest
    /// is split into a float and its rounding error, so that High has full relative precision even where x is all but a multiple of
    /// pi/2; the rest goes into Low. What pi/2 loses beyond the third part is below 2^-76 n.
    /// </remarks>
    internal static (float Shifted, float High, float Low) ReduceAngle(float x)
    {
        float shifted = MathF.FusedMultiplyAdd(x, TwoOverPi, Rounder);
        float n = shifted - Rounder;
        float r = MathF.FusedMultiplyAdd(n, -HalfPi, x);
        float product = n * HalfPiRest;
        float productRest = MathF.FusedMultiplyAdd(n, HalfPiRest, -product);
        float high = r - product;
        float low = ((r - high) - product) - productRest;
        return (shifted, high, MathF.FusedMultiplyAdd(n, -HalfPiLast, low));
    }

    /// <summary>sin(high + low), for |high| up to 0.8.</summary>
    /// <remarks>Minimax polynomial of degree 9, relative error 2^-32.2.</remarks>
    internal static float SinPart(float high, float low)
    {
        float square = high * high;
        float p = MathF.FusedMultiplyAdd(square, 2.790462E-06f, -0.00019849019f);
        p = MathF.FusedMultiplyAdd(square, p, 0.00833337f);
        p = MathF.FusedMultiplyAdd(square, p, -0.16666667f);
        return high + MathF.FusedMultiplyAdd(high * square, p, low);
    }

    /// <summary>cos(high + low), for |high| up to 0.8.</summary>
    /// <remarks>Minimax polynomial of degree 8, relative error 2^-32.5; 1 - high^2/2 is kept with its rounding error.</remarks>
    internal static float CosPart(float high, float low)
    {
        float square = high * high;
        float p = MathF.FusedMultiplyAdd(square, 2.4414254E-05f, -0.0013887142f);
        p = MathF.FusedMultiplyAdd(square, p, 0.041666664f);
        float half = -0.5f * high;
        float start = MathF.FusedMultiplyAdd(half, high, 1);
        float rest = MathF.FusedMultiplyAdd(half, high, 1 - start);
        rest = MathF.FusedMultiplyAdd(-high, low, rest);
        return start + MathF.FusedMultiplyAdd(square * square, p, rest);
    }

    /// <summary>The cube of x and its rounding error, given the square of x rounded.</summary>
    internal static (float High, float Low) CubeParts(float x, float square)
    {
        float cube = x * square;
        float rest = MathF.FusedMultiplyAdd(x, square, -cube);
        return (cube, MathF.FusedMultiplyAdd(x, MathF.FusedMultiplyAdd(x, x, -square), rest));
    }
}
