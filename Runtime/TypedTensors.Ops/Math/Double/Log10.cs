namespace TypedTensors.Kernels;

public static partial class KernelMath
{
    /// <summary>The logarithm of x to the base 10.</summary>
    /// <remarks>
    /// <para><c>log10 x = k log10 2 + 2 atanh(s) log10 e</c>, see LogCore.cs; both products are taken to twice the precision. Of powers of
    /// ten that are doubles it is exact.</para>
    /// <para>Largest error found: 0.64 ULP.</para>
    /// <para>Log10(1) = +0, Log10(±0) = -∞, Log10(+∞) = +∞; of negative numbers and NaN it is NaN.</para>
    /// </remarks>
    [KernelFunction]
    public static double Log10(double x)
    {
        (double k, double m) = SplitExponent(x);
        (double log, double logLo) = LogReduced(m - 1);
        (double product, double productLo) = TwoProduct(log, Log10Constants.Log10EHi);
        productLo = Math.FusedMultiplyAdd(logLo, Log10Constants.Log10EHi, Math.FusedMultiplyAdd(log, Log10Constants.Log10ELo, productLo));
        (double sum, double error) = FastTwoSum(k * Log10Constants.Log10Of2Hi, product);
        return OrSpecialLog(x, sum + (error + Math.FusedMultiplyAdd(k, Log10Constants.Log10Of2Lo, productLo)));
    }
}

/// <summary>Constants of <see cref="KernelMath.Log10(double)"/>.</summary>
file static class Log10Constants
{
    public const double Log10EHi = 0.4342944819032518;
    public const double Log10ELo = 1.098319650216765E-17;
    /// <summary>The first 41 bits of log10 2, whose multiples by an exponent are exact.</summary>
    public const double Log10Of2Hi = 0.3010299956640665;
    public const double Log10Of2Lo = -8.532344317057107E-14;
}
