using Microsoft.CodeAnalysis;
using TypedTensors.Analyzers.Precision;
using TypedTensors.CodeFixes.Precision;
using TypedTensors.Testing.Analyzers;
using TypedTensors.Testing.Generation;

namespace TypedTensors.Analyzers.Tests.Precision;

/// <summary>TT1011: a product or quotient computed in 32 bits and widened afterwards.</summary>
public class LateWideningTests
{
    const string Head = """
        int a = Environment.TickCount, b = a + 1, c = 7; uint u = (uint)a; byte s = 3, t = 4; long l = 1; double d = 2; float f = 3; bool yes = a > b; int[] xs = [a];

        """;

    const string Tail = "\nstatic class Op { public static void Take(long x) { } public static void Double(double x) { } }";

    [Theory]
    [InlineData("l = [|a * b|];", "l = (long)a * b;")]
    [InlineData("l += [|a * b|];", "l += (long)a * b;")]
    [InlineData("l = [|a * b|] + c;", "l = (long)a * b + c;")]
    [InlineData("l = [|a * b * c|];", "l = (long)a * b * c;")]
    [InlineData("l = -([|a * b|]);", "l = -((long)a * b);")]
    [InlineData("l = [|(a + 1) * b|];", "l = (long)(a + 1) * b;")]
    [InlineData("ulong w = [|u * u|];", "ulong w = (ulong)u * u;")]
    [InlineData("nint w = [|a * b|];", "nint w = (nint)a * b;")]
    [InlineData("d = [|a * b|];", "d = (double)a * b;")]
    [InlineData("f = [|a * b|];", "f = (float)a * b;")]
    [InlineData("decimal m = [|a * b|];", "decimal m = (decimal)a * b;")]
    [InlineData("d = [|a / b|];", "d = (double)a / b;")]
    [InlineData("d = [|a / 2|] + 1;", "d = (double)a / 2 + 1;")]
    [InlineData("d = yes ? [|a / b|] : 0;", "d = yes ? (double)a / b : 0;")]
    [InlineData("Op.Take([|a * b|]);", "Op.Take((long)a * b);")]
    [InlineData("Op.Double(/* mean */ [|xs[0] / xs.Length|]); // rounded", "Op.Double(/* mean */ (double)xs[0] / xs.Length); // rounded")]
    [InlineData("Func<int, long> g = k => [|k * a|];", "Func<int, long> g = k => (long)k * a;")]
    [InlineData("d = d + [|a * a|];", "d = d + (double)a * a;")]
    [InlineData("d = [|2 * a|];", "d = 2 * (double)a;")]
    [InlineData("l = [|2 * a * b|];", "l = 2 * (long)a * b;")]
    [InlineData("d = [|1 / a|];", "d = 1 / (double)a;")]
    [InlineData("d = [|1 / 2|];", "d = (double)1 / 2;")]
    [InlineData("l = yes switch { true => [|a * b|], _ => 0 };", "l = yes switch { true => (long)a * b, _ => 0 };")]
    [InlineData("long? w = [|a * b|];", "long? w = (long)a * b;")]
    [InlineData("int? n = a; long? w = [|n * b|];", "int? n = a; long? w = (long?)n * b;")]
    [InlineData("Int128 w = [|a * b|];", "Int128 w = (Int128)a * b;")]
    [InlineData("System.Numerics.BigInteger w = [|a * b|];", "System.Numerics.BigInteger w = (System.Numerics.BigInteger)a * b;")]
    [InlineData("System.Numerics.Complex w = [|a / b|];", "System.Numerics.Complex w = (System.Numerics.Complex)a / b;")]
    [InlineData("if (a > 100000) return; l = [|a * a|];", "if (a > 100000) return; l = (long)a * a;")]
    public async Task LateWidening_IsReportedAndMended(string before, string after) =>
        await FixTest<LateWideningAnalyzer, LateWideningFix>.Verify(Head + before + Tail, Head + after + Tail);

