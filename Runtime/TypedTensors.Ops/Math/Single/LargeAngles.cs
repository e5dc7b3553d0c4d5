using static TypedTensors.Kernels.SingleConstants;

namespace TypedTensors.Kernels;

/// <content>Sine, cosine and tangent beyond <see cref="AngleLimit"/>.</content>
/// <remarks>
/// M. Payne and R. Hanek, "Radian reduction for trigonometric functions" (1983): of the product x · 2/pi only the bits around its point count, so x's 24 bits
/// are multiplied by the 96 bits of 2/pi that reach there. Whole numbers of 32 bits do it, which every device has.
/// </remarks>
public static partial class KernelMath
{
    /// <summary>The sine of x, for |x| from 2^17 on.</summary>
    /// <param name="x">A number.</param>
    /// <returns>The sine; NaN at ±inf and NaN; of numbers below 2^17 it is not to be used.</returns>
    [KernelFunction(BodyOnly = true)]
    internal static float SinOfLarge(float x)
    {
        (int quadrant, float high, float low) = ReduceLargeAngle(x);
        float part = (quadrant & 1) != 0 ? CosPart(high, low) : SinPart(high, low);
        return BitConverter.Int32BitsToSingle(BitConverter.SingleToInt32Bits(part) ^ ((quadrant & 2) << 30));
    }

    /// <summary>The cosine of x, for |x| from 2^17 on.</summary>
    /// <param name="x">A number.</param>
    /// <returns>The cosine; NaN at ±inf and NaN; of numbers below 2^17 it is not to be used.</returns>
    [KernelFunction(BodyOnly = true)]
    internal static float CosOfLarge(float x)
    {
        (int quadrant, float high, float low) = ReduceLargeAngle(x);
        float part = (quadrant & 1) != 0 ? SinPart(high, low) : CosPart(high, low);
        return BitConverter.Int32BitsToSingle(BitConverter.SingleToInt32Bits(part) ^ (((quadrant + 1) & 2) << 30));
    }

    /// <summary>The tangent of x, for |x| from 2^17 on.</summary>
    /// <param name="x">A number.</param>
    /// <returns>The tangent; NaN at ±inf and NaN; of numbers below 2^17 it is not to be used.</returns>
    [KernelFunction(BodyOnly = true)]
    internal static float TanOfLarge(float x)
    {
        (int quadrant, float high, float low) = ReduceLargeAngle(x);
        return TanPart(high, low, (quadrant & 1) != 0);
    }

    /// <summary>Writes x as Quadrant pi/2 + High + Low, for |x| from 2^17 on; NaN for infinities and NaN.</summary>
    internal static (int Quadrant, float High, float Low) ReduceLargeAngle(float x)
    {
        const float Unit = 9.313226E-10f, HalfBits = 1.5258789E-05f; // 2^-30, 2^-16

        // |x| = significand 2^(exponent - 31); the words of 2/pi are those of a number whose first 32 bits are zero.
        uint bits = BitConverter.SingleToUInt32Bits(x);
        int exponent = (int)((bits >> 23) & 0xFF) - 127;
        uint significand = (bits << 8) | 0x80000000;
        int word = (exponent - 1) >> 5;
        int shift = (exponent - 1) & 31;
        uint first = word == 0 ? 0 : word == 1 ? 0xA2F9836E : word == 2 ? 0x4E441529 : 0xFC2757D1;
        uint second = word == 0 ? 0xA2F9836E : word == 1 ? 0x4E441529 : word == 2 ? 0xFC2757D1 : 0xF534DDC0;
        uint third = word == 0 ? 0x4E441529 : word == 1 ? 0xFC2757D1 : word == 2 ? 0xF534DDC0 : 0xDB629599;
        uint fourth = word == 0 ? 0xFC2757D1 : word == 1 ? 0xF534DDC0 : word == 2 ? 0xDB629599 : 0x3C439041;
        first = (first << shift) | ((second >> 1) >> (31 - shift));
        second = (second << shift) | ((third >> 1) >> (31 - shift));
        third = (third << shift) | ((fourth >> 1) >> (31 - shift));

        // The product modulo 4, with 62 bits behind the point.
        uint middle = significand * second;
        uint rest = middle + HighProduct(significand, third);
        uint whole = (significand * first) + HighProduct(significand, second) + (rest < middle ? 1u : 0u);
        int quadrant = (int)((whole + 0x20000000) >> 30);

        // What is left is between -1/2 and 1/2, in pieces of 16 bits that a float holds, of which the large ones cancel exactly.
        int left = (int)(whole << 2) >> 2;
        (float top, float topRest) = AddParts((left >> 16) * 65536f, left & 0xFFFF);
        (float bottom, float bottomRest) = AddParts((rest >> 16) * HalfBits, (rest & 0xFFFF) * (HalfBits * HalfBits));
        (float sum, float sumRest) = AddParts(top, bottom);
        float low = sumRest + (topRest + bottomRest);

        float angle = sum * HalfPi;
        float angleRest = MathF.FusedMultiplyAdd(sum, HalfPi, -angle) + MathF.FusedMultiplyAdd(sum, HalfPiRest, low * HalfPi);
        (float high, float highRest) = AddParts(angle * Unit, angleRest * Unit);
        high = exponent == 128 ? float.NaN : high;
        return x < 0 ? (-quadrant, -high, -highRest) : (quadrant, high, highRest);
    }

    /// <summary>a + b and its rounding error, for |a| not below |b|, or a zero (T. J. Dekker's fast two-sum).</summary>
    static (float High, float Low) AddParts(float a, float b)
    {
        float sum = a + b;
        return (sum, b - (sum - a));
    }

    /// <summary>The upper 32 bits of a product, by parts of 16 bits.</summary>
    static uint HighProduct(uint a, uint b)
    {
        uint low = (a & 0xFFFF) * (b & 0xFFFF), mixed = (a >> 16) * (b & 0xFFFF), other = (a & 0xFFFF) * (b >> 16);
        uint carried = (low >> 16) + (mixed & 0xFFFF) + other; // at most 2^32 - 1
        return ((a >> 16) * (b >> 16)) + (mixed >> 16) + (carried >> 16);
    }
}
