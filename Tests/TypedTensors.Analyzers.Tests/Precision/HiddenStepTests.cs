using TypedTensors.Analyzers.Precision;
using TypedTensors.CodeFixes.Precision;
using TypedTensors.Testing.Analyzers;
using TypedTensors.Testing.Generation;

namespace TypedTensors.Analyzers.Tests.Precision;

/// <summary>TT1004: a user-defined conversion narrows on its way.</summary>
public class HiddenStepTests
{
    const string Head = """
        double d = Math.Sqrt(2); float f = 2; long l = Environment.TickCount64; int i = Environment.TickCount; byte b = 4; decimal m = 5; Money money = new(1); Celsius c = (Celsius)1f; (double, int) pair = (d, i); (Money, int) bag = (money, 1);

        """;

    const string Tail = """


        struct Celsius(float degrees) { public float Degrees = degrees; public static explicit operator Celsius(float degrees) => new(degrees); public static implicit operator float(Celsius c) => c.Degrees; }
        struct Money(double amount) { public double Amount = amount; public static explicit operator double(Money money) => money.Amount; public static implicit operator Money(double amount) => new(amount); }
        struct Place(int index) { public int Index = index; public static explicit operator Place(int index) => new(index); public static explicit operator long(Place place) => place.Index; }
        struct Exact(double value) { public double Value = value; public static explicit operator Exact(double value) => new(value); public static explicit operator float(Exact e) => (float)e.Value; public static explicit operator double(Exact e) => e.Value; }
        """;

    [Theory]
    [InlineData("var x = (Celsius)[|d|];", "var x = (Celsius)(float)d;")]
    [InlineData("var x = (Celsius)([|d * 2|]);", "var x = (Celsius)(float)(d * 2);")]
    [InlineData("var x = (Celsius)[|0.1|];", "var x = (Celsius)(float)0.1;")]
    [InlineData("var x = (Celsius)[|Math.Exp(d)|];", "var x = (Celsius)(float)Math.Exp(d);")]
    [InlineData("var x = (float)[|money|];", "var x = (float)(double)money;")]
    [InlineData("var x = (int)[|money|];", "var x = (int)(double)money;")]
    [InlineData("var x = (Place)[|l|];", "var x = (Place)(int)l;")]
    [InlineData("var x = (Place)[|d|];", "var x = (Place)(int)d;")]
    [InlineData("var x = (int)[|(Place)3|];", "var x = (int)(long)(Place)3;")]
    [InlineData("Use((Celsius)/* why */[|d|]); // because", "Use((Celsius)/* why */(float)d); // because")]
    [InlineData("Func<double, Celsius> make = v => (Celsius)[|v|];", "Func<double, Celsius> make = v => (Celsius)(float)v;")]
    [InlineData("(Celsius, int) x = ((Celsius)[|d|], i);", "(Celsius, int) x = ((Celsius)(float)d, i);")]
    [InlineData("(Celsius a, int n) = ((Celsius)[|d|], i);", "(Celsius a, int n) = ((Celsius)(float)d, i);")]
    [InlineData("foreach (var v in new[] { d }) { Use((Celsius)[|v|]); }", "foreach (var v in new[] { d }) { Use((Celsius)(float)v); }")]
    [InlineData("var x = d is > 1 ? (Celsius)[|d|] : c;", "var x = d is > 1 ? (Celsius)(float)d : c;")]
    public async Task HiddenStep_IsReportedAndMended(string before, string after) =>
        await FixTest<HiddenStepAnalyzer, HiddenStepFix>.Verify(Head + before.Replace("Use(", "Used.It(") + Tail + Used, Head + after.Replace("Use(", "Used.It(") + Tail + Used);

    const string Used = "static class Used { public static void It<T>(T value) { } }";

