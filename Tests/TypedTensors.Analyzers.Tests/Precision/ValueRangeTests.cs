using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TypedTensors.Analyzers.Precision;
using TypedTensors.Testing.Generation;

namespace TypedTensors.Analyzers.Tests.Precision;

/// <summary>What integers an expression can be.</summary>
public class ValueRangeTests
{
    [Theory]
    [InlineData("i", int.MinValue, int.MaxValue)]
    [InlineData("b", 0, 255)]
    [InlineData("(long)b", 0, 255)]
    [InlineData("(byte)i", 0, 255)]
    [InlineData("(int)b", 0, 255)]
    [InlineData("c", 0, 65535)]
    [InlineData("42", 42, 42)]
    [InlineData("l & 0xFF", 0, 255)]
    [InlineData("0xFF & l", 0, 255)]
    [InlineData("b & 7", 0, 7)]
    [InlineData("i & -8", int.MinValue, int.MaxValue)]
    [InlineData("i % 10", -9, 9)]
    [InlineData("b % 10", 0, 9)]
    [InlineData("i % -10", -9, 9)]
    [InlineData("b >> 4", 0, 15)]
    [InlineData("i >> 24", -128, 127)]
    [InlineData("i >>> 24", 0, 255)]
    [InlineData("u >> 24", 0, 255)]
    [InlineData("l >>> 60", 0, 15)]
    [InlineData("b << 2", 0, 1020)]
    [InlineData("b >> 33", 0, 127)]
    [InlineData("b >> i", int.MinValue, int.MaxValue)]
    [InlineData("b + b", 0, 510)]
    [InlineData("b - b", -255, 255)]
    [InlineData("b * -2", -510, 0)]
    [InlineData("(b - 100) * (b - 100)", -15500, 24025)]
    [InlineData("b / 2", 0, 127)]
    [InlineData("(b - 100) / -10", -15, 10)]
    [InlineData("b / b", int.MinValue, int.MaxValue)]
    [InlineData("i * 2", int.MinValue, int.MaxValue)]
    [InlineData("-b", -255, 0)]
    [InlineData("+b", 0, 255)]
    [InlineData("Math.Min(i & 255, 10)", 0, 10)]
    [InlineData("Math.Max(b, (byte)10)", 10, 255)]
    [InlineData("Math.Clamp(l, -5, 5)", -5, 5)]
    [InlineData("Math.Abs(i % 10)", 0, 9)]
    [InlineData("int.Clamp(i, 0, 3)", 0, 3)]
    [InlineData("int.Min(Math.Abs(s % 100), 7)", 0, 7)]
    [InlineData("Math.Sign(i)", -1, 1)]
    [InlineData("System.Numerics.BitOperations.PopCount(u)", 0, 64)]
    [InlineData("new Random().Next(6)", 0, 6)]
    [InlineData("new Random().Next(1, 7)", 1, 7)]
    [InlineData("xs.Length", 0, int.MaxValue)]
    [InlineData("i > 0 ? b : -1", -1, 255)]
    [InlineData("i switch { 0 => 1, 1 => b, _ => 9 }", 0, 255)]
    [InlineData("once", 0, 15)]
    [InlineData("twice", int.MinValue, int.MaxValue)]
    [InlineData("given", int.MinValue, int.MaxValue)]
    [InlineData("(int)d", int.MinValue, int.MaxValue)]
    [InlineData("(DayOfWeek)b", 0, 255)]
    [InlineData("DateTime.Now.Hour", 0, 23)]
    [InlineData("TimeSpan.Zero.Minutes", -59, 59)]
    [InlineData("TimeSpan.Zero.Days", int.MinValue, int.MaxValue)]
    [InlineData("table.Length", 0, 255)]
    [InlineData("i is >= 0 and < 100 ? i : 0", 0, 99)]
    [InlineData("i > 9 || i < 0 ? 0 : i", 0, 9)]
    [InlineData("i switch { >= 0 and < 9 => i, 20 or 30 => i, _ => 0 }", 0, 30)]
    [InlineData("i switch { _ when i > 0 && i < 5 => i, _ => 0 }", 0, 4)]
    [InlineData("Math.Abs(i) < 10 ? i : 0", -9, 9)]
    [InlineData("!(i < 0) && 50 > i ? i : 0", 0, 49)]
    [InlineData("i is not 7 ? 0 : i", 0, 7)]
    public void Expression_HasTheRange(string expression, long min, long max) => Check($"var result = {expression};", min, max);

