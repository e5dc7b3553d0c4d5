using static TypedTensors.Ops.Tests.Special;

namespace TypedTensors.Ops.Tests;

/// <summary>Arithmetic of floating dtypes. Values: NumPy 1.24 where it rounds exactly, else mpmath, with NumPy's special cases.</summary>
public class FloatingArithmeticTests
{
    [DeviceFact]
    public void FloorDivide_RoundsDownAndAgreesWithTheRemainder()
    {
        Check.Binary<double>((x, y) => x.FloorDivide(y), 0,
            (7, 2, 3), (-7, 2, -4), (7, -2, -4), (-7, -2, 3), (6, 3, 2), (0, 3, 0), (-0.0, 3, -0.0), (0, -3, -0.0), (1, 0.1, 9),
            (-1, 0.1, -10), (0.3, 0.1, 2), (1E+17, 3, 3.3333333333333332E+16), (-1E-20, 1, -1), (5, Inf, 0), (-5, Inf, -1));
        Check.Binary<float>((x, y) => x.FloorDivide(y), 0,
            (7, 2, 3), (-7, 2, -4), (7, -2, -4), (1, 0.1f, 9), (-1, 0.1f, -10), (10000000000f, 3, 3333333200f), (-5, Inf, -1));
        Check.BinaryHalf((x, y) => x.FloorDivide(y), 0, (7, 2, 3), (-7, 2, -4), (7, -2, -4), (1, 0.099975586f, 10), (0, -3, -0f));
    }

    [DeviceFact]
    public void FloorDivide_ByZero_IsInfinityOrNaN()
    {
        Check.Binary<double>((x, y) => x.FloorDivide(y), 0,
            (1, 0, Inf), (-1, 0, -Inf), (1, -0.0, -Inf), (0, 0, NaN), (Inf, 2, NaN), (NaN, 2, NaN), (2, NaN, NaN));
        Check.Binary<float>((x, y) => x.FloorDivide(y), 0, (1, 0, Inf), (-1, 0, -Inf), (0, 0, NaN), (Inf, 2, NaN), (NaN, 2, NaN));
    }

    [DeviceFact]
    public void Pow_FollowsC99()
    {
        Check.Binary<double>((x, y) => x.Pow(y), 1,
            (2, 10, 1024), (2, -1, 0.5), (2, 0.5, 1.4142135623730951), (-2, 3, -8), (-2, 2, 4), (10, -5, 1E-05),
            (0.3, 1.7, 0.12915348607498026), (1.0000001, 10000000, 2.7182816941320818), (0.001, 100, 1.000000000000002E-300),
            (-2, 0.5, NaN), (-8, 0.3333333333333333, NaN));
        Check.Binary<double>((x, y) => x.Pow(y), 0,
            (0, 0, 1), (0, -1, Inf), (-0.0, -1, -Inf), (-0.0, 3, -0.0), (NaN, 0, 1), (1, NaN, 1), (NaN, 1, NaN), (Inf, -1, 0),
            (-Inf, 3, -Inf), (-Inf, 2, Inf), (0.5, Inf, 0), (2, -Inf, 0), (-1, Inf, 1), (2, 2000, Inf), (2, -2000, 0));
        Check.Binary<float>((x, y) => x.Pow(y), 1,
            (2, 10, 1024), (2, 0.5f, 1.4142135f), (-2, 3, -8), (10, -5, 1E-05f), (0.3f, 1.7f, 0.12915349f), (1.001f, 1000, 2.7170508f),
            (-2, 0.5f, NaN), (0, 0, 1), (0, -1, Inf), (NaN, 0, 1), (1, NaN, 1), (Inf, -1, 0));
        Check.BinaryHalf((x, y) => x.Pow(y), 1,
            (2, 10, 1024), (2, 0.5f, 1.4140625f), (-2, 3, -8), (0.30004883f, 1.7001953f, 0.12915039f), (-2, 0.5f, NaN), (NaN, 0, 1));
    }