    [Theory]
    [InlineData("var x = (Celsius)f;")]
    [InlineData("var x = (Celsius)(float)d;")]
    [InlineData("var x = (Celsius)0.5;")]
    [InlineData("var x = (Celsius)b;")]
    [InlineData("var x = (Celsius)i;")]
    [InlineData("var x = (float)(double)money;")]
    [InlineData("var x = (double)money;")]
    [InlineData("var x = (float)d;")]
    [InlineData("var x = (int)l; var y = (Half)d; var z = (float)(Half)1; var w = (int)(Half)f;")]
    [InlineData("Money x = d; Money y = f; Money z = l;")]
    [InlineData("var x = (Place)(l & 0xFF);")]
    [InlineData("var x = (Place)Math.Clamp(l, 0, 100);")]
    [InlineData("var x = (Place)(l >> 40);")]
    [InlineData("float x = c; double y = c;")]
    [InlineData("var x = ((float, int))pair;")]
    [InlineData("var x = (float)new Exact(d);")]
    [InlineData("dynamic v = d; var x = (Celsius)v; float y = (float)v;")]
    [InlineData("var x = (System.Numerics.Complex)d; var y = (decimal)d; System.Numerics.BigInteger z = l; var w = (int)z;")]
    [InlineData("MathNet.Numerics.Complex32 x = f; MathNet.Numerics.Complex32 y = 3; MathNet.Numerics.Complex32 z = i;")]
    public async Task ConversionWithoutHiddenStep_IsSilent(string statements) => await RuleTest<HiddenStepAnalyzer>.Verify(Head + statements + Tail);

    [Theory]
    [InlineData("var x = [|pair|];", "((Celsius, int))")]
    [InlineData("var x = [|bag|];", "((float, int))")]
    public async Task Tuple_IsReportedAsAWhole(string statements, string cast) =>
        await RuleTest<HiddenStepAnalyzer>.Verify(Head + statements.Replace("= ", "= " + cast) + Tail);

    [Theory]
    [InlineData("MathNet.Numerics.Complex32 x = [|i|];")]
    [InlineData("MathNet.Numerics.Complex32 x = [|l|];")]
    [InlineData("MathNet.Numerics.Complex32[] x = [[|i|]];")]
    [InlineData("(MathNet.Numerics.Complex32 x, int n) = ([|i|], 1);")]
    [InlineData("(Celsius x, int n) = ((Celsius)[|i|], 1);")]
    public async Task Rounding_CountsIfAsked(string statements) =>
        await RuleTest<HiddenStepAnalyzer>.Verify(Head + statements + Tail, editorConfig: "typedtensors_precision_families = rounding");

    [Fact]
    public async Task Message_WritesTheCastAsTheFixDoes() => await RuleTest<HiddenStepAnalyzer>.Verify(Head + "var x = (Celsius)([|d * 2|]);" + Tail, "write '(float)(d * 2)'");

    [Fact]
    public void Mended_GivesTheSameBits()
    {
        const string Celsius = "public struct Celsius { public float Degrees; public static explicit operator Celsius(float degrees) => new() { Degrees = degrees }; }";
        Type members = new MemberCompilation([Celsius, "public static float Before(double x) => ((Celsius)x).Degrees;", "public static float After(double x) => ((Celsius)(float)x).Degrees;"]).Load();
        var before = members.GetMethod("Before")!.CreateDelegate<Func<double, float>>();
        var after = members.GetMethod("After")!.CreateDelegate<Func<double, float>>();
        var random = new Random(6);
        for (int round = 0; round < 10_000; round++)
        {
            double value = BitConverter.Int64BitsToDouble(random.NextInt64(long.MinValue, long.MaxValue));
            Assert.Equal(BitConverter.SingleToInt32Bits(before(value)), BitConverter.SingleToInt32Bits(after(value)));
        }
    }

    [Fact]
    public async Task Project_IsMendedAtOnce() => await FixTest<HiddenStepAnalyzer, HiddenStepFix>.VerifyProject(
        "class A { object M(double d) => (Celsius)d; }" + Tail, "class B { object M(double d) => (Celsius)d; object N(Money m) => (float)m; }");
}
