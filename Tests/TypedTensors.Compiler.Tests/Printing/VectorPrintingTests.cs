using TypedTensors.Testing.Generation;

namespace TypedTensors.Compiler.Tests.Printing;

/// <summary>All lanes have the size of the widest value.</summary>
public class VectorPrintingTests
{
    [Fact]
    public void Condition_BecomesAConditionalSelect() => AssertBody(
        "Vector512.ConditionalSelect(Vector512.LessThan(x, Vector512<float>.Zero), Vector512.Create<float>(0.01f) * x, x)",
        "static float F(float x) => x < 0 ? 0.01f * x : x;");

    [Fact]
    public void MaskOfOtherLanes_IsReinterpreted() => AssertBody(
        "Vector512.ConditionalSelect(Vector512.IsNaN(x).AsInt32(), Vector512<int>.Zero, n)",
        "static int F(float x, int n) => float.IsNaN(x) ? 0 : n;");

    [Fact]
    public void ComparisonThatIsSettledForUnsigned_DoesNotReachTheJit() => AssertBody(
        "KernelMath.IsBelowZero(x) & KernelMath.IsAtLeastZero(y)",
        "static bool F<T>(T x, T y) where T : INumber<T> => x < T.Zero && T.Zero <= y;");

    [Fact]
    public void IntInLanesOfLong_WrapsAsInt() => AssertBody(
        "((n + n) << 32 >> 32) + m",
        "static long F(int n, long m) => n + n + m;");

    [Fact]
    public void FloatInLanesOfDouble_IsRounded() => AssertBody(
        "KernelMath.RoundToSingle(x * x) + y",
        "static double F(float x, double y) => x * x + y;");

    [Fact]
    public void UniformValues_StayScalars() => AssertBody(
        "Vector512.Create<float>(KernelMath.Exp(p)) * x",
        "static float F(float x, [Scalar] float p) => MathF.Exp(p) * x;");

    [Fact]
    public void GenericNumbers_DivideAsIntegersDo() => AssertBody(
        "KernelMath.Divide(x, Vector512<T>.One + y)",
        "static T F<T>(T x, T y) where T : INumber<T> => x / (T.One + y);");

    [Fact]
    public void ShiftByAnElement_HasACountPerLane() => AssertBody(
        "KernelMath.ShiftLeft(x, y)",
        "static T F<T>(T x, T y) where T : IBinaryInteger<T> => x << int.CreateTruncating(y);");

    [Fact]
    public void BitsOfAFloat_AreReadInPlace() => AssertBody(
        "(x.AsInt32() & Vector512.Create<int>(2147483647)).AsSingle()",
        "static float F(float x) => BitConverter.Int32BitsToSingle(BitConverter.SingleToInt32Bits(x) & 0x7FFFFFFF);");

    [Fact]
    public void ConversionToInt_OfAChoiceOfConstants_NeedsNoOtherLanes() => AssertBody(
        "Vector512.ConditionalSelect(Vector512.GreaterThan(x, Vector512<double>.Zero), Vector512<double>.One, Vector512<double>.Zero)",
        "static double F(double x) => x > 0 ? 1 : 0;");

    static void AssertBody(string expected, string method) => Assert.EndsWith($"=>\n    {expected};", KernelSource.Print(method, bits: 512));
}
