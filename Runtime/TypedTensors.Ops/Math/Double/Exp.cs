namespace TypedTensors.Kernels;

public static partial class KernelMath
{
    /// <summary>e to the power x.</summary>
    /// <remarks>
    /// <para><c>e^x = 2^k e^r</c> with <c>k = round(x / ln 2)</c>; e^r is a polynomial whose leading terms 1 + r are added without error
    /// (Cody and Waite; P. T. P. Tang, "Table-driven implementation of the exponential function", 1989, without the table).</para>
    /// <para>Largest error found: 0.64 ULP. Where the result is subnormal it is rounded twice: 1 ULP.</para>
    /// <para>Exp(±0) = 1, Exp(+∞) = +∞, Exp(-∞) = +0, Exp(NaN) = NaN. Above 709.78 the result is +∞, below -745.13 it is +0.</para>
    /// </remarks>
    [KernelFunction]
    public static double Exp(double x)
    {
        (double hi, double lo, double shifted) = ReduceByLn2(x);
        (double value, double error) = ExpReduced(hi, lo);
        double result = MultiplyByPowerOfTwo(value + error, shifted);
        result = x > 709.782712893384 ? double.PositiveInfinity : result;
        return x < -745.14 ? 0 : result;
    }
}
