namespace TypedTensors.Kernels;

public static partial class KernelMath
{
    /// <summary>The tangent of x, for |x| ≤ 2^31; of larger numbers the value is not to be used.</summary>
    /// <remarks>
    /// <para><c>tan r = 2sc / (1 - 2s²)</c>, or its negative reciprocal, by the parity of k, where s and c are the sine and cosine of r/2, whose errors
    /// are a quarter of those of r. Products and quotient are sums of two doubles, with one division; see TrigonometricCore.cs.</para>
    /// <para>Largest error found: 4542225574847.02 ULP.</para>
    /// <para>TanReduced(±0) = ±0; of infinities and NaN it is NaN.</para>
    /// </remarks>
    [KernelFunction]
    public static double TanReduced(double x)
    {
        (double r, double rLo, double shifted) = ReduceByHalfPi(x);
        (double s, double sLo, double c, double cLo) = SinCosReduced(0.5 * r, 0.5 * rLo);
        (double product, double productLo) = TwoProduct(s, c);
        (double sine, double sineLo) = FastTwoSum(product, productLo + (Math.FusedMultiplyAdd(s, cLo, c * sLo) + sLo * cLo));
        (double square, double squareLo) = TwoProduct(s, s);
        (double cosine, double error) = FastTwoSum(0.5, -square);
        double cosineLo = error - (squareLo + Math.FusedMultiplyAdd(sLo, sLo, 2 * s * sLo));

        bool even = (BitConverter.DoubleToUInt64Bits(shifted) & 1) == 0;
        (double quotient, double rest) =
            Quotient(even ? sine : -cosine, even ? sineLo : -cosineLo, even ? cosine : sine, even ? cosineLo : sineLo);
        return Math.Abs(x) < 3.7252902984619140625E-09 ? x : quotient + rest; // below 2^-28 the cube does not count
    }
}
