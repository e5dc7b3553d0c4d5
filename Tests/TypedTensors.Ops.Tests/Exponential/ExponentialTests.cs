using static TypedTensors.Ops.Tests.Special;

namespace TypedTensors.Ops.Tests;

/// <summary>Exponentials and logarithms. Values: mpmath (200 bits, rounded), and NumPy's special cases.</summary>
public class ExponentialTests
{
    [DeviceFact]
    public void Exp_OverflowsToInfinityAndUnderflowsToZero()
    {
        Check.Unary<double>(x => x.Exp(), 1,
            (0, 1), (-0.0, 1), (1, 2.718281828459045), (-1, 0.36787944117144233), (0.5, 1.6487212707001282), (10, 22026.465794806718),
            (-30.25, 7.287724095819692E-14), (709.7, 1.6549840276802644E+308), (-745, 5E-324), (710, Inf), (-746, 0), (Inf, Inf),
            (-Inf, 0), (NaN, NaN));
        Check.Unary<float>(x => x.Exp(), 1,
            (0, 1), (1, 2.7182817f), (-1, 0.36787945f), (0.5f, 1.6487212f), (10, 22026.465f), (88.7f, 3.3259769E+38f), (-103, 1E-45f),
            (89, Inf), (-104, 0), (Inf, Inf), (-Inf, 0), (NaN, NaN));
        Check.UnaryHalf(x => x.Exp(), 1,
            (0, 1), (1, 2.71875f), (-1, 0.36791992f), (0.5f, 1.6484375f), (11, 59872), (12, Inf), (-Inf, 0), (NaN, NaN));
    }

    [DeviceFact]
    public void Exp2_IsExactAtIntegers()
    {
        Check.Unary<double>(x => x.Exp2(), 1,
            (0, 1), (1, 2), (-1, 0.5), (0.5, 1.4142135623730951), (10, 1024), (-1.3, 0.40612619817811774),
            (1023.5, 1.2711610061536464E+308), (-1074, 5E-324), (1024, Inf), (-1076, 0), (Inf, Inf), (-Inf, 0), (NaN, NaN));
        Check.Unary<float>(x => x.Exp2(), 1,
            (0, 1), (1, 2), (-1, 0.5f), (0.5f, 1.4142135f), (10, 1024), (-1.3f, 0.4061262f), (127.5f, 2.4061597E+38f), (-149, 1E-45f),
            (128, Inf), (-151, 0), (Inf, Inf), (-Inf, 0), (NaN, NaN));
        Check.UnaryHalf(x => x.Exp2(), 1, (0, 1), (1, 2), (-1, 0.5f), (0.5f, 1.4140625f), (15, 32768), (16, Inf), (-Inf, 0), (NaN, NaN));
    }

    [DeviceFact]
    public void Exp10_IsThePowerOfTen()
    {
        Check.Unary<double>(x => x.Exp10(), 1,
            (0, 1), (1, 10), (-1, 0.1), (0.5, 3.1622776601683795), (22, 1E+22), (-0.3, 0.5011872336272722),
            (308.2, 1.584893192461072E+308), (-323, 1E-323), (309, Inf), (-325, 0), (Inf, Inf), (-Inf, 0), (NaN, NaN));
        Check.Unary<float>(x => x.Exp10(), 1,
            (0, 1), (1, 10), (-1, 0.1f), (0.5f, 3.1622777f), (10, 10000000000f), (-0.3f, 0.5011872f), (38.5f, 3.1622777E+38f),
            (-44, 1E-44f), (39, Inf), (-46, 0), (Inf, Inf), (-Inf, 0), (NaN, NaN));
        Check.UnaryHalf(x => x.Exp10(), 1,
            (0, 1), (1, 10), (-1, 0.099975586f), (0.5f, 3.1621094f), (4, 10000), (5, Inf), (-Inf, 0), (NaN, NaN));
    }