    [DeviceFact]
    public void Hypot_DoesNotOverflow_AndIsInfiniteBesideNaN()
    {
        Check.Binary<double>((x, y) => x.Hypot(y), 1,
            (3, 4, 5), (-3, 4, 5), (1, 1, 1.4142135623730951), (0, -2, 2), (0, -0.0, 0), (1E+200, 1E+200, 1.414213562373095E+200),
            (1E-200, 2E-200, 2.2360679774997897E-200), (5E-324, 0, 5E-324), (Inf, NaN, Inf), (NaN, -Inf, Inf), (NaN, 1, NaN),
            (1E+308, 1.7E+308, Inf));
        Check.Binary<float>((x, y) => x.Hypot(y), 1,
            (3, 4, 5), (-3, 4, 5), (1, 1, 1.4142135f), (0, -2, 2), (1E+30f, 1E+30f, 1.4142135E+30f), (1E-30f, 2E-30f, 2.236068E-30f),
            (Inf, NaN, Inf), (NaN, 1, NaN));
        Check.BinaryHalf((x, y) => x.Hypot(y), 1, (3, 4, 5), (1, 1, 1.4140625f), (30000, 40000, 49984), (Inf, NaN, Inf));
    }

    [DeviceFact]
    public void Reciprocal_OfZeros_IsInfiniteWithTheirSign()
    {
        Check.Unary<double>(x => x.Reciprocal(), 0,
            (1, 1), (-2, -0.5), (3, 0.3333333333333333), (0, Inf), (-0.0, -Inf), (Inf, 0), (-Inf, -0.0), (NaN, NaN), (1E-310, Inf));
        Check.Unary<float>(x => x.Reciprocal(), 0,
            (1, 1), (-2, -0.5f), (3, 0.33333334f), (0, Inf), (-0f, -Inf), (Inf, 0), (-Inf, -0f), (NaN, NaN));
        Check.UnaryHalf(x => x.Reciprocal(), 0, (1, 1), (-2, -0.5f), (3, 0.33325195f), (0, Inf), (-0f, -Inf), (Inf, 0));
    }

    [DeviceFact]
    public void Sqrt_OfNegatives_IsNaN()
    {
        Check.Unary<double>(x => x.Sqrt(), 0,
            (0, 0), (-0.0, -0.0), (4, 2), (2, 1.4142135623730951), (1E-320, 9.99994433575849E-161), (-1, NaN), (Inf, Inf), (-Inf, NaN),
            (NaN, NaN));
        Check.Unary<float>(x => x.Sqrt(), 0,
            (0, 0), (-0f, -0f), (4, 2), (2, 1.4142135f), (1E-40f, 9.999973E-21f), (-1, NaN), (Inf, Inf), (NaN, NaN));
        Check.UnaryHalf(x => x.Sqrt(), 0, (0, 0), (-0f, -0f), (4, 2), (2, 1.4140625f), (-1, NaN), (Inf, Inf));
    }

    [DeviceFact]
    public void Rsqrt_IsTheReciprocalOfTheRoot()
    {
        // Special cases: PyTorch 1.13.
        Check.Unary<double>(x => x.Rsqrt(), 1,
            (4, 0.5), (2, 0.7071067811865476), (0.1, 3.162277660168379), (1E-300, 1E+150), (0, Inf), (-0.0, -Inf), (-1, NaN), (Inf, 0),
            (NaN, NaN));
        Check.Unary<float>(x => x.Rsqrt(), 1,
            (4, 0.5f), (2, 0.70710677f), (0.1f, 3.1622777f), (1E-30f, 1000000000000000f), (0, Inf), (-0f, -Inf), (-1, NaN), (Inf, 0),
            (NaN, NaN));
        Check.UnaryHalf(x => x.Rsqrt(), 1, (4, 0.5f), (2, 0.70703125f), (0.099975586f, 3.1621094f), (0, Inf), (-1, NaN), (Inf, 0));
    }

