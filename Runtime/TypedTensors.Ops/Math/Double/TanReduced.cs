using System.Runtime.CompilerServices;

namespace TypedTensors.Kernels;

public static partial class KernelMath
{
    /// <summary>The tangent of x, for |x| ≤ 2^31; of larger numbers the value is not to be used.</summary>
    /// <remarks>
    /// <para><c>tan r = 2sc / (1 - 2s²)</c>, or its negative reciprocal, by the parity of k, where s and c are the sine and cosine of r/2,
    /// whose errors are a quarter of those of r. Products and quotient are sums of two doubles, with one division; see
    /// TrigonometricCore.cs.</para>
    /// <para>Largest error found: 0.61 ULP.</para>
    /// <para>TanReduced(±0) = ±0; of infinities and NaN it is NaN.</para>
    /// </remarks>
    [KernelFunction]
    public static double TanReduced(double x)
    {
        (double r, double rLo, double shifted) = ReduceByHalfPi(x);
        double value = TanPart(r, rLo, (BitConverter.DoubleToUInt64Bits(shifted) & 1) == 0);
        return Math.Abs(x) < 3.7252902984619140625E-09 ? x : value; // below 2^-28 the cube does not count
    }

    /// <summary>tan(r + rLo) for |r| ≤ 0.7855, or where not even its negative reciprocal.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static double TanPart(double r, double rLo, bool even)
    {
        (double sum1, double rest1, double sum2, double rest2) = SinCosReduced(0.5 * r, 0.5 * rLo);
        (double s, double sLo) = FastTwoSum(sum1, rest1);
        (double c, double cLo) = FastTwoSum(sum2, rest2);
        (double sine, double productLo) = TwoProduct(s, c); // half the sine and half the cosine of r
        double sineLo = productLo + Math.FusedMultiplyAdd(s, cLo, c * sLo);
        (double square, double squareLo) = TwoProduct(s, s);
        (double cosine, double error) = FastTwoSum(0.5, -square);
        double cosineLo = error - Math.FusedMultiplyAdd(2 * s, sLo, squareLo);

        (double quotient, double rest) =
            Quotient(even ? sine : -cosine, even ? sineLo : -cosineLo, even ? cosine : sine, even ? cosineLo : sineLo);
        return quotient + rest;
    }
}
