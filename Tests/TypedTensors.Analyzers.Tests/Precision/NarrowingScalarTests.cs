using TypedTensors.Analyzers.Precision;
using TypedTensors.CodeFixes.Precision;
using TypedTensors.Testing.Analyzers;
using TypedTensors.Testing.Generation;

namespace TypedTensors.Analyzers.Tests.Precision;

/// <summary>TT1002: a scalar of a wider floating type meets a narrower tensor.</summary>
public class NarrowingScalarTests
{
    const string Tensors = """
        static Tensor<T, Cpu> Make<T>() where T : unmanaged => Tensor<T, Cpu>.Zeros(2);
        var h = Make<Half>(); var f = Make<float>(); var d = Make<double>(); var i = Make<int>();
        double x = Math.Sqrt(2); float y = 3; const double Third = 1.0 / 3; int n = 3;

        """;

    [Theory]
    [InlineData("var r = f * [|0.1|];", "var r = f * 0.1f;")]
    [InlineData("var r = [|0.1|] * f;", "var r = 0.1f * f;")]
    [InlineData("var r = f - [|-0.1|];", "var r = f - -0.1f;")]
    [InlineData("var r = f + [|0.1d|];", "var r = f + 0.1f;")]
    [InlineData("var r = f + [|x|];", "var r = f + (float)x;")]
    [InlineData("var r = f / ([|x + 1|]);", "var r = f / (float)(x + 1);")]
    [InlineData("var r = [|x * 2|] + f;", "var r = (float)(x * 2) + f;")]
    [InlineData("var r = f * [|Math.PI|];", "var r = f * (float)Math.PI;")]
    [InlineData("var r = f * [|Third|];", "var r = f * (float)Third;")]
    [InlineData("var r = f > [|0.3|];", "var r = f > 0.3f;")]
    [InlineData("f *= [|0.1|];", "f *= 0.1f;")]
    [InlineData("f += [|Math.Exp(1)|];", "f += (float)Math.Exp(1);")]
    [InlineData("var r = h * [|0.1|];", "var r = h * (Half)0.1;")]
    [InlineData("var r = h * [|y|];", "var r = h * (Half)y;")]
    [InlineData("var r = f * [|0.1|] + [|0.2|]; // both", "var r = f * 0.1f + 0.2f; // both")]
    public async Task RoundedScalar_IsReportedAndMended(string before, string after) =>
        await FixTest<NarrowingScalarAnalyzer, NarrowingScalarFix>.Verify(Tensors + before, Tensors + after);

    [Theory]
    [InlineData("var r = f * 2.0;")]
    [InlineData("var r = f * 0.5;")]
    [InlineData("var r = f * -0.75;")]
    [InlineData("var r = f * 0.1f;")]
    [InlineData("var r = f * (float)x;")]
    [InlineData("var r = f * (double)y;")]
    [InlineData("var r = f * y;")]
    [InlineData("var r = f * n;")]
    [InlineData("var r = d * 0.1;")]
    [InlineData("var r = d * x;")]
    [InlineData("var r = i * 0.1;")]
    [InlineData("var r = f + double.NaN;")]
    [InlineData("var r = f + double.PositiveInfinity;")]
    [InlineData("var r = h * 0.25;")]
    [InlineData("f *= 2.0;")]
    [InlineData("x *= 0.1; var r = x * 0.1 + y;")]
    [InlineData("var r = f.Cast<double>() * 0.1;")]
    public async Task ExactScalar_IsSilent(string statements) => await RuleTest<NarrowingScalarAnalyzer>.Verify(Tensors + statements);

    [Fact]
    public async Task Project_IsMendedAtOnce() => await FixTest<NarrowingScalarAnalyzer, NarrowingScalarFix>.VerifyProject(
        "class A { object M(Tensor<float, Cpu> f, double x) => f * 0.1 + f * x; }", "class B { object M(Tensor<Half, Cpu> h) => h * 0.1; }");

    // The operator rounds the scalar before it computes, and so does what the fix writes.
    [Theory]
    [InlineData("x * 0.1", "x * 0.1f")]
    [InlineData("0.3 / x", "0.3f / x")]
    [InlineData("x - Math.PI", "x - (float)Math.PI")]
    [InlineData("x + 1e-3", "x + 1e-3f")]
    public void Mended_GivesTheSameBits(string before, string after)
    {
        static string Member(string name, string result) => $"public static float[] {name}(float[] values) {{ Tensor<float, Cpu> x = values.AsTensor(values.Length); return ({result}).ToArray(); }}";
        Type members = new MemberCompilation([Member("Before", before), Member("After", after)]).Load();
        float[] Run(string name, float[] values) => (float[])members.GetMethod(name)!.Invoke(null, [values])!;
        var random = new Random(2);
        float[] values = [.. Enumerable.Range(0, 10_000).Select(_ => BitConverter.UInt32BitsToSingle((uint)random.NextInt64(1L << 32))).Where(value => !float.IsNaN(value))];
        Assert.Equal(Run("Before", values).Select(BitConverter.SingleToInt32Bits), Run("After", values).Select(BitConverter.SingleToInt32Bits));
    }
}
