namespace TypedTensors.Kernels;

/// <summary>The constants that the float32 functions of <see cref="KernelMath"/> share.</summary>
/// <remarks>
/// A number that one float does not hold well enough is a sum: its rounding, and what the rounding lost. Every literal is the shortest
/// decimal that reads back as the intended float. Coefficients of polynomials stand in the polynomials; all of them were computed with
/// Sollya's <c>fpminimax</c> (minimax among polynomials with float coefficients, relative error).
/// </remarks>
static class SingleConstants
{
    /// <summary>The number of explicit bits in a float's mantissa.</summary>
    internal const int MantissaBits = 23;

    /// <summary>The sign and the exponent of a float.</summary>
    internal const int ExponentMask = unchecked((int)0xFF800000);

    /// <summary>The smallest normal float, 2^-126.</summary>
    internal const float SmallestNormal = 1.1754944E-38f;

    /// <summary>2^-25: below it f(x) = x + c x^2 + ..., with c at most 1/2, rounds to x.</summary>
    internal const float Negligible = 2.9802322E-08f;

    /// <summary>2^26: from here on x^2 + 1 and x + 1 are x^2 and x, as far as a float can tell.</summary>
    internal const float OneIsNegligible = 67108864f;

    /// <summary>1.5 * 2^23: adding it rounds a number below 2^22 to an integer, which then stands in the low bits of the sum.</summary>
    internal const float Rounder = 12582912f;

    /// <summary><see cref="Rounder"/> + 127: the low bits of the sum are a biased exponent, n + 127.</summary>
    internal const float ExponentRounder = 12583039f;

    /// <summary>
    /// <see cref="Rounder"/> + 254: the low bits are two biased exponents, what
    /// <see cref="KernelMath.ScaleByPowerOfTwo(float, float)"/> takes.
    /// </summary>
    internal const float WideExponentRounder = 12583166f;

    /// <summary>log2(e).</summary>
    internal const float Log2E = 1.442695f;

    /// <summary>log2(e) - <see cref="Log2E"/>.</summary>
    internal const float Log2ERest = 1.925963E-08f;

    /// <summary>ln(2).</summary>
    internal const float Ln2 = 0.6931472f;

    /// <summary>ln(2) - <see cref="Ln2"/>.</summary>
    internal const float Ln2Rest = -1.9046542E-09f;

    /// <summary>ln(2) to 15 bits, so that its product with an exponent is exact.</summary>
    internal const float Ln2Short = 0.69314575f;

    /// <summary>ln(2) - <see cref="Ln2Short"/>.</summary>
    internal const float Ln2ShortRest = 1.4286068E-06f;

    /// <summary>pi / 2.</summary>
    internal const float HalfPi = 1.5707964f;

    /// <summary>pi / 2 - <see cref="HalfPi"/>.</summary>
    internal const float HalfPiRest = -4.371139E-08f;

    /// <summary>pi / 2 - <see cref="HalfPi"/> - <see cref="HalfPiRest"/>.</summary>
    internal const float HalfPiLast = -1.7151245E-15f;

    /// <summary>2 / pi.</summary>
    internal const float TwoOverPi = 0.63661975f;
}
