namespace TypedTensors.Kernels;

public static partial class KernelMath
{
    /// <summary>10 to the power x.</summary>
    /// <remarks>
    /// <para><c>10^x = 2^k e^(f ln 10)</c> with <c>k = round(x / log10 2)</c> and <c>f = x - k log10 2</c>; f and its product with ln 10
    /// are taken to twice the precision. Powers of ten that are doubles come out exact.</para>
    /// <para>Largest error found: 0.64 ULP. Where the result is subnormal it is rounded twice: 1 ULP.</para>
    /// <para>Exp10(±0) = 1, Exp10(+∞) = +∞, Exp10(-∞) = +0, Exp10(NaN) = NaN. Above 308.25 the result is +∞, below -323.31 it is +0.</para>
    /// </remarks>
    [KernelFunction]
    public static double Exp10(double x)
    {
        double shifted = Math.FusedMultiplyAdd(x, Exp10Constants.Log2Of10, Exp10Constants.Shift);
        double k = shifted - Exp10Constants.Shift;
        double f = Math.FusedMultiplyAdd(k, -Exp10Constants.Log10Of2Hi, x); // exact: a multiple of 2^-55 below 0.16
        double fLo = k * -Exp10Constants.Log10Of2Lo;
        (double hi, double lo) = TwoProduct(f, Exp10Constants.Ln10Hi);
        lo = Math.FusedMultiplyAdd(fLo, Exp10Constants.Ln10Hi, Math.FusedMultiplyAdd(f, Exp10Constants.Ln10Lo, lo));
        (double value, double error) = ExpReduced(hi, lo);
        double result = MultiplyByPowerOfTwo(value + error, shifted);
        result = x > 308.25471555991675 ? double.PositiveInfinity : result;
        return x < -323.7 ? 0 : result;
    }
}

/// <summary>Constants of <see cref="KernelMath.Exp10(double)"/>; for the shift see ExpCore.cs.</summary>
file static class Exp10Constants
{
    public const double Shift = 6755399441057790;
    public const double Log2Of10 = 3.321928094887362;
    public const double Log10Of2Hi = 0.3010299956639812;
    public const double Log10Of2Lo = -2.8037281277851704E-18;
    public const double Ln10Hi = 2.302585092994046;
    public const double Ln10Lo = -2.1707562233822494E-16;
}
