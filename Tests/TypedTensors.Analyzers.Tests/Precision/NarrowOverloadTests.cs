using TypedTensors.Analyzers.Precision;
using TypedTensors.CodeFixes.Precision;
using TypedTensors.Testing.Analyzers;

namespace TypedTensors.Analyzers.Tests.Precision;

/// <summary>TT1005: an integer takes the float overload although there is one of double.</summary>
public class NarrowOverloadTests
{
    const string Head = """
        int n = Environment.TickCount; long l = n; uint u = (uint)n; byte b = 3; short s = 4; float f = 5; double d = 6; Vec v = new(1.0); const int Big = 16777217; Tensor<float, Cpu> t = Tensor<float, Cpu>.Zeros(2); Acc acc = new();

        """;

    const string Tail = """


        struct Vec
        {
            public double X;
            public Vec(float x) => X = x;
            public Vec(double x) => X = x;
            public static Vec operator *(Vec v, float s) => new(v.X * s);
            public static Vec operator *(Vec v, double s) => new(v.X * s);
            public static implicit operator Vec(float x) => new(x);
            public static implicit operator Vec(double x) => new(x);
        }
        class Acc
        {
            public double Sum;
            public void operator +=(float x) => Sum += x;
            public void operator +=(double x) => Sum += x;
            public double this[float at] => at;
            public double this[double at] => at;
        }
        static class Op
        {
            public static void Log(float x) { }
            public static void Log(double x) { }
            public static void Log(float x, float y) { }
            public static void Log(double x, double y) { }
            public static void Only(float x) { }
            public static void Own(float x) { }
            public static void Own(double x) { }
            public static void Own(long x) { }
            public static void Named(int k, float scale = 1) { }
            public static void Named(int k, double scale) { }
            public static void Vector(Span<float> x, float y) { }
            public static void Vector(Span<float> x, double y) { }
            public static float Half(float x, int k) => x;
            public static double Half(double x, int k) => x;
            public static void All(params float[] x) { }
            public static void All(params double[] x) { }
            public static void Span(ReadOnlySpan<float> x) { }
            public static void Span(ReadOnlySpan<double> x) { }
            public static void Scale(float[] x, float factor) { }
            public static void Scale(float[] x, double factor) { }
            public static void Into(this Acc a, float x) { }
            public static void Into(this Acc a, double x) { }
            public static T With<T>(T x, float y) => x;
            public static T With<T>(T x, double y) => x;
            public static void Maybe(float? x) { }
            public static void Maybe(double? x) { }
            extension(Acc) { public static Acc operator -(Acc a, float x) => a; public static Acc operator -(Acc a, double x) => a; }
        }
        """;

