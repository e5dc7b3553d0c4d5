using static TypedTensors.Ops.Tests.Special;

namespace TypedTensors.Ops.Tests;

/// <summary>Hyperbolic functions. Values: mpmath (200 bits, rounded), and NumPy's special cases.</summary>
public class HyperbolicTests
{
    [DeviceFact]
    public void Sinh_OverflowsWithItsSign()
    {
        Check.Unary<double>(x => x.Sinh(), 1,
            (0, 0), (-0.0, -0.0), (0.5, 0.5210953054937474), (-3, -10.017874927409903), (1E-10, 1E-10), (710, 1.1169973830808555E+308),
            (-711, -Inf), (Inf, Inf), (-Inf, -Inf), (NaN, NaN));
        Check.Unary<float>(x => x.Sinh(), 1,
            (0, 0), (-0f, -0f), (0.5f, 0.5210953f), (-3, -10.017875f), (1E-10f, 1E-10f), (89, 2.2448064E+38f), (-90, -Inf), (Inf, Inf),
            (-Inf, -Inf), (NaN, NaN));
        Check.UnaryHalf(x => x.Sinh(), 1, (0, 0), (-0f, -0f), (0.5f, 0.5209961f), (-3, -10.015625f), (12, Inf), (-12, -Inf), (NaN, NaN));
    }

    [DeviceFact]
    public void Cosh_IsEven()
    {
        Check.Unary<double>(x => x.Cosh(), 1,
            (0, 1), (-0.0, 1), (0.5, 1.1276259652063807), (-0.5, 1.1276259652063807), (-3, 10.067661995777765),
            (710, 1.1169973830808555E+308), (-711, Inf), (Inf, Inf), (-Inf, Inf), (NaN, NaN));
        Check.Unary<float>(x => x.Cosh(), 1,
            (0, 1), (0.5f, 1.127626f), (-0.5f, 1.127626f), (-3, 10.067662f), (89, 2.2448064E+38f), (-90, Inf), (Inf, Inf), (-Inf, Inf),
            (NaN, NaN));
        Check.UnaryHalf(x => x.Cosh(), 1, (0, 1), (0.5f, 1.1279297f), (-3, 10.0703125f), (12, Inf), (NaN, NaN));
    }

    [DeviceFact]
    public void Tanh_SaturatesAtOne()
    {
        Check.Unary<double>(x => x.Tanh(), 1,
            (0, 0), (-0.0, -0.0), (0.5, 0.46211715726000974), (-3, -0.9950547536867305), (1E-10, 1E-10), (20, 1), (-30, -1), (Inf, 1),
            (-Inf, -1), (NaN, NaN));
        Check.Unary<float>(x => x.Tanh(), 1,
            (0, 0), (-0f, -0f), (0.5f, 0.46211717f), (-3, -0.9950548f), (1E-10f, 1E-10f), (10, 1), (Inf, 1), (-Inf, -1), (NaN, NaN));
        Check.UnaryHalf(x => x.Tanh(), 1, (0, 0), (-0f, -0f), (0.5f, 0.4621582f), (-3, -0.9951172f), (5, 1), (Inf, 1), (NaN, NaN));
    }

    [DeviceFact]
    public void Asinh_IsOddAndDoesNotOverflow()
    {
        Check.Unary<double>(x => x.Asinh(), 1,
            (0, 0), (-0.0, -0.0), (0.5, 0.48121182505960347), (-3, -1.8184464592320668), (1E-10, 1E-10), (1E+300, 691.4686750787737),
            (-10000000000, -23.7189981105004), (Inf, Inf), (-Inf, -Inf), (NaN, NaN));
        Check.Unary<float>(x => x.Asinh(), 1,
            (0, 0), (-0f, -0f), (0.5f, 0.4812118f), (-3, -1.8184465f), (1E-10f, 1E-10f), (1E+38f, 88.19138f), (Inf, Inf), (-Inf, -Inf),
            (NaN, NaN));
        Check.UnaryHalf(x => x.Asinh(), 1,
            (0, 0), (-0f, -0f), (0.5f, 0.48120117f), (-3, -1.8183594f), (65504, 11.78125f), (Inf, Inf), (NaN, NaN));
    }

    [DeviceFact]
    public void Acosh_IsNaNBelowOne()
    {
        Check.Unary<double>(x => x.Acosh(), 1,
            (1, 0), (1.0000001, 0.0004472135919037347), (1.5, 0.9624236501192069), (10, 2.993222846126381), (1E+300, 691.4686750787737),
            (0.9, NaN), (0, NaN), (-1, NaN), (Inf, Inf), (-Inf, NaN), (NaN, NaN));
        Check.Unary<float>(x => x.Acosh(), 1,
            (1, 0), (1.001f, 0.04471868f), (1.5f, 0.9624236f), (10, 2.993223f), (1E+38f, 88.19138f), (0.9f, NaN), (-1, NaN), (Inf, Inf),
            (NaN, NaN));
        Check.UnaryHalf(x => x.Acosh(), 1, (1, 0), (1.5f, 0.96240234f), (10, 2.9941406f), (0.5f, NaN), (Inf, Inf), (NaN, NaN));
    }

    [DeviceFact]
    public void Atanh_IsInfiniteAtOneAndNaNBeyond()
    {
        Check.Unary<double>(x => x.Atanh(), 1,
            (0, 0), (-0.0, -0.0), (0.5, 0.5493061443340549), (-0.9, -1.4722194895832204), (1E-10, 1E-10), (0.9999999, 8.40562139102231),
            (1, Inf), (-1, -Inf), (1.1, NaN), (Inf, NaN), (NaN, NaN));
        Check.Unary<float>(x => x.Atanh(), 1,
            (0, 0), (-0f, -0f), (0.5f, 0.54930615f), (-0.9f, -1.4722193f), (1E-10f, 1E-10f), (0.9999f, 4.951636f), (1, Inf), (-1, -Inf),
            (1.1f, NaN), (Inf, NaN), (NaN, NaN));
        Check.UnaryHalf(x => x.Atanh(), 1,
            (0, 0), (-0f, -0f), (0.5f, 0.5493164f), (-0.89990234f, -1.4716797f), (1, Inf), (-1, -Inf), (2, NaN), (NaN, NaN));
    }
}