    [DeviceFact]
    public void Expm1_IsAccurateNearZero()
    {
        Check.Unary<double>(x => x.Expm1(), 1,
            (0, 0), (-0.0, -0.0), (1E-10, 1.00000000005E-10), (-1E-10, -9.999999999500001E-11), (1, 1.7182818284590453),
            (-1, -0.6321205588285577), (0.5, 0.6487212707001282), (10, 22025.465794806718), (-40, -1), (709.7, 1.6549840276802644E+308),
            (710, Inf), (Inf, Inf), (-Inf, -1), (NaN, NaN));
        Check.Unary<float>(x => x.Expm1(), 1,
            (0, 0), (-0f, -0f), (1E-10f, 1E-10f), (-1E-05f, -9.99995E-06f), (1, 1.7182819f), (-1, -0.63212055f), (0.5f, 0.6487213f),
            (10, 22025.465f), (-20, -1), (89, Inf), (Inf, Inf), (-Inf, -1), (NaN, NaN));
        Check.UnaryHalf(x => x.Expm1(), 1,
            (0, 0), (-0f, -0f), (0.0010004044f, 0.001001358f), (1, 1.71875f), (-1, -0.6323242f), (-Inf, -1), (NaN, NaN));
    }

    [DeviceFact]
    public void Log_IsNaNBelowZeroAndNegativeInfinityAtZero()
    {
        Check.Unary<double>(x => x.Log(), 1,
            (1, 0), (2, 0.6931471805599453), (0.5, -0.6931471805599453), (10, 2.302585092994046), (1.0000001, 9.999999505838704E-08),
            (0.1, -2.3025850929940455), (5E-324, -744.4400719213812), (1E+308, 709.1962086421661), (0, -Inf), (-0.0, -Inf), (-1, NaN),
            (Inf, Inf), (-Inf, NaN), (NaN, NaN));
        Check.Unary<float>(x => x.Log(), 1,
            (1, 0), (2, 0.6931472f), (0.5f, -0.6931472f), (10, 2.3025851f), (1.001f, 0.000999547f), (1E-45f, -103.27893f),
            (3E+38f, 88.59685f), (0, -Inf), (-0f, -Inf), (-1, NaN), (Inf, Inf), (-Inf, NaN), (NaN, NaN));
        Check.UnaryHalf(x => x.Log(), 1,
            (1, 0), (2, 0.6933594f), (0.5f, -0.6933594f), (10, 2.3027344f), (0, -Inf), (-1, NaN), (Inf, Inf), (NaN, NaN));
    }

    [DeviceFact]
    public void Log2_IsExactAtPowersOfTwo()
    {
        Check.Unary<double>(x => x.Log2(), 1,
            (1, 0), (2, 1), (0.125, -3), (10, 3.321928094887362), (3, 1.584962500721156), (5E-324, -1074), (1E+308, 1023.1538532253076),
            (0, -Inf), (-0.0, -Inf), (-1, NaN), (Inf, Inf), (NaN, NaN));
        Check.Unary<float>(x => x.Log2(), 1,
            (1, 0), (2, 1), (0.125f, -3), (10, 3.321928f), (3, 1.5849625f), (1E-45f, -149), (3E+38f, 127.81823f), (0, -Inf), (-1, NaN),
            (Inf, Inf), (NaN, NaN));
        Check.UnaryHalf(x => x.Log2(), 1, (1, 0), (2, 1), (0.125f, -3), (10, 3.3222656f), (0, -Inf), (-1, NaN), (Inf, Inf), (NaN, NaN));
    }

    [DeviceFact]
    public void Log10_IsTheDecimalLogarithm()
    {
        Check.Unary<double>(x => x.Log10(), 1,
            (1, 0), (10, 1), (1000, 3), (0.001, -3), (2, 0.3010299956639812), (5E-324, -323.3062153431158), (1E+308, 308), (0, -Inf),
            (-0.0, -Inf), (-1, NaN), (Inf, Inf), (NaN, NaN));
        Check.Unary<float>(x => x.Log10(), 1,
            (1, 0), (10, 1), (1000, 3), (0.001f, -3), (2, 0.30103f), (1E-45f, -44.85347f), (3E+38f, 38.47712f), (0, -Inf), (-1, NaN),
            (Inf, Inf), (NaN, NaN));
        Check.UnaryHalf(x => x.Log10(), 1, (1, 0), (10, 1), (1000, 3), (2, 0.3010254f), (0, -Inf), (-1, NaN), (Inf, Inf), (NaN, NaN));
    }

