using System.Reflection;
using System.Runtime.Intrinsics;
using TypedTensors.Kernels;

namespace TypedTensors.Ops.Tests;

/// <summary>The float32 functions: values from mpmath (200 bits, rounded), C99's special values, and errors against double.</summary>
public class SingleFunctionTests
{
    [Theory]
    [InlineData("Exp", 1f, 2.7182817f)]
    [InlineData("Exp", -1f, 0.36787945f)]
    [InlineData("Exp", 0.1f, 1.105171f)]
    [InlineData("Exp", 88.5f, 2.723088E+38f)]
    [InlineData("Exp", -1E+02f, 3.8E-44f)]
    [InlineData("Exp2", 0.5f, 1.4142135f)]
    [InlineData("Exp2", -149f, 1E-45f)]
    [InlineData("Exp2", -1.3f, 0.4061262f)]
    [InlineData("Exp2", 100.7f, 2.0593001E+30f)]
    [InlineData("Exp10", 0.25f, 1.7782794f)]
    [InlineData("Exp10", -0.75f, 0.17782794f)]
    [InlineData("Exp10", -4E+01f, 1E-40f)]
    [InlineData("Exp10", 38.5f, 3.1622777E+38f)]
    [InlineData("ExpM1", 1E-10f, 1E-10f)]
    [InlineData("ExpM1", 0.5f, 0.6487213f)]
    [InlineData("ExpM1", -0.5f, -0.39346933f)]
    [InlineData("ExpM1", -2E+01f, -1f)]
    [InlineData("ExpM1", 88.5f, 2.723088E+38f)]
    [InlineData("Log", 2f, 0.6931472f)]
    [InlineData("Log", 1E+01f, 2.3025851f)]
    [InlineData("Log", 0.7f, -0.35667497f)]
    [InlineData("Log", 1E-40f, -92.10341f)]
    [InlineData("Log", 3E+38f, 88.59685f)]
    [InlineData("Log2", 3f, 1.5849625f)]
    [InlineData("Log2", 0.7f, -0.5145732f)]
    [InlineData("Log2", 1E-40f, -132.87714f)]
    [InlineData("Log2", 1.0000001f, 1.7198263E-07f)]
    [InlineData("Log10", 2f, 0.30103f)]
    [InlineData("Log10", 1E+03f, 3f)]
    [InlineData("Log10", 1E-40f, -40.000004f)]
    [InlineData("Log10", 0.7f, -0.15490197f)]
    [InlineData("LogP1", 1E-10f, 1E-10f)]
    [InlineData("LogP1", -0.5f, -0.6931472f)]
    [InlineData("LogP1", 0.5f, 0.4054651f)]
    [InlineData("LogP1", 1E+30f, 69.07755f)]
    [InlineData("LogP1", -0.9999999f, -15.942385f)]
    [InlineData("Sin", 1f, 0.84147096f)]
    [InlineData("Sin", 3.1415927f, -8.742278E-08f)]
    [InlineData("Sin", 1E+02f, -0.50636566f)]
    [InlineData("Sin", -1E+05f, -0.0357488f)]
    [InlineData("Sin", 1E+10f, -0.48750603f)]
    [InlineData("Cos", 1f, 0.5403023f)]
    [InlineData("Cos", 1.5707964f, -4.371139E-08f)]
    [InlineData("Cos", 1E+02f, 0.8623189f)]
    [InlineData("Cos", -1E+05f, -0.9993608f)]
    [InlineData("Cos", 1E+10f, 0.87311965f)]
    [InlineData("Tan", 1f, 1.5574077f)]
    [InlineData("Tan", 1.5707964f, -22877332f)]
    [InlineData("Tan", 1E+02f, -0.58721393f)]
    [InlineData("Tan", -1E+05f, 0.035771664f)]
    [InlineData("Tan", 1E+10f, -0.5583496f)]
    [InlineData("Asin", 0.25f, 0.25268024f)]
    [InlineData("Asin", -0.75f, -0.8480621f)]
    [InlineData("Asin", 1f, 1.5707964f)]
    [InlineData("Acos", 0.25f, 1.3181161f)]
    [InlineData("Acos", -0.75f, 2.4188583f)]
    [InlineData("Acos", 0.9999999f, 0.00048828125f)]
    [InlineData("Acos", -1f, 3.1415927f)]
    [InlineData("Atan", 0.5f, 0.4636476f)]
    [InlineData("Atan", 1f, 0.7853982f)]
    [InlineData("Atan", -3f, -1.2490457f)]
    [InlineData("Atan", 1E+20f, 1.5707964f)]
    [InlineData("Sinh", 0.5f, 0.5210953f)]
    [InlineData("Sinh", -3f, -10.017875f)]
    [InlineData("Sinh", 89f, 2.2448064E+38f)]
    [InlineData("Sinh", 89.41587f, 3.4024302E+38f)]
    [InlineData("Cosh", 89.41587f, 3.4024302E+38f)]
    [InlineData("Cosh", 0.5f, 1.127626f)]
    [InlineData("Cosh", -3f, 10.067662f)]
    [InlineData("Cosh", 89f, 2.2448064E+38f)]
    [InlineData("Tanh", 0.1f, 0.099667996f)]
    [InlineData("Tanh", 0.9f, 0.71629786f)]
    [InlineData("Tanh", -3f, -0.9950548f)]
    [InlineData("Tanh", 12f, 1f)]
    [InlineData("Asinh", 0.3f, 0.29567307f)]
    [InlineData("Asinh", -5f, -2.3124382f)]
    [InlineData("Asinh", 1E+30f, 69.7707f)]
    [InlineData("Acosh", 1.0000001f, 0.00048828125f)]
    [InlineData("Acosh", 2f, 1.316958f)]
    [InlineData("Acosh", 1E+30f, 69.7707f)]
    [InlineData("Atanh", 0.3f, 0.30951962f)]
    [InlineData("Atanh", -0.9999999f, -8.317766f)]
    [InlineData("Cbrt", 2f, 1.2599211f)]
    [InlineData("Cbrt", -27f, -3f)]
    [InlineData("Cbrt", 1E-42f, 1.00017566E-14f)]
    [InlineData("Cbrt", 3E+38f, 6.6943294E+12f)]
    [InlineData("Erf", 0.5f, 0.5204999f)]
    [InlineData("Erf", -1.5f, -0.96610516f)]
    [InlineData("Erf", 3f, 0.9999779f)]
    [InlineData("Erfc", 0.5f, 0.47950011f)]
    [InlineData("Erfc", -1.5f, 1.9661051f)]
    [InlineData("Erfc", 3f, 2.2090497E-05f)]
    [InlineData("Erfc", 1E+01f, 1E-45f)]
    [InlineData("Sigmoid", 0.5f, 0.62245935f)]
    [InlineData("Sigmoid", -5f, 0.006692851f)]
    [InlineData("Sigmoid", 2E+01f, 1f)]
    [InlineData("Sigmoid", -1E+02f, 3.8E-44f)]
    public void Function_OfANumber_IsWithinOneUnitOfMpmath(string name, float x, float expected) =>
        AssertWithinUnits(1, expected, Unary(name)(x));