    [Theory]
    [InlineData("int x = a * b;")]
    [InlineData("l = (long)a * b;")]
    [InlineData("l = (long)(a * b);")]
    [InlineData("d = (double)(a / b);")]
    [InlineData("l = a / b;")]
    [InlineData("l = s * t;")]
    [InlineData("l = (a & 0xFFF) * (b & 0xFFF);")]
    [InlineData("l = Math.Clamp(a, 0, 1000) * Math.Min(Math.Abs(c), 1000);")]
    [InlineData("l = (a % 1000) * 1000;")]
    [InlineData("l = checked(a * b);")]
    [InlineData("l = a * u;")]
    [InlineData("d = a * 1.0 * b; d = a / 2.0;")]
    [InlineData("const int K = 60 * 60 * 24; l = K * 1000; d = 10 / 5;")]
    [InlineData("for (int k = 0; k < 1000; k++) { d += k * k; l += k * 100; }")]
    [InlineData("int size = s << 2; l = size * size;")]
    [InlineData("object o = a * b; var v = a * b; string text = $\"{a * b}\";")]
    [InlineData("dynamic v = a * b; d = v / 2;")]
    [InlineData("d = a / 1;")]
    [InlineData("if (a > 46340 || a < 0) throw new ArgumentOutOfRangeException(); d = a * a; var r = new double[a]; for (int k = 0; k < r.Length; k++) r[k] = k * k;")]
    [InlineData("static double Square(int k) => k is >= 0 and < 1000 ? k * k : 0; d = Square(3);")]
    [InlineData("static double Square(int k) { ArgumentOutOfRangeException.ThrowIfNegative(k); ArgumentOutOfRangeException.ThrowIfGreaterThan(k, 1000); return k * k; } d = Square(3);")]
    [InlineData("for (int y = -3; y <= 3; y++) for (int x = 3; x >= -3; x--) d += Math.Exp(-(x * x + y * y) / 2.0);")]
    [InlineData("int step = 0; while (step < 100) { step++; d += step * step; }")]
    [InlineData("l = a switch { 0 => a * b, > 0 and < 9 => a * 1000, _ => 0 };")]
    [InlineData("l = DateTime.Now.Hour * 3600 + DateTime.Now.Minute * 60;")]
    [InlineData("System.Numerics.BigInteger w = s * t; Int128 v = s * t;")]
    public async Task WhatFits_OrIsWritten_IsSilent(string statements) => await RuleTest<LateWideningAnalyzer>.Verify(Head + statements + Tail);

    [Theory]
    [InlineData("d = [|a * a|];", DiagnosticSeverity.Warning)]
    [InlineData("d += [|(a - b) * (a - b)|];", DiagnosticSeverity.Warning)]
    [InlineData("f = [|xs[0] * xs[0]|];", DiagnosticSeverity.Warning)]
    [InlineData("l = [|a * a|];", DiagnosticSeverity.Info)]
    [InlineData("d = [|a * b|];", DiagnosticSeverity.Info)]
    [InlineData("d = [|a / a|];", DiagnosticSeverity.Info)]
    public async Task SquareIntoFloating_IsAWarning(string statements, DiagnosticSeverity severity) =>
        Assert.All(await RuleTest<LateWideningAnalyzer>.Verify(Head + statements + Tail), report => Assert.Equal(severity, report.Severity));

    [Fact]
    public async Task Message_WritesTheCastAsTheFixDoes() => await RuleTest<LateWideningAnalyzer>.Verify(Head + "d = [|(a - b) * c|];" + Tail, "widen an operand first: '(double)(a - b)'");

    [Fact]
    public void Mended_ComputesTheProduct()
    {
        Type members = new MemberCompilation(["public static long Before(int a, int b) => a * b;", "public static long After(int a, int b) => (long)a * b;"]).Load();
        long Run(string name, int a, int b) => (long)members.GetMethod(name)!.Invoke(null, [a, b])!;
        Assert.Equal(Run("Before", 46340, 46340), Run("After", 46340, 46340));
        Assert.Equal(2147488281, Run("After", 46341, 46341));
        Assert.Equal(-2147479015, Run("Before", 46341, 46341));
    }

    [Fact]
    public async Task Project_IsMendedAtOnce() => await FixTest<LateWideningAnalyzer, LateWideningFix>.VerifyProject(
        "class A { long M(int a, int b) => a * b + b * b; }", "class B { double M(int a, int b) => a / b; }");
}
