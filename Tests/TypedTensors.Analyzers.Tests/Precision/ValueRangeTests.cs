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
    public void Expression_HasTheRange(string expression, long min, long max) => Check($"var result = {expression};", min, max);

    [Theory]
    [InlineData("for (int k = 0; k < 10; k++) { var result = k; }", 0, 9)]
    [InlineData("for (int k = 1; k <= b; ++k) { var result = k; }", 1, 255)]
    [InlineData("for (int k = 0; k < 10; k += 2) { var result = k; }", int.MinValue, int.MaxValue)]
    [InlineData("for (int k = 0; k < 10; k++) { k = i; var result = k; }", int.MinValue, int.MaxValue)]
    [InlineData("for (int k = 0; k < 10; k--) { var result = k; }", int.MinValue, int.MaxValue)]
    [InlineData("int k = 0; for (; k < 10; k++) { } { var result = k; }", int.MinValue, int.MaxValue)]
    [InlineData("foreach (byte k in new byte[1]) { var result = k; }", 0, 255)]
    public void Counter_HasTheRangeOfItsLoop(string statements, long min, long max) => Check(statements, min, max);

    [Fact]
    public void WhatIsNoInteger_HasNone() => Assert.Null(RangeOf("var result = d;"));

    static void Check(string statements, long min, long max) => Assert.Equal(new ValueRange(min, max), RangeOf(statements));

    static ValueRange? RangeOf(string statements)
    {
        CSharpCompilation compilation = SourceCompilation.Create($$"""
            class C
            {
                void M(int i, long l, uint u, byte b, short s, char c, double d, int[] xs)
                {
                    int once = b & 15, twice = 1, given = 2;
                    twice = i; int.TryParse("3", out given);
                    {{statements}}
                }
            }
            """);
        Assert.Empty(compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        SyntaxTree tree = compilation.SyntaxTrees[0];
        ExpressionSyntax value = tree.GetRoot().DescendantNodes().OfType<VariableDeclaratorSyntax>().Single(declarator => declarator.Identifier.ValueText == "result").Initializer!.Value;
        return ValueRanges.Of(compilation.GetSemanticModel(tree).GetOperation(value)!);
    }
}