    [Theory]
    [InlineData("Pow", 2f, 0.5f, 1.4142135f)]
    [InlineData("Pow", 1.0001f, 1E+04f, 2.718597f)]
    [InlineData("Pow", 0.7f, -2E+02f, 9.5585823E+30f)]
    [InlineData("Pow", -3f, 5f, -243f)]
    [InlineData("Pow", 1E+01f, -42.5f, 3.17E-43f)]
    [InlineData("Pow", 1.5f, 218.8f, 3.378843E+38f)]
    [InlineData("Pow", 3E-40f, 0.3f, 1.3903874E-12f)]
    [InlineData("Atan2", 1f, 2f, 0.4636476f)]
    [InlineData("Atan2", -1f, -3f, -2.819842f)]
    [InlineData("Atan2", 5f, -0.001f, 1.5709963f)]
    [InlineData("Atan2", 1E-30f, 3E+30f, 0f)]
    [InlineData("Atan2", -2E+30f, 1E-05f, -1.5707964f)]
    [InlineData("Atan2", 1E-40f, 3E-40f, 0.32174915f)]
    [InlineData("Hypot", 3f, 4f, 5f)]
    [InlineData("Hypot", 1E+30f, -2E+30f, 2.236068E+30f)]
    [InlineData("Hypot", 1E-30f, 3E-30f, 3.1622777E-30f)]
    [InlineData("Hypot", 1E-44f, 2E-44f, 2.2E-44f)]
    [InlineData("Hypot", 1f, 0.0001f, 1f)]
    public void Function_OfTwoNumbers_IsWithinOneUnitOfMpmath(string name, float x, float y, float expected) =>
        AssertWithinUnits(1, expected, Binary(name)(x, y));