    [DeviceFact]
    public void Cbrt_TakesNegativeNumbersToo()
    {
        Check.Unary<double>(x => x.Cbrt(), 1,
            (8, 2), (-27, -3), (2, 1.2599210498948732), (-0.1, -0.4641588833612779), (1E+300, 1E+100), (1E-310, 4.641588833612774E-104),
            (0, 0), (-0.0, -0.0), (Inf, Inf), (-Inf, -Inf), (NaN, NaN));
        Check.Unary<float>(x => x.Cbrt(), 1,
            (8, 2), (-27, -3), (2, 1.2599211f), (-0.1f, -0.4641589f), (1E+38f, 4641589000000f), (1E-40f, 4.6415806E-14f), (0, 0),
            (-0f, -0f), (Inf, Inf), (-Inf, -Inf), (NaN, NaN));
        Check.UnaryHalf(x => x.Cbrt(), 1, (8, 2), (-27, -3), (2, 1.2597656f), (-0f, -0f), (Inf, Inf));
    }

    [DeviceFact]
    public void CopySign_TakesTheSignOfZerosAndInfinities()
    {
        Check.Binary<double>((x, y) => x.CopySign(y), 0,
            (3, -1, -3), (-3, 1, 3), (-3, -0.0, -3), (3, 0, 3), (0, -2, -0.0), (Inf, -1, -Inf), (NaN, -1, NaN), (2, -Inf, -2));
        Check.Binary<float>((x, y) => x.CopySign(y), 0,
            (3, -1, -3), (-3, 1, 3), (-3, -0f, -3), (3, 0, 3), (0, -2, -0f), (Inf, -1, -Inf), (2, -Inf, -2));
        Check.BinaryHalf((x, y) => x.CopySign(y), 0, (3, -1, -3), (-3, 1, 3), (-3, -0f, -3), (0, -2, -0f));
    }

    [DeviceFact]
    public void Lerp_IsExactAtBothEnds()
    {
        // PyTorch, which fuses the multiplication into the addition: hence one ulp. Reckoned from x alone, the first case would give 0.
        Check.Ternary<double>((x, y, weight) => x.Lerp(y, weight), 1,
            (1E+17, 1, 1, 1), (1E+17, 1, 0, 1E+17), (1, 3, 0.25, 1.5), (1, 3, 0.5, 2), (1, 3, 0.75, 2.5), (0, 10, 1.5, 15),
            (0, 10, -1, -10), (-2, -4, 0.125, -2.25), (0.1, 0.7, 0.3, 0.27999999999999997), (1, Inf, 0.5, NaN), (NaN, 1, 0, NaN),
            (1, NaN, 0.5, NaN));
        Check.Ternary<float>((x, y, weight) => x.Lerp(y, weight), 1,
            (10000000000f, 1, 1, 1), (1, 3, 0.25f, 1.5f), (1, 3, 0.75f, 2.5f), (-2, -4, 0.125f, -2.25f), (0.1f, 0.7f, 0.3f, 0.28f),
            (NaN, 1, 0, NaN));
    }

    [DeviceFact]
    public void Ldexp_ScalesByPowersOfTwo_RoundingOnce()
    {
        // NumPy's ldexp
        Check.Binary<double, int, double>((x, exponent) => x.Ldexp(exponent), 0,
            (1, 10, 1024), (-0.75, -1, -0.375), (3, 0, 3), (1, 1024, Inf), (1, -1074, 5E-324), (1, -1075, 0), (1.5, -1075, 5E-324),
            (-1, -1076, -0.0), (5E-324, 2097, 8.98846567431158E+307), (5E-324, 2098, Inf), (0, 5, 0), (-0.0, 5, -0.0), (Inf, -2000, Inf),
            (NaN, 1, NaN), (1, int.MaxValue, Inf), (1, int.MinValue, 0));
        Check.Binary<float, int, float>((x, exponent) => x.Ldexp(exponent), 0,
            (1, 10, 1024), (-0.75f, -1, -0.375f), (1, 128, Inf), (1, -149, 1E-45f), (1, -150, 0), (1.5f, -150, 1E-45f), (-Inf, 3, -Inf),
            (NaN, 1, NaN));
    }
}
