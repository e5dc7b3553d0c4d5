using TypedTensors.Compiler.Printing.Formula;
using TypedTensors.Testing.Generation;

namespace TypedTensors.Compiler.Tests.Printing;

/// <summary>A formula says in one line what a kernel computes.</summary>
public class FormulaTests
{
    [Theory]
    [InlineData("static float F(float x, float beta) => x / (1 + MathF.Exp(-beta * x));", "x / (1 + exp(-beta * x))")]
    [InlineData("static T F<T>(T x) where T : INumber<T> => x > T.Zero ? x : T.Zero;", "x > 0 ? x : 0")]
    [InlineData("static (float, float) F(float x) => MathF.SinCos(x);", "(sin(x), cos(x))")]
    [InlineData("static float F(float x) { for (int i = 0; i < 3; i++) x *= x; return x; }", "F(x)")]
    [InlineData("static float F(float x) => x * MathF.PI / 180;", "x * pi / 180")]
    public void Formula_IsShort(string method, string formula) => Assert.Equal(formula, FormulaPrinter.Print(KernelSource.Model(method)));
}