    public static TheoryData<string, float, float> SpecialValues => new()
    {
        { "Exp", 0f, 1f }, { "Exp", -0f, 1f }, { "Exp", Infinity, Infinity }, { "Exp", -Infinity, 0f }, { "Exp", float.NaN, float.NaN },
        { "Exp", 88.72284f, Infinity }, { "Exp", -103.97209f, 0f }, { "Exp", float.MaxValue, Infinity }, { "Exp", float.MinValue, 0f },
        { "Exp2", 10f, 1024f }, { "Exp2", -126f, 1.1754944E-38f }, { "Exp2", 127f, 1.7014118E+38f }, { "Exp2", 128f, Infinity },
        { "Exp2", -150f, 0f }, { "Exp2", -Infinity, 0f }, { "Exp2", float.NaN, float.NaN },
        { "Exp10", 0f, 1f }, { "Exp10", 1f, 10f }, { "Exp10", 5f, 100000f }, { "Exp10", 10f, 1E+10f }, { "Exp10", 38.54f, Infinity },
        { "Exp10", -46f, 0f }, { "Exp10", -Infinity, 0f }, { "Exp10", float.NaN, float.NaN },
        { "ExpM1", 0f, 0f }, { "ExpM1", -0f, -0f }, { "ExpM1", Infinity, Infinity }, { "ExpM1", -Infinity, -1f }, { "ExpM1", Tiny, Tiny },
        { "ExpM1", -Tiny, -Tiny }, { "ExpM1", float.NaN, float.NaN },
        { "Sigmoid", 0f, 0.5f }, { "Sigmoid", Infinity, 1f }, { "Sigmoid", -Infinity, 0f }, { "Sigmoid", float.NaN, float.NaN },
        { "Log", 1f, 0f }, { "Log", 0f, -Infinity }, { "Log", -0f, -Infinity }, { "Log", -1f, float.NaN },
        { "Log", -Infinity, float.NaN }, { "Log", Infinity, Infinity }, { "Log", float.NaN, float.NaN }, { "Log", -Tiny, float.NaN },
        { "Log2", 1f, 0f }, { "Log2", 8f, 3f }, { "Log2", Tiny, -149f }, { "Log2", 0f, -Infinity }, { "Log2", -1f, float.NaN },
        { "Log2", Infinity, Infinity }, { "Log2", float.NaN, float.NaN },
        { "Log10", 1f, 0f }, { "Log10", 1E+10f, 10f }, { "Log10", 0f, -Infinity }, { "Log10", -1f, float.NaN },
        { "Log10", Infinity, Infinity }, { "Log10", float.NaN, float.NaN },
        { "LogP1", 0f, 0f }, { "LogP1", -0f, -0f }, { "LogP1", -1f, -Infinity }, { "LogP1", -2f, float.NaN }, { "LogP1", Tiny, Tiny },
        { "LogP1", Infinity, Infinity }, { "LogP1", -Infinity, float.NaN }, { "LogP1", float.NaN, float.NaN },
        { "Sin", 0f, 0f }, { "Sin", -0f, -0f }, { "Sin", Infinity, float.NaN }, { "Sin", -Infinity, float.NaN },
        { "Sin", float.NaN, float.NaN }, { "Sin", -Tiny, -Tiny }, { "Cos", 0f, 1f }, { "Cos", -0f, 1f }, { "Cos", Infinity, float.NaN },
        { "Cos", float.NaN, float.NaN },
        { "Tan", 0f, 0f }, { "Tan", -0f, -0f }, { "Tan", -Infinity, float.NaN }, { "Tan", float.NaN, float.NaN }, { "Tan", Tiny, Tiny },
        { "Asin", 0f, 0f }, { "Asin", -0f, -0f }, { "Asin", -1f, -1.5707964f }, { "Asin", 1.0000001f, float.NaN },
        { "Asin", float.NaN, float.NaN },
        { "Acos", 1f, 0f }, { "Acos", 0f, 1.5707964f }, { "Acos", -1f, 3.1415927f }, { "Acos", -2f, float.NaN },
        { "Acos", float.NaN, float.NaN },
        { "Atan", 0f, 0f }, { "Atan", -0f, -0f }, { "Atan", Infinity, 1.5707964f }, { "Atan", -Infinity, -1.5707964f },
        { "Atan", float.NaN, float.NaN },
        { "Sinh", 0f, 0f }, { "Sinh", -0f, -0f }, { "Sinh", Infinity, Infinity }, { "Sinh", -Infinity, -Infinity },
        { "Sinh", 89.5f, Infinity }, { "Sinh", float.NaN, float.NaN }, { "Cosh", 0f, 1f }, { "Cosh", -Infinity, Infinity },
        { "Cosh", 89.5f, Infinity }, { "Cosh", float.NaN, float.NaN },
        { "Tanh", 0f, 0f }, { "Tanh", -0f, -0f }, { "Tanh", Infinity, 1f }, { "Tanh", -Infinity, -1f }, { "Tanh", -Tiny, -Tiny },
        { "Tanh", float.NaN, float.NaN },
        { "Asinh", 0f, 0f }, { "Asinh", -0f, -0f }, { "Asinh", -Infinity, -Infinity }, { "Asinh", float.NaN, float.NaN },
        { "Asinh", Tiny, Tiny },
        { "Acosh", 1f, 0f }, { "Acosh", Infinity, Infinity }, { "Acosh", 0.99999994f, float.NaN }, { "Acosh", -Infinity, float.NaN },
        { "Acosh", float.NaN, float.NaN },
        { "Atanh", 0f, 0f }, { "Atanh", -0f, -0f }, { "Atanh", 1f, Infinity }, { "Atanh", -1f, -Infinity }, { "Atanh", 2f, float.NaN },
        { "Atanh", float.NaN, float.NaN },
        { "Cbrt", 0f, 0f }, { "Cbrt", -0f, -0f }, { "Cbrt", 27f, 3f }, { "Cbrt", -8f, -2f }, { "Cbrt", -Infinity, -Infinity },
        { "Cbrt", float.NaN, float.NaN },
        { "Erf", 0f, 0f }, { "Erf", -0f, -0f }, { "Erf", Infinity, 1f }, { "Erf", -Infinity, -1f }, { "Erf", float.NaN, float.NaN },
        { "Erfc", 0f, 1f }, { "Erfc", Infinity, 0f }, { "Erfc", -Infinity, 2f }, { "Erfc", float.NaN, float.NaN },
    };

