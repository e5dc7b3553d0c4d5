using System.Runtime.CompilerServices;

namespace TypedTensors.Kernels;

/// <content>Numbers of twice the precision of <see cref="double"/>, held as an unevaluated sum <c>hi + lo</c>.</content>
/// <remarks>
/// The building blocks are those of T. J. Dekker, "A floating-point technique for extending the available precision" (1971), and D. E.
/// Knuth, TAOCP vol. 2, 4.2.2; with a fused multiply-add the error of a product is one instruction (J.-M. Muller et al., "Handbook of
/// Floating-Point Arithmetic", chapter 5). Results are normalised, that is <c>|lo| ≤ ulp(hi) / 2</c>, where a summary says so.
/// </remarks>
public static partial class KernelMath
{
    /// <summary>The rounded sum of any two numbers, and its rounding error: <c>hi + lo = a + b</c> exactly.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static (double hi, double lo) TwoSum(double a, double b)
    {
        double sum = a + b;
        double b1 = sum - a;
        double lo = (a - (sum - b1)) + (b - b1);
        return (sum, lo);
    }

    /// <summary>As <see cref="TwoSum(double, double)"/>, in half the operations, for <c>|a| ≥ |b|</c> or <c>a = 0</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static (double hi, double lo) FastTwoSum(double a, double b)
    {
        double sum = a + b;
        double lo = b - (sum - a);
        return (sum, lo);
    }

    /// <summary>The rounded product, and its rounding error: <c>hi + lo = a * b</c> exactly, but where <c>lo</c> is subnormal.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static (double hi, double lo) TwoProduct(double a, double b)
    {
        double product = a * b;
        double lo = Math.FusedMultiplyAdd(a, b, -product);
        return (product, lo);
    }

    /// <summary>The quotient <c>(a + aLo) / (b + bLo)</c> as <c>hi + lo</c>, normalised, to about 100 bits, with one division.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static (double hi, double lo) Quotient(double a, double aLo, double b, double bLo)
    {
        double reciprocal = 1 / b;
        double quotient = a * reciprocal;
        // The remainder is exact but for its last term; the quotient is off by an ulp or two, so that the correction is not negligible.
        double remainder = Math.FusedMultiplyAdd(-quotient, b, a) + Math.FusedMultiplyAdd(-quotient, bLo, aLo);
        return FastTwoSum(quotient, remainder * reciprocal);
    }

    /// <summary>The quotient <c>(a + aLo) / (b + bLo)</c>, rounded once but for a hundredth of an ulp, with one division.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static double RoundedQuotient(double a, double aLo, double b, double bLo)
    {
        double reciprocal = 1 / b;
        double quotient = a * reciprocal;
        double remainder = Math.FusedMultiplyAdd(-quotient, b, a) + Math.FusedMultiplyAdd(-quotient, bLo, aLo);
        return Math.FusedMultiplyAdd(remainder, reciprocal, quotient);
    }

    /// <summary>The square root of <c>a + aLo ≥ 0</c> as <c>hi + lo</c>, to about 100 bits; of zero, zero.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static (double hi, double lo) SquareRoot(double a, double aLo)
    {
        double root = Math.Sqrt(a);
        double lo = (Math.FusedMultiplyAdd(-root, root, a) + aLo) / (root + root);
        return (root, a == 0 ? 0 : lo);
    }
}
