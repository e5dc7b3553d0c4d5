namespace TypedTensors.Kernels;

/// <content>Sine, cosine and tangent of numbers beyond 2^31.</content>
/// <remarks>
/// M. Payne and R. Hanek, "Radian reduction for trigonometric functions" (1983): of the product x · 2/π only the bits around its point count, so x's 53 bits
/// are multiplied by the 192 bits of 2/π that reach there.
/// </remarks>
public static partial class KernelMath
{
    /// <summary>The sine of x, for |x| from 2^31 on.</summary>
    /// <param name="x">A number.</param>
    /// <returns>The sine; NaN at ±∞ and NaN; of numbers below 2^31 it is not to be used.</returns>
    [KernelFunction(BodyOnly = true)]
    internal static double SinOfLarge(double x)
    {
        (ulong quadrant, double r, double rLo) = ReduceLargeAngle(x);
        (double sine, double sineLo, double cosine, double cosineLo) = SinCosReduced(r, rLo);
        double value = (quadrant & 1) == 0 ? sine + sineLo : cosine + cosineLo;
        return BitConverter.UInt64BitsToDouble(BitConverter.DoubleToUInt64Bits(value) ^ ((quadrant & 2) << 62));
    }

    /// <summary>The cosine of x, for |x| from 2^31 on.</summary>
    /// <param name="x">A number.</param>
    /// <returns>The cosine; NaN at ±∞ and NaN; of numbers below 2^31 it is not to be used.</returns>
    [KernelFunction(BodyOnly = true)]
    internal static double CosOfLarge(double x)
    {
        (ulong quadrant, double r, double rLo) = ReduceLargeAngle(x);
        (double sine, double sineLo, double cosine, double cosineLo) = SinCosReduced(r, rLo);
        double value = (quadrant & 1) == 0 ? cosine + cosineLo : sine + sineLo;
        return BitConverter.UInt64BitsToDouble(BitConverter.DoubleToUInt64Bits(value) ^ (((quadrant + 1) & 2) << 62));
    }

    /// <summary>The tangent of x, for |x| from 2^31 on.</summary>
    /// <param name="x">A number.</param>
    /// <returns>The tangent; NaN at ±∞ and NaN; of numbers below 2^31 it is not to be used.</returns>
    [KernelFunction(BodyOnly = true)]
    internal static double TanOfLarge(double x)
    {
        (ulong quadrant, double r, double rLo) = ReduceLargeAngle(x);
        return TanPart(r, rLo, quadrant);
    }

    /// <summary>A word of 2/π: of the number whose first 64 bits are zero and whose next are those behind the point of 2/π.</summary>
    /// <param name="index">The word's number, from 0 to 18.</param>
    /// <returns>64 bits.</returns>
    [KernelFunction(BodyOnly = true)]
    internal static ulong TwoOverPiWord(int index) => index switch
    {
        0 => 0,
        1 => 0xA2F9836E4E441529,
        2 => 0xFC2757D1F534DDC0,
        3 => 0xDB6295993C439041,
        4 => 0xFE5163ABDEBBC561,
        5 => 0xB7246E3A424DD2E0,
        6 => 0x06492EEA09D1921C,
        7 => 0xFE1DEB1CB129A73E,
        8 => 0xE88235F52EBB4484,
        9 => 0xE99C7026B45F7E41,
        10 => 0x3991D639835339F4,
        11 => 0x9C845F8BBDF9283B,
        12 => 0x1FF897FFDE05980F,
        13 => 0xEF2F118B5A0A6D1F,
        14 => 0x6D367ECF27CB09B7,
        15 => 0x4F463F669E5FEA2D,
        16 => 0x7527BAC7EBE5F17B,
        17 => 0x3D0739F78A5292EA,
        _ => 0x6BFB5FB11F8D5D08,
    };

    /// <summary>Writes x as quadrant · π/2 + hi + lo, for |x| from 2^31 on; NaN for infinities and NaN.</summary>
    internal static (ulong quadrant, double hi, double lo) ReduceLargeAngle(double x)
    {
        const double Unit = 2.168404344971009E-19, HalfBits = 2.3283064365386963E-10; // 2^-62, 2^-32
        const double HalfPi = 1.5707963267948966, HalfPiRest = 6.123233995736766E-17;

        // |x| = significand · 2^(exponent - 63)
        ulong bits = BitConverter.DoubleToUInt64Bits(x);
        int exponent = (int)((bits >> 52) & 0x7FF) - 1023;
        ulong significand = (bits << 11) | 0x8000000000000000;
        int word = (exponent - 1) >> 6;
        int shift = (exponent - 1) & 63;
        ulong first = TwoOverPiWord(word), second = TwoOverPiWord(word + 1), third = TwoOverPiWord(word + 2), fourth = TwoOverPiWord(word + 3);
        first = (first << shift) | ((second >> 1) >> (63 - shift));
        second = (second << shift) | ((third >> 1) >> (63 - shift));
        third = (third << shift) | ((fourth >> 1) >> (63 - shift));

        // The product modulo 4, with 126 bits behind the point.
        ulong middle = significand * second;
        ulong rest = middle + HighProduct(significand, third);
        ulong whole = (significand * first) + HighProduct(significand, second) + (rest < middle ? 1UL : 0UL);
        ulong quadrant = (whole + 0x2000000000000000) >> 62;

        // What is left is between -1/2 and 1/2, in pieces of 32 bits that a double holds, of which the large ones cancel exactly.
        long left = (long)(whole << 2) >> 2;
        (double top, double topLo) = FastTwoSum((left >> 32) * 4294967296.0, left & 0xFFFFFFFF);
        (double bottom, double bottomLo) = FastTwoSum((rest >> 32) * HalfBits, (rest & 0xFFFFFFFF) * (HalfBits * HalfBits));
        (double sum, double sumLo) = FastTwoSum(top, bottom);
        double low = sumLo + (topLo + bottomLo);

        (double angle, double angleLo) = TwoProduct(sum, HalfPi);
        angleLo += Math.FusedMultiplyAdd(sum, HalfPiRest, low * HalfPi);
        (double hi, double lo) = FastTwoSum(angle * Unit, angleLo * Unit);
        hi = exponent == 1024 ? double.NaN : hi;
        return x < 0 ? (0 - quadrant, -hi, -lo) : (quadrant, hi, lo);
    }

    /// <summary>The upper 64 bits of a product, by parts of 32 bits.</summary>
    static ulong HighProduct(ulong a, ulong b)
    {
        ulong low = (a & 0xFFFFFFFF) * (b & 0xFFFFFFFF), mixed = (a >> 32) * (b & 0xFFFFFFFF), other = (a & 0xFFFFFFFF) * (b >> 32);
        ulong carried = (low >> 32) + (mixed & 0xFFFFFFFF) + other; // at most 2^64 - 1
        return ((a >> 32) * (b >> 32)) + (mixed >> 32) + (carried >> 32);
    }
}
