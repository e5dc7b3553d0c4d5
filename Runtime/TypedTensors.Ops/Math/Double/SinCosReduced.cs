namespace TypedTensors.Kernels;

public static partial class KernelMath
{
    /// <summary>The sine of x, for |x| ≤ 2^31; of larger numbers the value is not to be used.</summary>
    /// <remarks>
    /// <para>±sin r or ±cos r, by the quadrant k mod 4; see TrigonometricCore.cs.</para>
    /// <para>Largest error found: 0.71 ULP.</para>
    /// <para>SinReduced(±0) = ±0; of infinities and NaN it is NaN.</para>
    /// </remarks>
    [KernelFunction]
    public static double SinReduced(double x)
    {
        (double r, double rLo, double shifted) = ReduceByHalfPi(x);
        (double sine, double sineLo, double cosine, double cosineLo) = SinCosReduced(r, rLo);
        ulong quadrant = BitConverter.DoubleToUInt64Bits(shifted);
        double value = (quadrant & 1) == 0 ? sine + sineLo : cosine + cosineLo;
        double result = BitConverter.UInt64BitsToDouble(BitConverter.DoubleToUInt64Bits(value) ^ ((quadrant & 2) << 62));
        return x == 0 ? x : result;
    }

    /// <summary>The cosine of x, for |x| ≤ 2^31; of larger numbers the value is not to be used.</summary>
    /// <remarks>
    /// <para>±cos r or ±sin r, by the quadrant k mod 4; see TrigonometricCore.cs.</para>
    /// <para>Largest error found: 0.72 ULP.</para>
    /// <para>CosReduced(±0) = 1; of infinities and NaN it is NaN.</para>
    /// </remarks>
    [KernelFunction]
    public static double CosReduced(double x)
    {
        (double r, double rLo, double shifted) = ReduceByHalfPi(x);
        (double sine, double sineLo, double cosine, double cosineLo) = SinCosReduced(r, rLo);
        ulong quadrant = BitConverter.DoubleToUInt64Bits(shifted);
        double value = (quadrant & 1) == 0 ? cosine + cosineLo : sine + sineLo;
        return BitConverter.UInt64BitsToDouble(BitConverter.DoubleToUInt64Bits(value) ^ (((quadrant + 1) & 2) << 62));
    }
}
