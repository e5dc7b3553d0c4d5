namespace TypedTensors.Kernels;

public static partial class KernelMath
{
    /// <summary>The cube root of x.</summary>
    /// <remarks>
    /// <para>|x| = 2^3q m with m between 2^-1.5 and 2^1.5. A polynomial gives y near m^(-1/3); one step of fourth order,
    /// <c>y (1 + e/3 + 2e²/9 + 14e³/81)</c> with <c>e = 1 - m y³</c> (the binomial series), makes that 33 bits, and a step of Newton's
    /// method on
    /// <c>c = m y²</c>, with c³ to twice the precision, the rest. Perfect cubes come out exact.</para>
    /// <para>The polynomial of degree 5 is minimax (Sollya's fpminimax) with a relative error below 0.0031.</para>
    /// <para>Largest error found: 0.57 ULP.</para>
    /// <para>Cbrt(±0) = ±0, Cbrt(±∞) = ±∞, Cbrt(NaN) = NaN.</para>
    /// </remarks>
    [KernelFunction]
    public static double Cbrt(double x)
    {
        double magnitude = Math.Abs(x);
        (double k, double mantissa) = SplitExponent(magnitude);
        double shifted = Math.FusedMultiplyAdd(k, CbrtConstants.Third, CbrtConstants.Shift); // q + 1023 in the low bits
        double remainder = Math.FusedMultiplyAdd(shifted - CbrtConstants.Shift, -3, k); // -1, 0 or 1
        double m = mantissa * (remainder < 0 ? 0.5 : remainder > 0 ? 2.0 : 1.0);

        double p = Math.FusedMultiplyAdd(-0.035686832567100556, m, 0.3345232242542597);
        p = Math.FusedMultiplyAdd(p, m, -1.2355472466826738);
        p = Math.FusedMultiplyAdd(p, m, 2.306025935605238);
        p = Math.FusedMultiplyAdd(p, m, -2.386687084144316);
        double estimate = Math.FusedMultiplyAdd(p, m, 2.0151100349024671);
        double e = Math.FusedMultiplyAdd(-m * estimate, estimate * estimate, 1);
        double series = Math.FusedMultiplyAdd(Math.FusedMultiplyAdd(14.0 / 81, e, 2.0 / 9), e, CbrtConstants.Third);
        double y = Math.FusedMultiplyAdd(estimate * e, series, estimate);

        double y2 = y * y;
        double c = m * y2;
        (double square, double squareLo) = TwoProduct(c, c);
        double excess = Math.FusedMultiplyAdd(-squareLo, c, Math.FusedMultiplyAdd(-square, c, m)); // m - c³
        double root = Math.FusedMultiplyAdd(excess * y2, CbrtConstants.Third, c); // 1 / 3c² is y²/3

        double scale = BitConverter.UInt64BitsToDouble(BitConverter.DoubleToUInt64Bits(shifted) << 52);
        double result = magnitude > 0 && magnitude < double.PositiveInfinity ? root * scale : magnitude;
        return Math.CopySign(result, x);
    }
}

/// <summary>Constants of <see cref="KernelMath.Cbrt(double)"/>.</summary>
file static class CbrtConstants
{
    public const double Third = 0.3333333333333333;
    /// <summary>1.5·2^52 + 1023: a rounded exponent added to it is biased, in the low bits.</summary>
    public const double Shift = 6755399441056767;
}
