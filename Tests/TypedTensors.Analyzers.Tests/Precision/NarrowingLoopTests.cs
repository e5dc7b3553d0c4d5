using TypedTensors.Analyzers.Precision;
using TypedTensors.CodeFixes.Precision;
using TypedTensors.Testing.Analyzers;

namespace TypedTensors.Analyzers.Tests.Precision;

/// <summary>TT1003: a foreach loop narrows each element.</summary>
public class NarrowingLoopTests
{
    const string Head = """
        double[] doubles = [0.1]; long[] longs = [1]; int[] ints = [1]; float[] floats = [1]; byte[] bytes = [1]; List<(double, long)> pairs = [(1, 2)];
        decimal[] prices = [1]; double?[] holes = [null]; double[,] table = { { 1 } }; object[] boxes = [1f]; Feet[] feet = [new(1)]; dynamic[] any = [1.0];
        Span<double> span = [0.1]; Tensor<double, Cpu> t = Tensor<double, Cpu>.Zeros(3); nint[] natives = [1]; uint[] unsigned = [1];

        """;

    const string Tail = """


        static class Use { public static void It<T>(T value) { } }
        struct Feet(double value) { public double Value = value; public static explicit operator float(Feet feet) => (float)feet.Value; public static implicit operator double(Feet feet) => feet.Value; }
        """;

    [Theory]
    [InlineData("foreach ([|float|] x in doubles) Use.It(x);", "foreach (var x in doubles) Use.It(x);")]
    [InlineData("foreach ([|Half|] x in doubles) Use.It(x);", "foreach (var x in doubles) Use.It(x);")]
    [InlineData("foreach ([|Half|] x in floats) Use.It(x);", "foreach (var x in floats) Use.It(x);")]
    [InlineData("foreach ([|int|] x in longs) Use.It(x);", "foreach (var x in longs) Use.It(x);")]
    [InlineData("foreach ([|int|] x in doubles) Use.It(x);", "foreach (var x in doubles) Use.It(x);")]
    [InlineData("foreach ([|byte|] x in ints) Use.It(x);", "foreach (var x in ints) Use.It(x);")]
    [InlineData("foreach ([|uint|] x in ints) Use.It(x);", "foreach (var x in ints) Use.It(x);")]
    [InlineData("foreach ([|int|] x in unsigned) Use.It(x);", "foreach (var x in unsigned) Use.It(x);")]
    [InlineData("foreach ([|int|] x in natives) Use.It(x);", "foreach (var x in natives) Use.It(x);")]
    [InlineData("foreach ([|float|] x in prices) Use.It(x);", "foreach (var x in prices) Use.It(x);")]
    [InlineData("foreach ([|float?|] x in holes) Use.It(x);", "foreach (var x in holes) Use.It(x);")]
    [InlineData("foreach ([|float|] x in table) Use.It(x);", "foreach (var x in table) Use.It(x);")]
    [InlineData("foreach ([|float|] x in span) Use.It(x);", "foreach (var x in span) Use.It(x);")]
    [InlineData("foreach ([|(float, int)|] x in pairs) Use.It(x);", "foreach (var x in pairs) Use.It(x);")]
    [InlineData("foreach ([|float|] x in feet) Use.It(x);", "foreach (var x in feet) Use.It(x);")]
    [InlineData("foreach ([|float|] x in t.ToArray()) Use.It(x);", "foreach (var x in t.ToArray()) Use.It(x);")]
    [InlineData("foreach ([|float|] x in doubles.Where(d => d > 0)) Use.It(x);", "foreach (var x in doubles.Where(d => d > 0)) Use.It(x);")]
    [InlineData("Action a = () => { foreach (/* why */ [|float|] x in doubles) Use.It(x); };", "Action a = () => { foreach (/* why */ var x in doubles) Use.It(x); };")]
    [InlineData("foreach ([|int|] x in new long[] { 1, 1L << 40 }) Use.It(x);", "foreach (var x in new long[] { 1, 1L << 40 }) Use.It(x);")]
    public async Task HiddenCast_IsReportedAndMended(string before, string after) =>
        await FixTest<NarrowingLoopAnalyzer, NarrowingLoopFix>.Verify(Head + before + Tail, Head + after + Tail);

    [Theory]
    [InlineData("foreach (var x in doubles) Use.It((float)x);")]
    [InlineData("foreach (double x in doubles) Use.It(x);")]
    [InlineData("foreach (double x in floats) Use.It(x);")]
    [InlineData("foreach (double x in longs) Use.It(x);")]
    [InlineData("foreach (float x in ints) Use.It(x);")]
    [InlineData("foreach (long x in ints) Use.It(x);")]
    [InlineData("foreach (int x in bytes) Use.It(x);")]
    [InlineData("foreach (float x in boxes) Use.It(x);")]
    [InlineData("foreach (float x in any) Use.It(x);")]
    [InlineData("foreach (double x in feet) Use.It(x);")]
    [InlineData("foreach (double? x in doubles) Use.It(x);")]
    [InlineData("foreach (var (x, y) in pairs) Use.It(x + y);")]
    [InlineData("foreach ((double, long) x in pairs) Use.It(x);")]
    [InlineData("foreach (float x in doubles.Select(d => (float)d)) Use.It(x);")]
    [InlineData("foreach (int x in new long[] { 1, 2, 3 }) Use.It(x);")]
    [InlineData("foreach (object x in doubles) Use.It(x);")]
    [InlineData("foreach (DayOfWeek x in ints) Use.It(x);")]
    public async Task LoopWithoutLoss_IsSilent(string statements) => await RuleTest<NarrowingLoopAnalyzer>.Verify(Head + statements + Tail);

    [Fact]
    public async Task LoopWhoseBodyNeedsTheNarrowType_HasNoFix() =>
        await FixTest<NarrowingLoopAnalyzer, NarrowingLoopFix>.VerifyNoFix(Head + "foreach ([|float|] x in doubles) { float y = x; Use.It(y); }" + Tail);

    [Fact]
    public async Task AsyncLoop_IsReported() => await RuleTest<NarrowingLoopAnalyzer>.Verify(
        "class C { async System.Threading.Tasks.Task M(IAsyncEnumerable<double> values) { await foreach ([|float|] x in values) { } } }");

    [Fact]
    public async Task GenericMath_IsLeftAlone() => await RuleTest<NarrowingLoopAnalyzer>.Verify(
        "class C { void M<T>(IEnumerable<T> values) where T : struct, System.Numerics.INumber<T> { foreach (T x in values) { } } }");

    [Fact]
    public async Task Project_IsMendedAtOnce() => await FixTest<NarrowingLoopAnalyzer, NarrowingLoopFix>.VerifyProject(
        "class A { void M(double[] d, long[] l) { foreach (float x in d) { } foreach (int x in l) { } } }", "class B { void M(double[] d) { foreach (Half x in d) { } } }");
}
