using System.Runtime.CompilerServices;

namespace TypedTensors.Kernels;

public static partial class KernelMath
{
    /// <summary>The tangent of x, for |x| ≤ 2^31; of larger numbers the value is not to be used.</summary>
    /// <remarks>
    /// <para><c>tan r = P / Q</c>, a rational function, or its negative reciprocal, by the parity of k. P and Q are sums of two doubles, with
    /// one division; see TrigonometricCore.cs.</para>
    /// <para>Largest error found: 0.78 ULP.</para>
    /// <para>TanReduced(±0) = ±0; of infinities and NaN it is NaN.</para>
    /// </remarks>
    [KernelFunction]
    public static double TanReduced(double x)
    {
        (double r, double rLo, double shifted) = ReduceByHalfPi(x);
        double value = TanPart(r, rLo, BitConverter.DoubleToUInt64Bits(shifted));
        return x == 0 ? x : value;
    }

    /// <summary>tan(r + rLo) for |r| ≤ 0.7855, or where the quadrant is odd its negative reciprocal.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static double TanPart(double r, double rLo, ulong quadrant)
    {
        (double p, double pLo, double q, double qLo) = TanParts(r, rLo);
        bool even = (quadrant & 1) == 0;
        double quotient = RoundedQuotient(even ? p : q, even ? pLo : qLo, even ? q : p, even ? qLo : pLo);
        return BitConverter.UInt64BitsToDouble(BitConverter.DoubleToUInt64Bits(quotient) ^ (quadrant << 63));
    }

    /// <summary>The tangent of x, for |x| ≤ 0.785: bit for bit <see cref="TanReduced(double)"/>, where that reduces nothing.</summary>
    [KernelFunction]
    internal static double TanSmall(double x)
    {
        (double p, double pLo, double q, double qLo) = TanParts(x, 0);
        double result = RoundedQuotient(p, pLo, q, qLo);
        return x == 0 ? x : result;
    }

    /// <summary>P and Q with <c>tan(r + rLo) = (p + pLo) / (q + qLo)</c>, for |r| ≤ 0.7855, to about 57 bits.</summary>
    /// <remarks>
    /// P = r + r³ w and Q are polynomials of degrees 4 and 3 in r² (Remez), relative error 2e-20. Q starts with <c>1 - 0.46 r²</c>, for which
    /// r² is taken to twice the precision.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static (double p, double pLo, double q, double qLo) TanParts(double r, double rLo)
    {
        const double First = -0.46432839763028736;
        double z = r * r;
        double z2 = z * z;
        double zLo = Math.FusedMultiplyAdd(r + r, rLo, Math.FusedMultiplyAdd(r, r, -z));
        double start = Math.FusedMultiplyAdd(First, z, 1);
        double startLo = Math.FusedMultiplyAdd(First, zLo, Math.FusedMultiplyAdd(First, z, 1 - start));
        double next = Math.FusedMultiplyAdd(-0.0002560484780003997, z, 0.024561269610548783);
        double q = Math.FusedMultiplyAdd(z2, next, start);
        double qLo = Math.FusedMultiplyAdd(z2, next, start - q) + startLo;

        double cube = r * z;
        double w0 = Math.FusedMultiplyAdd(0.003118470400452892, z, -0.13099506429695403);
        double w2 = Math.FusedMultiplyAdd(-1.7896430319190657E-08, z, -1.1157656933850488E-05);
        double w = Math.FusedMultiplyAdd(w2, z2, w0);
        double p = Math.FusedMultiplyAdd(cube, w, r);
        double pLo = Math.FusedMultiplyAdd(rLo, start, Math.FusedMultiplyAdd(cube, w, r - p)); // the derivative of P is close to Q's start
        return (p, pLo, q, qLo);
    }
}