    [Theory]
    [MemberData(nameof(SpecialValues))]
    public void Function_OfASpecialValue_IsExact(string name, float x, float expected) => AssertSame(expected, Unary(name)(x));

    public static TheoryData<string, float, float, float> SpecialPairs => new()
    {
        { "Pow", float.NaN, 0f, 1f }, { "Pow", 1f, float.NaN, 1f }, { "Pow", float.NaN, 1f, float.NaN },
        { "Pow", 2f, float.NaN, float.NaN }, { "Pow", 0f, 3f, 0f }, { "Pow", -0f, 3f, -0f }, { "Pow", -0f, 2f, 0f },
        { "Pow", -0f, 0.5f, 0f }, { "Pow", 0f, -1f, Infinity }, { "Pow", -0f, -1f, -Infinity }, { "Pow", -0f, -2f, Infinity },
        { "Pow", -1f, Infinity, 1f }, { "Pow", -1f, -Infinity, 1f }, { "Pow", 0.5f, Infinity, 0f }, { "Pow", 0.5f, -Infinity, Infinity },
        { "Pow", -2f, Infinity, Infinity }, { "Pow", -2f, -Infinity, 0f }, { "Pow", Infinity, 0.5f, Infinity },
        { "Pow", Infinity, -0.5f, 0f }, { "Pow", -Infinity, 3f, -Infinity }, { "Pow", -Infinity, 2f, Infinity },
        { "Pow", -Infinity, -3f, -0f }, { "Pow", -Infinity, 0.5f, Infinity }, { "Pow", -2f, 0.5f, float.NaN }, { "Pow", -2f, 3f, -8f },
        { "Pow", 3f, 4f, 81f }, { "Pow", -1f, 16777217f, 1f }, { "Pow", -1f, 16777215f, -1f }, { "Pow", -1f, 8388607.5f, float.NaN },
        { "Pow", 10f, 40f, Infinity }, { "Pow", 10f, -50f, 0f },
        { "Atan2", 0f, 0f, 0f }, { "Atan2", -0f, 0f, -0f }, { "Atan2", 0f, -0f, 3.1415927f }, { "Atan2", -0f, -1f, -3.1415927f },
        { "Atan2", -0f, 1f, -0f }, { "Atan2", 2f, 0f, 1.5707964f }, { "Atan2", -2f, -0f, -1.5707964f },
        { "Atan2", Infinity, Infinity, 0.7853982f }, { "Atan2", -Infinity, -Infinity, -2.3561945f }, { "Atan2", 1f, Infinity, 0f },
        { "Atan2", -1f, -Infinity, -3.1415927f }, { "Atan2", Infinity, 1f, 1.5707964f }, { "Atan2", float.NaN, 1f, float.NaN },
        { "Atan2", 1f, float.NaN, float.NaN },
        { "Hypot", 0f, -0f, 0f }, { "Hypot", -3f, 0f, 3f }, { "Hypot", -Infinity, float.NaN, Infinity },
        { "Hypot", float.NaN, Infinity, Infinity }, { "Hypot", float.NaN, 1f, float.NaN },
        { "Hypot", float.MaxValue, float.MaxValue, Infinity }, { "Hypot", Tiny, 0f, Tiny },
    };