    [DeviceFact]
    public void Log1p_IsAccurateNearZeroAndNaNBelowMinusOne()
    {
        Check.Unary<double>(x => x.Log1p(), 1,
            (0, 0), (-0.0, -0.0), (1E-10, 9.999999999500001E-11), (-1E-10, -1.00000000005E-10), (1, 0.6931471805599453),
            (-0.5, -0.6931471805599453), (9, 2.302585092994046), (-0.9999999, -16.118095651484676), (1E+300, 690.7755278982137),
            (-1, -Inf), (-1.5, NaN), (Inf, Inf), (-Inf, NaN), (NaN, NaN));
        Check.Unary<float>(x => x.Log1p(), 1,
            (0, 0), (-0f, -0f), (1E-10f, 1E-10f), (-1E-05f, -1.000005E-05f), (1, 0.6931472f), (-0.5f, -0.6931472f), (9, 2.3025851f),
            (1E+38f, 87.49823f), (-1, -Inf), (-1.5f, NaN), (Inf, Inf), (NaN, NaN));
        Check.UnaryHalf(x => x.Log1p(), 1,
            (0, 0), (-0f, -0f), (0.0010004044f, 0.0009994507f), (1, 0.6933594f), (-0.5f, -0.6933594f), (-1, -Inf), (-2, NaN), (Inf, Inf),
            (NaN, NaN));
    }

    [DeviceFact]
    public void XLogY_OfZeroTimesTheLogarithmOfZero_IsZero()
    {
        // PyTorch 1.13
        Check.Binary<double>((x, y) => x.XLogY(y), 2,
            (2, 3, 2.1972245773362196), (-2, 3, -2.1972245773362196), (0.5, 0.1, -1.1512925464970227), (0, 0, 0), (0, -1, 0), (0, Inf, 0),
            (0, NaN, NaN), (NaN, 1, NaN), (NaN, 0, NaN), (1, 0, -Inf), (-1, 0, Inf), (2, -1, NaN), (Inf, 2, Inf), (-0.0, 0, 0));
        Check.Binary<float>((x, y) => x.XLogY(y), 2,
            (2, 3, 2.1972246f), (-2, 3, -2.1972246f), (0.5f, 0.1f, -1.1512926f), (0, 0, 0), (0, -1, 0), (0, Inf, 0), (0, NaN, NaN),
            (NaN, 1, NaN), (1, 0, -Inf), (2, -1, NaN));
        Check.BinaryHalf((x, y) => x.XLogY(y), 1, (2, 3, 2.1972246f), (0, 0, 0), (0, NaN, NaN), (1, 0, -Inf));
    }

    [DeviceFact]
    public void LogAddExp_IsTheLogarithmOfTheSumWithoutOverflow()
    {
        // mpmath, 40 digits
        Check.Binary<double>((x, y) => x.LogAddExp(y), 1,
            (0, 0, 0.69314718055994531), (1, 2, 2.313261687518222834), (-3.5, 0.25, 0.2732454643724250282), (1000, 1000, 1000.6931471805599453),
            (1000, -1000, 1000), (-745, -746, -744.68673831248177717), (Inf, Inf, Inf), (-Inf, -Inf, -Inf), (-Inf, 3, 3), (Inf, -Inf, Inf),
            (NaN, 1, NaN), (1, NaN, NaN));
        Check.Binary<float>((x, y) => x.LogAddExp(y), 1,
            (0, 0, 0.6931472f), (1, 2, 2.3132617f), (-3.5f, 0.25f, 0.27324546f), (1000, 1000, 1000.69315f), (Inf, Inf, Inf), (-Inf, -Inf, -Inf),
            (-Inf, 3, 3), (NaN, 1, NaN));
        Check.BinaryHalf((x, y) => x.LogAddExp(y), 1, (0, 0, 0.69314718f), (1, 2, 2.3132617f), (-Inf, 3, 3));
    }
}
