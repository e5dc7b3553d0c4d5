namespace TypedTensors.Kernels;

public static partial class KernelMath
{
    /// <summary>The logarithm of x to the base 2.</summary>
    /// <remarks>
    /// <para><c>log2 x = k + 2 atanh(s) log2 e</c>, see LogCore.cs; the product is taken to twice the precision. Of powers of two it is
    /// exact.</para>
    /// <para>Largest error found: 0.62 ULP.</para>
    /// <para>Log2(1) = +0, Log2(±0) = -∞, Log2(+∞) = +∞; of negative numbers and NaN it is NaN.</para>
    /// </remarks>
    [KernelFunction]
    public static double Log2(double x)
    {
        (double k, double m) = SplitExponent(x);
        (double log, double logLo) = LogReduced(m - 1);
        (double product, double productLo) = TwoProduct(log, Log2Constants.Log2EHi);
        productLo = Math.FusedMultiplyAdd(logLo, Log2Constants.Log2EHi, Math.FusedMultiplyAdd(log, Log2Constants.Log2ELo, productLo));
        (double sum, double error) = FastTwoSum(k, product);
        return OrSpecialLog(x, sum + (error + productLo));
    }
}

/// <summary>Constants of <see cref="KernelMath.Log2(double)"/>.</summary>
file static class Log2Constants
{
    public const double Log2EHi = 1.4426950408889634;
    public const double Log2ELo = 2.0355273740931033E-17;
}
