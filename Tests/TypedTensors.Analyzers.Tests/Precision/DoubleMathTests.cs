using System.Reflection;
using TypedTensors.Analyzers.Precision;
using TypedTensors.CodeFixes.Precision;
using TypedTensors.Testing.Analyzers;
using TypedTensors.Testing.Generation;

namespace TypedTensors.Analyzers.Tests.Precision;

/// <summary>TT1009: a float computed in double and rounded back.</summary>
public class DoubleMathTests
{
    const string Head = """
        float f = 2, g = 3; double d = 4; int n = Environment.TickCount; byte b = 5; Half h = (Half)1; float[] floats = [f]; const double Third = 1.0 / 3;

        """;

    [Theory]
    [InlineData("var x = [|(float)Math.Sqrt(f)|];", "var x = MathF.Sqrt(f);")]
    [InlineData("var x = [|(float)Math.Sqrt(f * g + 1)|];", "var x = MathF.Sqrt(f * g + 1);")]
    [InlineData("var x = [|(float)Math.Floor(f)|];", "var x = MathF.Floor(f);")]
    [InlineData("var x = [|(float)Math.Ceiling(f)|];", "var x = MathF.Ceiling(f);")]
    [InlineData("var x = [|(float)Math.Truncate(f)|];", "var x = MathF.Truncate(f);")]
    [InlineData("var x = [|(float)Math.Round(f)|];", "var x = MathF.Round(f);")]
    [InlineData("var x = [|(float)Math.Round(f, MidpointRounding.AwayFromZero)|];", "var x = MathF.Round(f, MidpointRounding.AwayFromZero);")]
    [InlineData("var x = [|(float)Math.CopySign(f, -1.0)|];", "var x = MathF.CopySign(f, -1.0f);")]
    [InlineData("var x = [|(float)Math.Max((double)f, 2.0)|];", "var x = MathF.Max(f, 2.0f);")]
    [InlineData("var x = [|(float)Math.Abs((double)f)|];", "var x = MathF.Abs(f);")]
    [InlineData("var x = [|(float)Math.IEEERemainder(f, g)|];", "var x = MathF.IEEERemainder(f, g);")]
    [InlineData("var x = [|(float)Math.Sqrt((double)f)|];", "var x = MathF.Sqrt(f);")]
    [InlineData("var x = [|(float)System.Math.Sqrt(f)|];", "var x = MathF.Sqrt(f);")]
    [InlineData("var x = [|(float)(Math.Sqrt(f))|] + 1;", "var x = MathF.Sqrt(f) + 1;")]
    [InlineData("var x = /* a */ [|(float)Math.Sqrt(f)|] /* b */;", "var x = /* a */ MathF.Sqrt(f) /* b */;")]
    [InlineData("var x = floats.Select(v => [|(float)Math.Sqrt(v)|]);", "var x = floats.Select(v => MathF.Sqrt(v));")]
    public async Task DoubleMath_IsReportedAndMended(string before, string after) =>
        await FixTest<DoubleMathAnalyzer, DoubleMathFix>.Verify(Head + before, Head + after);

    [Theory]
    [InlineData("var x = [|(float)Math.Exp(f)|];", "var x = MathF.Exp(f);")]
    [InlineData("var x = [|(float)Math.Pow(f, 0.5)|];", "var x = MathF.Pow(f, 0.5f);")]
    [InlineData("var x = [|(float)Math.Pow(f, 2)|];", "var x = MathF.Pow(f, 2);")]
    [InlineData("var x = [|(float)Math.Atan2(f, g)|];", "var x = MathF.Atan2(f, g);")]
    [InlineData("var x = [|(float)Math.Round(f, 2)|];", "var x = MathF.Round(f, 2);")]
    [InlineData("var x = [|(float)Math.FusedMultiplyAdd(f, g, f)|];", "var x = MathF.FusedMultiplyAdd(f, g, f);")]
    public async Task FunctionWithOtherBits_IsMendedAlone_AndNeverTogether(string before, string after) =>
        await FixTest<DoubleMathAnalyzer, DoubleMathFix>.VerifySingle(Head + before, Head + after);

    [Theory]
    [InlineData("var x = MathF.Sqrt(f);")]
    [InlineData("var x = Math.Sqrt(f);")]
    [InlineData("double x = Math.Exp(f);")]
    [InlineData("var x = (float)Math.Sqrt(d);")]
    [InlineData("var x = (float)Math.Sqrt(n);")]
    [InlineData("var x = (float)Math.Sqrt(f * d);")]
    [InlineData("var x = (float)Math.Pow(f, Third);")]
    [InlineData("var x = (float)Math.Pow(f, n);")]
    [InlineData("var x = (float)Math.Abs(f); var y = (float)Math.Max(f, g);")]
    [InlineData("var x = (float)Math.BitIncrement(f);")]
    [InlineData("var x = (float)Math.ScaleB(f, 3);")]
    [InlineData("var x = (float)(Math.Exp(f) + 1);")]
    [InlineData("var x = (Half)Math.Sqrt(f); var y = (int)Math.Floor(f);")]
    [InlineData("var x = (float)Math.Sqrt(2);")]
    [InlineData("dynamic v = f; float x = (float)Math.Sqrt(v);")]
    public async Task OtherComputation_IsSilent(string statements) => await RuleTest<DoubleMathAnalyzer>.Verify(Head + statements);

