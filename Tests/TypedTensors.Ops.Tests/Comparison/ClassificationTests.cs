using static TypedTensors.Ops.Tests.Special;

namespace TypedTensors.Ops.Tests;

/// <summary>What kind of number an element is. Values: NumPy 1.24.</summary>
public class ClassificationTests
{
    [DeviceFact]
    public void IsNaN_IsTrueForNaNOnly()
    {
        Check.Unary<double, bool>(x => x.IsNaN(), 0,
            (0, false), (-0.0, false), (1.5, false), (-2, false), (1E+308, false), (-5E-324, false), (Inf, false), (-Inf, false),
            (NaN, true));
        Check.Unary<float, bool>(x => x.IsNaN(), 0,
            (0, false), (-0f, false), (1.5f, false), (-2, false), (3E+38f, false), (-1E-45f, false), (Inf, false), (-Inf, false),
            (NaN, true));
        Check.Unary<Half, bool>(x => x.IsNaN(), 0,
            ((Half)0, false), ((Half)(-0f), false), ((Half)(-2), false), ((Half)65504, false), ((Half)Inf, false), ((Half)(-Inf), false),
            ((Half)NaN, true));
    }

    [DeviceFact]
    public void IsInf_IsTrueForBothInfinities()
    {
        Check.Unary<double, bool>(x => x.IsInf(), 0,
            (0, false), (-0.0, false), (1.5, false), (-2, false), (1E+308, false), (-5E-324, false), (Inf, true), (-Inf, true),
            (NaN, false));
        Check.Unary<float, bool>(x => x.IsInf(), 0,
            (0, false), (-0f, false), (1.5f, false), (-2, false), (3E+38f, false), (-1E-45f, false), (Inf, true), (-Inf, true),
            (NaN, false));
        Check.Unary<Half, bool>(x => x.IsInf(), 0,
            ((Half)0, false), ((Half)(-0f), false), ((Half)(-2), false), ((Half)65504, false), ((Half)Inf, true), ((Half)(-Inf), true),
            ((Half)NaN, false));
    }

    [DeviceFact]
    public void IsPosInf_IsTrueForPositiveInfinityOnly()
    {
        Check.Unary<double, bool>(x => x.IsPosInf(), 0,
            (0, false), (-0.0, false), (1.5, false), (-2, false), (1E+308, false), (-5E-324, false), (Inf, true), (-Inf, false),
            (NaN, false));
        Check.Unary<float, bool>(x => x.IsPosInf(), 0,
            (0, false), (-0f, false), (1.5f, false), (-2, false), (3E+38f, false), (-1E-45f, false), (Inf, true), (-Inf, false),
            (NaN, false));
        Check.Unary<Half, bool>(x => x.IsPosInf(), 0,
            ((Half)0, false), ((Half)(-0f), false), ((Half)(-2), false), ((Half)65504, false), ((Half)Inf, true), ((Half)(-Inf), false),
            ((Half)NaN, false));
    }

    [DeviceFact]
    public void IsNegInf_IsTrueForNegativeInfinityOnly()
    {
        Check.Unary<double, bool>(x => x.IsNegInf(), 0,
            (0, false), (-0.0, false), (1.5, false), (-2, false), (1E+308, false), (-5E-324, false), (Inf, false), (-Inf, true),
            (NaN, false));
        Check.Unary<float, bool>(x => x.IsNegInf(), 0,
            (0, false), (-0f, false), (1.5f, false), (-2, false), (3E+38f, false), (-1E-45f, false), (Inf, false), (-Inf, true),
            (NaN, false));
        Check.Unary<Half, bool>(x => x.IsNegInf(), 0,
            ((Half)0, false), ((Half)(-0f), false), ((Half)(-2), false), ((Half)65504, false), ((Half)Inf, false), ((Half)(-Inf), true),
            ((Half)NaN, false));
    }

    [DeviceFact]
    public void IsFinite_IsFalseForInfinitiesAndNaN()
    {
        Check.Unary<double, bool>(x => x.IsFinite(), 0,
            (0, true), (-0.0, true), (1.5, true), (-2, true), (1E+308, true), (-5E-324, true), (Inf, false), (-Inf, false), (NaN, false));
        Check.Unary<float, bool>(x => x.IsFinite(), 0,
            (0, true), (-0f, true), (1.5f, true), (-2, true), (3E+38f, true), (-1E-45f, true), (Inf, false), (-Inf, false), (NaN, false));
        Check.Unary<Half, bool>(x => x.IsFinite(), 0,
            ((Half)0, true), ((Half)(-0f), true), ((Half)(-2), true), ((Half)65504, true), ((Half)Inf, false), ((Half)(-Inf), false),
            ((Half)NaN, false));
    }

    [DeviceFact]
    public void SignBit_IsSetOfNegativeZeroAndNegativeNaN()
    {
        // NaN is negative in C#'s double.NaN: its sign is set here by hand, as C99 reads it.
        double positiveNaN = Math.CopySign(double.NaN, 1), negativeNaN = Math.CopySign(double.NaN, -1);
        Check.Unary<double, bool>(x => x.SignBit(), 0,
            (0, false), (-0.0, true), (1.5, false), (-2, true), (Inf, false), (-Inf, true), (positiveNaN, false), (negativeNaN, true));
        Check.Unary<float, bool>(x => x.SignBit(), 0, (0, false), (-0f, true), (1.5f, false), (-2, true), (Inf, false), (-Inf, true));
    }
}