    [Theory]
    [InlineData("Op.Log([|n|]);", "Op.Log((double)n);")]
    [InlineData("Op.Log([|l|]);", "Op.Log((double)l);")]
    [InlineData("Op.Log([|u + 1|]);", "Op.Log((double)(u + 1));")]
    [InlineData("Op.Log([|n|], [|l|]);", null)]
    [InlineData("Op.Log([|Big|]);", "Op.Log((double)Big);")]
    [InlineData("Op.Log([|Environment.TickCount|]);", "Op.Log((double)Environment.TickCount);")]
    [InlineData("Op.Log(x: /* why */ [|n|]); // because", "Op.Log(x: /* why */ (double)n); // because")]
    [InlineData("Op.Log([|n|], 2);", "Op.Log((double)n, 2);")]
    [InlineData("Op.Named(1, scale: [|n|]);", "Op.Named(1, scale: (double)n);")]
    [InlineData("var x = new Vec([|n|]);", "var x = new Vec((double)n);")]
    [InlineData("Vec x = new([|l|]);", "Vec x = new((double)l);")]
    [InlineData("var x = v * [|n|];", "var x = v * (double)n;")]
    [InlineData("v *= [|n|];", "v *= (double)n;")]
    [InlineData("acc += [|n|];", "acc += (double)n;")]
    [InlineData("var x = acc - [|n|];", "var x = acc - (double)n;")]
    [InlineData("Vec x = [|n|];", "Vec x = (double)n;")]
    [InlineData("Action<int> a = k => Op.Log([|k|]);", "Action<int> a = k => Op.Log((double)k);")]
    [InlineData("var x = Op.Half([|n|], 2);", "var x = Op.Half((double)n, 2);")]
    [InlineData("Op.All([|n|], n);", "Op.All((double)n, n);")]
    [InlineData("Op.Span([[|n|], 1]);", "Op.Span([(double)n, 1]);")]
    [InlineData("var x = Op.With(\"a\", [|n|]);", "var x = Op.With(\"a\", (double)n);")]
    [InlineData("acc.Into([|n|]);", "acc.Into((double)n);")]
    [InlineData("var x = Op.With(n, [|n|]);", "var x = Op.With(n, (double)n);")]
    [InlineData("Op.Maybe([|n|]);", "Op.Maybe((double)n);")]
    [InlineData("int? none = n; Op.Maybe([|none|]);", "int? none = n; Op.Maybe((double?)none);")]
    [InlineData("var x = acc[[|n|]];", "var x = acc[(double)n];")]
    [InlineData("if (n < 1 << 25) Op.Log([|n|]);", "if (n < 1 << 25) Op.Log((double)n);")]
    public async Task RoundedInteger_IsReportedAndMended(string before, string? after)
    {
        if (after is null)
        {
            // Two integers in one call are one report.
            await RuleTest<NarrowOverloadAnalyzer>.Verify(Head + before.Replace("[|l|]", "l") + Tail);
            return;
        }

        await FixTest<NarrowOverloadAnalyzer, NarrowOverloadFix>.Verify(Head + before + Tail, Head + after + Tail);
    }

    [Theory]
    [InlineData("Op.Log(f);")]
    [InlineData("Op.Log(d);")]
    [InlineData("Op.Log((float)n);")]
    [InlineData("Op.Log((double)n);")]
    [InlineData("Op.Log(b); Op.Log(s);")]
    [InlineData("Op.Log(3);")]
    [InlineData("Op.Log(16777216);")]
    [InlineData("Op.Log(n & 0xFFFF);")]
    [InlineData("Op.Log(n % 100);")]
    [InlineData("Op.Log(Math.Clamp(l, -5, 5));")]
    [InlineData("Op.Log(n >> 8);")]
    [InlineData("Op.Log(n, f);")]
    [InlineData("Op.Only(n);")]
    [InlineData("Op.Own(n);")]
    [InlineData("Op.Named(n);")]
    [InlineData("float[] a = [1]; Op.Vector(a, n);")]
    [InlineData("var x = f * n; float y = n; var z = MathF.Sqrt(n); var w = Math.Max(n, 2f);")]
    [InlineData("var x = t * n; t *= n;")]
    [InlineData("dynamic k = n; Op.Log(k);")]
    [InlineData("for (int k = 0; k < 100; k++) Op.Log(k);")]
    [InlineData("Op.All(f, n); Op.All(1, 2); Op.Span([1, b]);")]
    [InlineData("Op.Scale([1], n); Op.With(f, 3); var x = acc[3];")]
    [InlineData("if (n is >= 0 and < 1000) { Op.Log(n); var x = acc[n]; }")]
    public async Task IntegerThatFits_OrIsMeant_IsSilent(string statements) => await RuleTest<NarrowOverloadAnalyzer>.Verify(Head + statements + Tail);

    [Fact]
    public async Task Message_WritesTheCastAsTheFixDoes() => await RuleTest<NarrowOverloadAnalyzer>.Verify(Head + "Op.Log([|u + 1|]);" + Tail, "write '(double)(u + 1)'");

    [Fact]
    public async Task FloatResultThatIsNeeded_HasNoFix() =>
        await FixTest<NarrowOverloadAnalyzer, NarrowOverloadFix>.VerifyNoFix(Head + "float x = Op.Half([|n|], 2);" + Tail);

    [Fact]
    public async Task Project_IsMendedAtOnce() => await FixTest<NarrowOverloadAnalyzer, NarrowOverloadFix>.VerifyProject(
        "class A { void M(int n) { Op.Log(n); Op.Log(n + 1); } }" + Tail, "class B { void M(long n) => Op.Log(n); }");
}