    [Theory]
    [MemberData(nameof(SpecialPairs))]
    public void Function_OfASpecialPair_IsExact(string name, float x, float y, float expected) => AssertSame(expected, Binary(name)(x, y));

    /// <summary>Each with the largest error in ULP that its documentation names.</summary>
    public static TheoryData<string, double> Errors => new()
    {
        { "Exp", 0.78 }, { "Exp2", 0.78 }, { "Exp10", 0.78 }, { "ExpM1", 1.09 }, { "Sigmoid", 0.99 },
        { "Log", 0.67 }, { "Log2", 0.74 }, { "Log10", 0.72 }, { "LogP1", 0.72 },
        { "Sin", 0.83 }, { "Cos", 0.84 }, { "Tan", 1.04 }, { "Asin", 0.65 }, { "Acos", 0.62 }, { "Atan", 1.01 },
        { "Sinh", 0.76 }, { "Cosh", 0.88 }, { "Tanh", 1.53 }, { "Asinh", 1.07 }, { "Acosh", 0.74 }, { "Atanh", 0.78 }, { "Cbrt", 0.51 },
    };

    [Theory]
    [MemberData(nameof(Errors))]
    public void Function_OfAllKindsOfFloats_IsAsAccurateAsDocumented(string name, double limit)
    {
        const uint Stride = 32749; // a prime: every exponent, and ever different mantissas
        var function = Unary(name);
        var exact = Reference(name);
        double worst = 0;
        float where = 0;
        for (ulong bits = 0; bits <= uint.MaxValue; bits += Stride)
        {
            float x = BitConverter.UInt32BitsToSingle((uint)bits);
            double error = ErrorInUnits(function(x), exact(x));
            if (error > worst)
                (worst, where) = (error, x);
        }

        Assert.True(worst <= limit, $"{name}({where:R}) is {function(where):R}, {worst:F3} ULP from {exact(where):R}.");
    }

