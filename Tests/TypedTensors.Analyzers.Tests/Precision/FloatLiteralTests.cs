using Microsoft.CodeAnalysis;
using TypedTensors.Analyzers.Precision;
using TypedTensors.CodeFixes.Precision;
using TypedTensors.Testing.Analyzers;

namespace TypedTensors.Analyzers.Tests.Precision;

/// <summary>TT1010: a float literal stored in a double.</summary>
public class FloatLiteralTests
{
    const string Head = "double d = 1; float f = 2; bool c = d > 0; double[] doubles; double? hole; (double, int) pair; object o;\n";

    const string Tail = "\nstatic class Op { public static double Take(double x, double scale = 1) => x; public static void Any<T>(T x) { } }";

    [Theory]
    [InlineData("d = [|0.1f|];", "d = 0.1;")]
    [InlineData("d = -[|0.1f|];", "d = -0.1;")]
    [InlineData("d = [|1e-4F|];", "d = 1e-4;")]
    [InlineData("d = [|16777217f|];", "d = 16777217d;")]
    [InlineData("d = [|0.000_1f|];", "d = 0.000_1;")]
    [InlineData("d *= [|0.1f|];", "d *= 0.1;")]
    [InlineData("d = d + [|0.1f|];", "d = d + 0.1;")]
    [InlineData("d = c ? [|0.1f|] : 1f;", "d = c ? 0.1 : 1f;")]
    [InlineData("d = Op.Take([|0.1f|]);", "d = Op.Take(0.1);")]
    [InlineData("d = Op.Take(d, scale: [|0.1f|]);", "d = Op.Take(d, scale: 0.1);")]
    [InlineData("doubles = [[|0.1f|], 2];", "doubles = [0.1, 2];")]
    [InlineData("doubles = new[] { [|0.1f|], 2.5 };", "doubles = new[] { 0.1, 2.5 };")]
    [InlineData("hole = [|0.1f|];", "hole = 0.1;")]
    [InlineData("pair = ([|0.1f|], 1);", "pair = (0.1, 1);")]
    [InlineData("c = d is > [|0.1f|];", "c = d is > 0.1;")]
    [InlineData("c = d == /* a */ [|0.1f|] /* b */;", "c = d == /* a */ 0.1 /* b */;")]
    [InlineData("const double twoPi = 2 * [|3.14159265f|];", "const double twoPi = 2 * 3.14159265;")]
    [InlineData("d = [|1f|] / 3;", "d = 1d / 3;")]
    [InlineData("d = d * ([|0.1f|] + [|0.2f|] - 1f);", "d = d * (0.1 + 0.2 - 1f);")]
    [InlineData("d = -(10 % [|0.3f|]);", "d = -(10 % 0.3);")]
    [InlineData("Func<double> g = () => [|0.1f|];", "Func<double> g = () => 0.1;")]
    [InlineData("d = f switch { > 1 => [|0.1f|], _ => 0.5f };", "d = f switch { > 1 => 0.1, _ => 0.5f };")]
    public async Task FloatLiteral_IsReportedAndMended(string before, string after) =>
        await FixTest<FloatLiteralAnalyzer, FloatLiteralFix>.Verify(Head + before + Tail, Head + after + Tail);

    [Theory]
    [InlineData("d = 0.1;")]
    [InlineData("d = 0.5f;")]
    [InlineData("d = 3f;")]
    [InlineData("d = 1f / 4; d = 0.5f + 0.25f; d = 2 * 3f; d = -(1 / 2 * 3f);")]
    [InlineData("d = (float)(0.1f * 3); d = f / 3f; d = f * (0.1f + 1);")]
    [InlineData("d = -1e3f;")]
    [InlineData("f = 0.1f;")]
    [InlineData("d = (double)0.1f;")]
    [InlineData("d = f * 0.1f;")]
    [InlineData("d = Math.Max(f, 0.1f);")]
    [InlineData("o = 0.1f;")]
    [InlineData("Op.Any(0.1f);")]
    [InlineData("const float Third = 0.1f; d = Third;")]
    [InlineData("d = c ? f : 0.1f;")]
    [InlineData("float[] floats = [0.1f]; var x = f is 0.1f;")]
    [InlineData("dynamic v = 0.1f; d = v;")]
    public async Task OtherLiteral_IsSilent(string statements) =>
        await RuleTest<FloatLiteralAnalyzer>.Verify((Head + statements + Tail).Replace("d = c ? f : 0.1f", "f = c ? f : 0.1f", StringComparison.Ordinal));

    [Theory]
    [InlineData("class C { const double Rate = [|0.0001f|]; }", DiagnosticSeverity.Warning)]
    [InlineData("class C { void M() { const double Rate = [|0.0001f|]; } }", DiagnosticSeverity.Warning)]
    [InlineData("class C { void M(double rate = [|0.0001f|]) { } }", DiagnosticSeverity.Warning)]
    [InlineData("class C(double rate = -[|0.0001f|]) { double Rate => rate; }", DiagnosticSeverity.Warning)]
    [InlineData("class C { double rate = [|0.0001f|]; }", DiagnosticSeverity.Info)]
    [InlineData("class C { double Rate { get; } = [|0.0001f|]; }", DiagnosticSeverity.Info)]
    [InlineData("class C { double M() { double rate = [|0.0001f|]; return rate; } }", DiagnosticSeverity.Info)]
    public async Task WhatOthersRead_IsAWarning(string source, DiagnosticSeverity severity) =>
        Assert.All(await RuleTest<FloatLiteralAnalyzer>.Verify(source), report => Assert.Equal(severity, report.Severity));

    [Fact]
    public async Task Message_SaysWhatTheDoubleIs() => await RuleTest<FloatLiteralAnalyzer>.Verify(Head + "d = [|0.1f|];" + Tail, "which then is 0.10000000149011612");

    [Fact]
    public async Task Project_IsMendedAtOnce() => await FixTest<FloatLiteralAnalyzer, FloatLiteralFix>.VerifyProject(
        "class A { const double X = 0.1f; void M(double y = 0.2f) { } }", "class B { double[] Z = { 0.1f, 0.5f }; }");
}
