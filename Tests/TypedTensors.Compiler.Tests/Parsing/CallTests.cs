using TypedTensors.Compiler.Parsing;
using TypedTensors.Testing.Generation;

namespace TypedTensors.Compiler.Tests.Parsing;

/// <summary>Calls of other methods are replaced by their bodies; tuples exist only while a body is read.</summary>
public class CallTests
{
    [Fact]
    public void OtherMethod_IsInlined() => Assert.Equal(
        """
        static float Evaluate(float x)
        {
            float sum = x + 1f;
            return sum * sum;
        }
        """,
        KernelSource.Print("static float F(float x) => Square(x + 1); static float Square(float y) => y * y;"));

    [Fact]
    public void GenericMethod_IsInlinedForItsTypeArgument() => Assert.Equal(
        """
        static float Evaluate(float x) =>
            x * x + 1f;
        """,
        KernelSource.Print("static float F(float x) => G(x); static T G<T>(T y) where T : INumber<T> => y * y + T.One;"));

    [Fact]
    public void Tuple_ComesApart() => Assert.Equal(
        """
        static (float, float) Evaluate(float x, float y) =>
            (y - x, x);
        """,
        KernelSource.Print("""
            static (float A, float B) F(float x, float y)
            {
                var (a, b) = Swap(x, y);
                return (a - b, b);
            }

            static (float, float) Swap(float p, float q) => (q, p);
            """));

    [Fact]
    public void Recursion_IsAFault() => Assert.Equal(
        FaultKind.Recursion,
        KernelSource.Fault("static float F(float x) => G(x); static float G(float x) => F(x);").Kind);

    [Theory]
    [InlineData("static float F(float x) => Console.CursorLeft + x;", FaultKind.State)]
    [InlineData("static float F(float x) => x + Seed; static float Seed;", FaultKind.State)]
    [InlineData("static float F(float x) => Random.Shared.NextSingle();", FaultKind.UnknownMethod)]
    [InlineData("static float F(float x) => MathF.ReciprocalEstimate(x);", FaultKind.UnknownMethod)]
    [InlineData("static float F(float x) { throw new Exception(); }", FaultKind.UnsupportedStatement)]
    [InlineData("static int F(int x) => checked(x + 1);", FaultKind.Checked)]
    [InlineData("static decimal F(decimal x) => x;", FaultKind.UnsupportedType)]
    [InlineData("static float F(ref float x) => x;", FaultKind.Parameter)]
    [InlineData("static float F([Scalar] float x) => x;", FaultKind.Parameter)]
    [InlineData("float F(float x) => x;", FaultKind.Method)]
    [InlineData("static T F<T, U>(T x, U y) => x;", FaultKind.TypeParameter)]
    public void WhatIsNotInTheLanguage_IsAFault(string method, FaultKind kind) =>
        Assert.Contains(KernelSource.Parse(method).Faults, fault => fault.Kind == kind);

    [Fact]
    public void FunctionThatHasNoVectorForm_IsAFault() => Assert.Equal(
        FaultKind.Lanes,
        KernelSource.Fault("static float F(long x) => x;", KernelKind.Function).Kind);
}