    [Theory]
    [InlineData("for (int k = 0; k < 10; k++) { var result = k; }", 0, 9)]
    [InlineData("for (int k = 1; k <= b; ++k) { var result = k; }", 1, 255)]
    [InlineData("for (int k = 0; k < 10; k += 2) { var result = k; }", 0, 9)]
    [InlineData("for (int k = -3; k <= 3; k++) { var result = k; }", -3, 3)]
    [InlineData("for (int k = 10; k >= 0; k--) { var result = k; }", 0, 10)]
    [InlineData("for (int k = 10; 0 < k; k -= 3) { var result = k; }", 1, 10)]
    [InlineData("for (int k = 0; d > 0 && k < 10; k++) { var result = k; }", 0, 9)]
    [InlineData("for (int k = 0; k < table.Length; k++) { var result = k; }", 0, 254)]
    [InlineData("for (int k = 0; k < 100; k++) { if (k >= 8) continue; var result = k; }", 0, 7)]
    [InlineData("for (int k = 0; k < 10; k++) { if (d > 0) k++; var result = k; }", 0, 11)]
    [InlineData("int k = 0; while (k < 10) { k++; var result = k; }", 0, 10)]
    [InlineData("int k = 0; while (k < 10) { k++; k += 2; } { var result = k; }", 0, 12)]
    [InlineData("int k = 0; while (k < 10) { while (d > 0) { k++; } var result = k; }", int.MinValue, int.MaxValue)]
    [InlineData("int k = 0; while (k < 10) { Action a = () => k++; var result = k; }", int.MinValue, int.MaxValue)]
    [InlineData("int k = 0; while (k < 10 || d > 0) { k++; var result = k; }", int.MinValue, int.MaxValue)]
    [InlineData("int k = 0; do { k++; var result = k; } while (k < 10);", int.MinValue, int.MaxValue)]
    [InlineData("for (int k = 0; k < 10; k++) { k = i; var result = k; }", int.MinValue, int.MaxValue)]
    [InlineData("for (int k = 0; k < 10; k--) { var result = k; }", int.MinValue, int.MaxValue)]
    [InlineData("int k = 0; for (; k < 10; k++) { } { var result = k; }", 0, 10)]
    [InlineData("foreach (byte k in new byte[1]) { var result = k; }", 0, 255)]
    public void Counter_HasTheRangeOfItsLoop(string statements, long min, long max) => Check(statements, min, max);

    [Theory]
    [InlineData("if (i > 46340 || i < 0) throw new ArgumentOutOfRangeException(); var result = i;", 0, 46340)]
    [InlineData("if (i < 0) { return; } if (i >= 100) { Console.WriteLine(); return; } var result = i;", 0, 99)]
    [InlineData("if (i >= 0 && i < 100) { var result = i; }", 0, 99)]
    [InlineData("if (i < 0 || i >= 100) { } else { var result = i; }", 0, 99)]
    [InlineData("if (i < 0 || i >= 100) { } else if (i > 50) { var result = i; }", 51, 99)]
    [InlineData("ArgumentOutOfRangeException.ThrowIfNegative(i); ArgumentOutOfRangeException.ThrowIfGreaterThan(i, 1000); var result = i;", 0, 1000)]
    [InlineData("System.Diagnostics.Debug.Assert(i >= 0 && i < b); var result = i;", 0, 254)]
    [InlineData("if (i > 9 || i < 0) return; int copy = i; var result = copy;", 0, 9)]
    [InlineData("int copy = i; if (i > 9 || i < 0) return; var result = copy;", 0, 9)]
    [InlineData("if (i > 9 || i < 0) return; Func<int> f = () => { var result = i; return result; };", 0, 9)]
    [InlineData("int.TryParse(\"3\", out int parsed); if (parsed is < 0 or > 7) return; var result = parsed;", 0, 7)]
    [InlineData("foreach (int item in xs) { if (item > 9 || item < 0) continue; var result = item; }", 0, 9)]
    [InlineData("while (i > 0 && i < 5) { var result = i; }", 1, 4)]
    [InlineData("if (u > 65535) return; var result = u;", 0, 65535)]
    public void Conditions_LimitWhatDoesNotChange(string statements, long min, long max) => Check(statements, min, max);

    [Theory]
    [InlineData("if (i > 9 || i < 0) return; i = xs[0]; var result = i;")]
    [InlineData("if (i > 9 || i < 0) return; int.TryParse(\"3\", out i); var result = i;")]
    [InlineData("if (i > 9 || i < 0) return; ref int other = ref i; var result = i;")]
    [InlineData("if (i > 9 || i < 0) Console.WriteLine(); var result = i;")]
    [InlineData("if (i > 9 && i < 0) return; var result = i;")]
    [InlineData("if (i <= 9 || d > 0) { var result = i; }")]
    [InlineData("f(); if (i > 9 || i < 0) return; void f() { var result = i; }")]
    [InlineData("var result = i; if (i > 9 || i < 0) return;")]
    [InlineData("if (xs[0] > 9) return; var result = xs[0];")]
    public void Conditions_ThatMayNotHold_LimitNothing(string statements) => Check(statements, int.MinValue, int.MaxValue);

    [Fact]
    public void ParameterOfAClass_MayBeWrittenElsewhere() => Assert.Equal(
        new ValueRange(int.MinValue, int.MaxValue), RangeIn("class C(int i) { void M() { if (i is > 9 or < 0) return; N(); var result = i; } void N() => i++; }"));

    [Fact]
    public void WhatIsNoInteger_HasNone() => Assert.Null(RangeOf("var result = d;"));

    static void Check(string statements, long min, long max) => Assert.Equal(new ValueRange(min, max), RangeOf(statements));

    static ValueRange? RangeOf(string statements) => RangeIn($$"""
        class C
        {
            void M(int i, long l, uint u, byte b, short s, char c, double d, int[] xs)
            {
                int once = b & 15, twice = 1, given = 2; int[] table = new int[b];
                twice = i; int.TryParse("3", out given);
                {{statements}}
            }
        }
        """);

    static ValueRange? RangeIn(string source)
    {
        CSharpCompilation compilation = SourceCompilation.Create(source);
        Assert.Empty(compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        SyntaxTree tree = compilation.SyntaxTrees[0];
        ExpressionSyntax value = tree.GetRoot().DescendantNodes().OfType<VariableDeclaratorSyntax>().Single(declarator => declarator.Identifier.ValueText == "result").Initializer!.Value;
        return ValueRanges.Of(compilation.GetSemanticModel(tree).GetOperation(value)!);
    }
}
