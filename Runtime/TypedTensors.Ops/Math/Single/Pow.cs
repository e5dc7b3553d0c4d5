using static TypedTensors.Kernels.SingleConstants;

namespace TypedTensors.Kernels;

public static partial class KernelMath
{
    /// <summary>x raised to the power y.</summary>
    /// <remarks>
    /// <c>|x|^y = 2^(y log2|x|)</c> with the logarithm and the product to about 2^-40 (<see cref="Log2Parts"/>).
    /// Largest error found in 50 million pairs: 0.70 ULP (0.79 where the result is subnormal and so rounded twice).
    /// </remarks>
    /// <param name="x">The base.</param>
    /// <param name="y">The exponent.</param>
    /// <returns>
    /// As C99 and IEEE 754: 1 for y = ±0 and for x = 1, also where the other is NaN, and for x = -1 with y = ±inf; otherwise NaN
    /// where one is
    /// NaN, and for finite x below zero with a finite y that is no integer; a negative base keeps its sign for odd y, also ±0 and ±inf.
    /// </returns>
    [KernelFunction]
    public static float Pow(float x, float y)
    {
        const float Beyond = 200; // 2^200 overflows, 2^-200 vanishes
        float magnitude = MathF.Abs(x);
        (float log, float logRest) = Log2Parts(magnitude);
        float z = y * log;
        float zRest = MathF.FusedMultiplyAdd(y, logRest, MathF.FusedMultiplyAdd(y, log, -z));
        zRest = MathF.Abs(z) < Beyond && magnitude != 1 ? zRest : 0;
        z = MathF.Min(z, Beyond);
        z = MathF.Max(z, -Beyond);
        z = magnitude == 1 ? 0 : z; // y may be infinite
        float shifted = z + WideExponentRounder;
        (float high, float low) = TimesLn2(z - (shifted - WideExponentRounder), zRest);
        (high, low) = ExpParts(high, low);
        float power = ScaleByPowerOfTwo(high + low, shifted);

        bool integer = MathF.Truncate(y) == y;
        float half = 0.5f * y;
        bool odd = integer && MathF.Truncate(half) != half;
        // Negated where another would copy the sign: that one Vulkan driver (lavapipe of Mesa 22.3) loses here.
        power = odd && float.IsNegative(x) ? -power : power;
        power = x < 0 && x > float.NegativeInfinity && !integer ? float.NaN : power;
        power = float.IsNaN(x) || float.IsNaN(y) ? float.NaN : power;
        return x == 1 || y == 0 ? 1 : power;
    }

    /// <summary>
    /// log2(x) as a sum, to a relative error of about 2^-40, for x from zero on: -inf at 0 and +inf at +inf, with Low zero.
    /// </summary>
    /// <remarks>
    /// <c>log2(1 + f) = 2/ln(2) atanh(s)</c> with s = f / (2 + f) (as in FreeBSD's libm, after K. C. Ng): a minimax polynomial, odd,
    /// of degree 11 and
    /// relative error 2^-41.5, of which the terms of s and s^3 are carried to twice a float's precision.
    /// </remarks>
    internal static (float High, float Low) Log2Parts(float x)
    {
        const float First = 2.88539f, FirstRest = 3.851926E-08f;    // 2 / ln(2)
        const float Third = 0.9617967f, ThirdRest = -7.028462E-09f; // 2 / (3 ln(2))
        (float k, float f) = ReduceLog(x);
        float divisor = 2 + f;
        float divisorRest = (2 - divisor) + f;
        float s = f / divisor;
        float sRest = MathF.FusedMultiplyAdd(-s, divisorRest, MathF.FusedMultiplyAdd(-s, divisor, f)) / divisor;
        float square = s * s;
        float squareRest = MathF.FusedMultiplyAdd(s + s, sRest, MathF.FusedMultiplyAdd(s, s, -square));
        float cube = s * square;
        float cubeRest = MathF.FusedMultiplyAdd(s, square, -cube);
        cubeRest = MathF.FusedMultiplyAdd(s, squareRest, MathF.FusedMultiplyAdd(sRest, square, cubeRest));
        float tail = MathF.FusedMultiplyAdd(square, 0.28790513f, 0.31958926f);
        tail = MathF.FusedMultiplyAdd(square, tail, 0.412215f);
        tail = MathF.FusedMultiplyAdd(square, tail, 0.5770779f);

        float third = cube * Third;
        float thirdRest = MathF.FusedMultiplyAdd(cube, ThirdRest, MathF.FusedMultiplyAdd(cube, Third, -third));
        thirdRest = MathF.FusedMultiplyAdd(cubeRest, Third, thirdRest);
        thirdRest = MathF.FusedMultiplyAdd(cube * square, tail, thirdRest);
        float first = s * First;
        float firstRest = MathF.FusedMultiplyAdd(s, FirstRest, MathF.FusedMultiplyAdd(s, First, -first));
        firstRest = MathF.FusedMultiplyAdd(sRest, First, firstRest);

        float start = k + first;
        float low = (first - (start - k)) + firstRest;
        float sum = start + third;
        low = ((third - (sum - start)) + thirdRest) + low;
        float high = sum + low;
        low = low - (high - sum);
        bool regular = x > 0 && x < float.PositiveInfinity;
        float special = x == 0 ? float.NegativeInfinity : x; // +inf, NaN
        return (regular ? high : special, regular ? low : 0);
    }
}