    [Fact]
    public void Lane_BesideALargeAngle_IsWhatItIsAlone()
    {
        float[] angles = [1f, 1E+10f, -0f, 3f, 100f, -131072f, 131073f, Infinity, float.NaN, -1E+30f, 0.5f, Tiny, 7f, 8f, 9f, 10f];
        var sines = KernelMath.Sin(Vector512.Create(angles));
        var cosines = KernelMath.Cos(Vector512.Create(angles));
        var tangents = KernelMath.Tan(Vector512.Create(angles));
        for (int i = 0; i < angles.Length; i++)
        {
            AssertSame(KernelMath.Sin(angles[i]), sines[i]);
            AssertSame(KernelMath.Cos(angles[i]), cosines[i]);
            AssertSame(KernelMath.Tan(angles[i]), tangents[i]);
        }
    }

    [Fact]
    public void PowerOfTen_AndItsLogarithm_AreExact()
    {
        float power = 1;
        for (int exponent = 0; exponent <= 10; exponent++, power *= 10)
        {
            AssertSame(power, KernelMath.Exp10((float)exponent));
            AssertSame(exponent, KernelMath.Log10(power));
        }
    }

    [Fact]
    public void Cube_HasAnExactRoot()
    {
        for (int root = -256; root <= 256; root++)
            AssertSame(root, KernelMath.Cbrt((float)root * root * root));
    }

    const float Infinity = float.PositiveInfinity, Tiny = float.Epsilon;

    static Func<float, float> Unary(string name) => typeof(KernelMath)
        .GetMethod(name, BindingFlags.Public | BindingFlags.Static, [typeof(float)])!.CreateDelegate<Func<float, float>>();

    static Func<float, float, float> Binary(string name) => typeof(KernelMath)
        .GetMethod(name, BindingFlags.Public | BindingFlags.Static, [typeof(float), typeof(float)])!
        .CreateDelegate<Func<float, float, float>>();

    /// <summary>The function in double, from <see cref="Math"/>, rewritten where the formula as it stands would cancel.</summary>
    static Func<double, double> Reference(string name) => name switch
    {
        "Exp2" => x => Math.Pow(2, x),
        "Exp10" => x => Math.Pow(10, x),
        "ExpM1" => ExpM1,
        "LogP1" => LogP1,
        "Sigmoid" => x => 1 / (1 + Math.Exp(-x)),
        _ => typeof(Math).GetMethod(name, [typeof(double)])!.CreateDelegate<Func<double, double>>(),
    };

    static double ExpM1(double x) => Math.Abs(x) > 1 ? Math.Exp(x) - 1 : 2 * Math.Sinh(x / 2) * Math.Exp(x / 2);

    static double LogP1(double x) => Math.Abs(x) > 0.5 ? Math.Log(1 + x) : 2 * Math.Atanh(x / (2 + x));

    /// <summary>|actual - exact| in units of the last place of a float near exact; infinite for a wrong NaN or sign of zero.</summary>
    static double ErrorInUnits(float actual, double exact)
    {
        float expected = (float)exact;
        if (float.IsNaN(actual) || float.IsNaN(expected))
            return float.IsNaN(actual) && float.IsNaN(expected) ? 0 : double.PositiveInfinity;
        if (actual == expected && (actual == 0 || float.IsInfinity(actual)))
            return float.IsNegative(actual) == float.IsNegative(expected) ? 0 : double.PositiveInfinity;
        double bounded = float.IsInfinity(actual) ? Math.CopySign(Math.ScaleB(1, 128), actual) : actual;
        int exponent = exact == 0 ? -126 : Math.Clamp(Math.ILogB(exact), -126, 127);
        return Math.Abs(bounded - exact) * Math.ScaleB(1, 23 - exponent);
    }

    static void AssertWithinUnits(int units, float expected, float actual)
    {
        int distance = Math.Abs(BitConverter.SingleToInt32Bits(expected) - BitConverter.SingleToInt32Bits(actual));
        Assert.True(distance <= units, $"Expected {expected:R}, but was {actual:R}.");
    }

    static void AssertSame(float expected, float actual)
    {
        if (float.IsNaN(expected))
            Assert.True(float.IsNaN(actual), $"Expected NaN, but was {actual:R}.");
        else
            AssertWithinUnits(0, expected, actual);
    }
}