    [Theory]
    [InlineData("Sqrt")]
    [InlineData("Floor")]
    [InlineData("Ceiling")]
    [InlineData("Truncate")]
    [InlineData("Round")]
    [InlineData("Abs", "System.Math.Abs((double)x)", "System.MathF.Abs(x)")]
    [InlineData("Round to even", "System.Math.Round(x, System.MidpointRounding.ToEven)", "System.MathF.Round(x, System.MidpointRounding.ToEven)")]
    [InlineData("Round away from zero", "System.Math.Round(x, System.MidpointRounding.AwayFromZero)", "System.MathF.Round(x, System.MidpointRounding.AwayFromZero)")]
    [InlineData("Round to zero", "System.Math.Round(x, System.MidpointRounding.ToZero)", "System.MathF.Round(x, System.MidpointRounding.ToZero)")]
    [InlineData("Round down", "System.Math.Round(x, System.MidpointRounding.ToNegativeInfinity)", "System.MathF.Round(x, System.MidpointRounding.ToNegativeInfinity)")]
    [InlineData("Round up", "System.Math.Round(x, System.MidpointRounding.ToPositiveInfinity)", "System.MathF.Round(x, System.MidpointRounding.ToPositiveInfinity)")]
    public void FunctionsMendedTogether_GiveTheSameBits(string name, string? inDouble = null, string? inFloat = null)
    {
        Type members = new MemberCompilation([$"public static float Before(float x) => (float){inDouble ?? $"System.Math.{name}(x)"};", $"public static float After(float x) => {inFloat ?? $"System.MathF.{name}(x)"};"]).Load();
        var before = members.GetMethod("Before")!.CreateDelegate<Func<float, float>>();
        var after = members.GetMethod("After")!.CreateDelegate<Func<float, float>>();
        for (long bits = 0; bits <= uint.MaxValue; bits += 997)
        {
            float value = BitConverter.UInt32BitsToSingle((uint)bits);
            Assert.True(float.IsNaN(value) ? float.IsNaN(after(value)) : BitConverter.SingleToInt32Bits(before(value)) == BitConverter.SingleToInt32Bits(after(value)), $"{name}({value:R})");
        }
    }

    [Theory]
    [InlineData("CopySign")]
    [InlineData("IEEERemainder")]
    [InlineData("Max")]
    [InlineData("Min")]
    [InlineData("MaxMagnitude")]
    [InlineData("MinMagnitude")]
    public void FunctionsOfTwoMendedTogether_GiveTheSameBits(string name)
    {
        Type members = new MemberCompilation([$"public static float Before(float x, float y) => (float)System.Math.{name}((double)x, y);", $"public static float After(float x, float y) => System.MathF.{name}(x, y);"]).Load();
        var before = members.GetMethod("Before")!.CreateDelegate<Func<float, float, float>>();
        var after = members.GetMethod("After")!.CreateDelegate<Func<float, float, float>>();
        var random = new Random(9);
        for (int round = 0; round < 300_000; round++)
        {
            float x = BitConverter.UInt32BitsToSingle((uint)random.NextInt64(1L << 32)), y = BitConverter.UInt32BitsToSingle((uint)random.NextInt64(1L << 32));
            float one = before(x, y), other = after(x, y);
            Assert.True(float.IsNaN(one) ? float.IsNaN(other) : BitConverter.SingleToInt32Bits(one) == BitConverter.SingleToInt32Bits(other), $"{name}({x:R}, {y:R})");
        }
    }

    [Fact]
    public async Task Project_IsMendedAtOnce() => await FixTest<DoubleMathAnalyzer, DoubleMathFix>.VerifyProject(
        "class A { float M(float f) => (float)Math.Sqrt(f) + (float)Math.Abs((double)f); }", "class B { float M(float f) => (float)Math.Floor(f); }");

    [Fact]
    public async Task Project_IsMendedAtOnce_ButForOtherBits()
    {
        const string Before = "class A { float M(float f) => (float)Math.Sqrt(f) + (float)Math.Exp(f) + (float)Math.Floor(f); }";
        const string After = "class A { float M(float f) => MathF.Sqrt(f) + (float)Math.Exp(f) + MathF.Floor(f); }";
        await FixTest<DoubleMathAnalyzer, DoubleMathFix>.VerifyAllTogether(Before, After);
    }
}
