using TypedTensors.Analyzers.Precision;
using TypedTensors.CodeFixes.Precision;
using TypedTensors.Testing.Analyzers;
using TypedTensors.Testing.Generation;

namespace TypedTensors.Analyzers.Tests.Precision;

/// <summary>TT1008: Convert.ToSingle of a double.</summary>
public class NamedNarrowingTests
{
    const string Head = """
        double d = Math.Sqrt(2); float f = 2; int i = 3; long l = 4; object o = d; double[] doubles = [d]; const double Third = 1.0 / 3; byte b = 5;

        """;

    [Theory]
    [InlineData("var x = [|Convert.ToSingle(d)|];", "var x = (float)d;")]
    [InlineData("var x = [|Convert.ToSingle(d + 1)|];", "var x = (float)(d + 1);")]
    [InlineData("var x = [|Convert.ToSingle(-d)|];", "var x = (float)(-d);")]
    [InlineData("var x = [|Convert.ToSingle(0.1)|];", "var x = (float)0.1;")]
    [InlineData("var x = [|Convert.ToSingle(Third)|];", "var x = (float)Third;")]
    [InlineData("var x = [|Convert.ToSingle(Math.Exp(d))|];", "var x = (float)Math.Exp(d);")]
    [InlineData("var x = [|System.Convert.ToSingle(d)|] * 2;", "var x = (float)d * 2;")]
    [InlineData("var x = [|Convert.ToSingle(d)|].ToString();", "var x = ((float)d).ToString();")]
    [InlineData("var x = [|Convert.ToSingle(value: d)|];", "var x = (float)d;")]
    [InlineData("var x = /* a */ [|Convert.ToSingle(d)|] /* b */;", "var x = /* a */ (float)d /* b */;")]
    [InlineData("Func<double, float> g = v => [|Convert.ToSingle(v)|];", "Func<double, float> g = v => (float)v;")]
    [InlineData("Func<double, float> g = [|Convert.ToSingle|];", "Func<double, float> g = value => (float)value;")]
    [InlineData("var x = Array.ConvertAll(doubles, [|Convert.ToSingle|]);", "var x = Array.ConvertAll(doubles, value => (float)value);")]
    [InlineData("var x = doubles.Select<double, float>([|Convert.ToSingle|]);", "var x = doubles.Select<double, float>(value => (float)value);")]
    public async Task NamedNarrowing_IsReportedAndMended(string before, string after) =>
        await FixTest<NamedNarrowingAnalyzer, NamedNarrowingFix>.Verify(Head + before, Head + after);

    [Theory]
    [InlineData("var x = (float)d;")]
    [InlineData("var x = Convert.ToSingle(f);")]
    [InlineData("var x = Convert.ToSingle(i);")]
    [InlineData("var x = Convert.ToSingle(l);")]
    [InlineData("var x = Convert.ToSingle(o);")]
    [InlineData("var x = Convert.ToSingle(\"1\");")]
    [InlineData("var x = Convert.ToSingle(0.5);")]
    [InlineData("var x = Convert.ToSingle((double)f);")]
    [InlineData("var x = Convert.ToSingle((double)b);")]
    [InlineData("var x = Convert.ToDouble(f); var y = Convert.ToInt32(d);")]
    [InlineData("dynamic v = d; float x = Convert.ToSingle(v);")]
    [InlineData("Func<int, float> g = Convert.ToSingle;")]
    [InlineData("var x = MathNet.Numerics.LinearAlgebra.Vector<double>.Build.Dense(2); var y = MathNet.Numerics.LinearAlgebra.VectorExtensions.ToSingle(x);")]
    public async Task OtherConversion_IsSilent(string statements) => await RuleTest<NamedNarrowingAnalyzer>.Verify(Head + statements);

    [Fact]
    public void Mended_GivesTheSameBits()
    {
        Type members = new MemberCompilation(["public static float Before(double x) => System.Convert.ToSingle(x);", "public static float After(double x) => (float)x;"]).Load();
        var random = new Random(5);
        for (int round = 0; round < 10_000; round++)
        {
            double value = BitConverter.Int64BitsToDouble(random.NextInt64(long.MinValue, long.MaxValue));
            Assert.Equal(
                BitConverter.SingleToInt32Bits((float)members.GetMethod("Before")!.Invoke(null, [value])!), BitConverter.SingleToInt32Bits((float)members.GetMethod("After")!.Invoke(null, [value])!));
        }
    }

    [Fact]
    public async Task Project_IsMendedAtOnce() => await FixTest<NamedNarrowingAnalyzer, NamedNarrowingFix>.VerifyProject(
        "class A { float M(double d) => Convert.ToSingle(d) + Convert.ToSingle(d * 2); }", "class B { Func<double, float> M() => Convert.ToSingle; }");
}
