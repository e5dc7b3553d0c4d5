using System.Runtime.CompilerServices;

namespace TypedTensors.Kernels;

public static partial class KernelMath
{
    /// <summary>The inverse tangent of x, between -π/2 and π/2.</summary>
    /// <remarks>
    /// <para>With t one of x, (x - 1)/(x + 1) and -1/x it is atan t, π/4 + atan t or π/2 + atan t, where |t| ≤ √2 - 1; t is a sum of two
    /// doubles.</para>
    /// <para>Largest error found: 0.73 ULP.</para>
    /// <para>Atan(±0) = ±0, Atan(±∞) = ±π/2, Atan(NaN) = NaN.</para>
    /// </remarks>
    [KernelFunction]
    public static double Atan(double x)
    {
        double magnitude = Math.Abs(x);
        bool small = magnitude <= AtanConstants.TanOfEighthPi;
        bool large = magnitude > AtanConstants.TanOfThreeEighthsPi;
        (double difference, double differenceLo) = TwoSum(magnitude, -1);
        (double sum, double sumLo) = TwoSum(magnitude, 1);
        double numerator = small ? magnitude : large ? -1 : difference;
        double numeratorLo = small || large ? 0 : differenceLo;
        double denominator = small ? 1 : large ? magnitude : sum;
        double denominatorLo = small || large ? 0 : sumLo;
        double turns = small ? 0.0 : large ? 2.0 : 1.0;
        double result = AtanOfQuotient(numerator, numeratorLo, denominator, denominatorLo, turns, 1);
        // The reciprocal of a very large number would not be normal; below 2^-28 the cube does not count.
        result = magnitude > 1e300 ? AtanConstants.HalfPi : result;
        return Math.CopySign(magnitude < 3.7252902984619140625E-09 ? magnitude : result, x);
    }

    /// <summary>The angle of the point (x, y), between -π and π.</summary>
    /// <remarks>
    /// <para>The angle of (|x|, |y|) is a multiple of π/4 plus the inverse tangent of a quotient t, |t| ≤ √2 - 1, as for
    /// <see cref="Atan(double)"/>: with a the smaller and b the larger of the two, t is a/b or (a - b)/(a + b). Points are scaled by a
    /// power of two, far from overflow and underflow.</para>
    /// <para>Largest error found: 0.71 ULP.</para>
    /// <para>As in C: Atan2(±0, x) is ±0 for x &gt; 0 and for +0, ±π for x &lt; 0 and for -0; Atan2(y, ±0) = ±π/2; infinities count as
    /// equal, so that Atan2(±∞, +∞) = ±π/4 and Atan2(±∞, -∞) = ±3π/4; with a NaN it is NaN.</para>
    /// </remarks>
    [KernelFunction]
    public static double Atan2(double y, double x)
    {
        double absX = Math.Abs(x);
        double absY = Math.Abs(y);
        bool steep = absY > absX;
        double larger = steep ? absY : absX;
        double smaller = steep ? absX : absY;
        // No sum overflows, and the remainder of the quotient is a normal number unless the quotient is zero.
        double scale = larger > AtanConstants.TwoTo700 ? AtanConstants.TwoToMinus100 : AtanConstants.TwoTo200;
        double b = larger * scale;
        double a = smaller * scale;
        bool infinite = larger == double.PositiveInfinity;
        a = infinite ? (smaller == double.PositiveInfinity ? 1.0 : 0.0) : a;
        b = infinite || larger == 0 ? 1 : b;

        // The angle is offset + direction · atan(a / b), and atan(a / b) in turn π/4 + atan((a - b) / (a + b)) where that is smaller.
        bool diagonal = a > b * AtanConstants.TanOfEighthPi;
        (double difference, double differenceLo) = FastTwoSum(-b, a);
        (double sum, double sumLo) = FastTwoSum(b, a);
        bool left = double.IsNegative(x);
        double direction = (steep ? -1.0 : 1.0) * (left ? -1.0 : 1.0);
        double turns = (steep ? 2.0 : left ? 4.0 : 0.0) + (diagonal ? direction : 0.0);
        double result = AtanOfQuotient(
            diagonal ? difference : a, diagonal ? differenceLo : 0, diagonal ? sum : b, diagonal ? sumLo : 0, turns, direction);
        return Math.CopySign(double.IsNaN(absX + absY) ? double.NaN : result, y);
    }

    /// <summary><c>turns · π/4 + direction · atan(t)</c> with <c>t = (a + aLo) / (b + bLo)</c> for |t| ≤ √2 - 1, where turns is 0 to 4 and
    /// direction ±1.</summary>
    /// <remarks>
    /// Minimax polynomial of degree 11 in t² (Sollya's fpminimax) for (atan t - t)/t³; the error of atan t is below 6.6e-20 of it.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static double AtanOfQuotient(double a, double aLo, double b, double bLo, double turns, double direction)
    {
        (double t, double tLo) = Quotient(a, aLo, b, bLo);
        double z = t * t;
        double z2 = z * z;
        double z4 = z2 * z2;
        double p0 = Math.FusedMultiplyAdd(0.19999999999998921, z, -0.3333333333333333);
        double p2 = Math.FusedMultiplyAdd(0.11111111095902071, z, -0.1428571428552682);
        double p4 = Math.FusedMultiplyAdd(0.07692287913848686, z, -0.090909083956074430);
        double p6 = Math.FusedMultiplyAdd(0.058776489757611315, z, -0.066662963676386480);
        double p8 = Math.FusedMultiplyAdd(0.045176726666331907, z, -0.052221397381477762);
        double p10 = Math.FusedMultiplyAdd(0.015487686855679882, z, -0.033781575295215763);
        double low = Math.FusedMultiplyAdd(Math.FusedMultiplyAdd(p6, z2, p4), z4, Math.FusedMultiplyAdd(p2, z2, p0));
        double p = Math.FusedMultiplyAdd(Math.FusedMultiplyAdd(p10, z2, p8), z4 * z4, low);
        double tail = Math.FusedMultiplyAdd(t * z, p, tLo);
        (double sum, double error) = FastTwoSum(turns * AtanConstants.QuarterPiHi, direction * t); // turns is short, but 3 · π/4 is rounded
        double rounded = Math.FusedMultiplyAdd(turns, AtanConstants.QuarterPiHi, -(turns * AtanConstants.QuarterPiHi));
        double offset = Math.FusedMultiplyAdd(turns, AtanConstants.QuarterPiLo, rounded);
        return sum + (error + Math.FusedMultiplyAdd(direction, tail, offset));
    }
}

/// <summary>Constants of the inverse tangent.</summary>
file static class AtanConstants
{
    public const double TanOfEighthPi = 0.41421356237309503;
    public const double TanOfThreeEighthsPi = 2.414213562373095;
    public const double HalfPi = 1.5707963267948966;
    public const double QuarterPiHi = 0.7853981633974483;
    public const double QuarterPiLo = 3.061616997868383E-17;
    public const double TwoTo700 = 5.260135901548374E+210;
    public const double TwoTo200 = 1.6069380442589903E+60;
    public const double TwoToMinus100 = 7.888609052210118E-31;
}
