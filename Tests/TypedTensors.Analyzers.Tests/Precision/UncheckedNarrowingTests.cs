using TypedTensors.Analyzers.Precision;
using TypedTensors.CodeFixes.Precision;
using TypedTensors.Testing.Analyzers;
using TypedTensors.Testing.Generation;

namespace TypedTensors.Analyzers.Tests.Precision;

/// <summary>TT1007: a check that does not guard a floating-point narrowing.</summary>
public class UncheckedNarrowingTests
{
    const string Head = """
        double d = Math.Exp(200); float f = 2; int i = 3; long l = 4; decimal m = 5; double[] doubles = [d]; float[] floats = new float[1]; Half[] halves = new Half[1];

        """;

    [Theory]
    [InlineData("var x = [|checked((float)d)|];", "var x = d.NarrowChecked<float>();")]
    [InlineData("var x = [|checked((Half)d)|];", "var x = d.NarrowChecked<Half>();")]
    [InlineData("var x = [|checked((Half)f)|];", "var x = f.NarrowChecked<Half>();")]
    [InlineData("var x = [|checked(((float)(d * 2)))|];", "var x = (d * 2).NarrowChecked<float>();")]
    [InlineData("var x = checked(1 + [|(float)d|]);", "var x = checked(1 + d.NarrowChecked<float>());")]
    [InlineData("float x; checked { x = [|(float)d|]; }", "float x; checked { x = d.NarrowChecked<float>(); }")]
    [InlineData("var x = [|float.CreateChecked(d)|];", "var x = d.NarrowChecked<float>();")]
    [InlineData("var x = [|Half.CreateChecked(f)|];", "var x = f.NarrowChecked<Half>();")]
    [InlineData("var x = [|float.CreateChecked<double>(d)|];", "var x = d.NarrowChecked<float>();")]
    [InlineData("var x = [|float.CreateChecked(1e300)|];", "var x = (1e300).NarrowChecked<float>();")]
    [InlineData("var x = [|checked((float)1e39)|];", "var x = (1e39).NarrowChecked<float>();")]
    [InlineData("var x = [|checked((Half)65520.0)|];", "var x = (65520.0).NarrowChecked<Half>();")]
    [InlineData("var x = /* safe */ [|float.CreateChecked(-d)|]; // is it", "var x = /* safe */ (-d).NarrowChecked<float>(); // is it")]
    [InlineData("Func<double, float> g = v => [|checked((float)v)|];", "Func<double, float> g = v => v.NarrowChecked<float>();")]
    [InlineData("var x = doubles.Select(v => [|Half.CreateChecked(v)|]);", "var x = doubles.Select(v => v.NarrowChecked<Half>());")]
    public async Task UselessCheck_IsReportedAndMended(string before, string after) =>
        await FixTest<UncheckedNarrowingAnalyzer, UncheckedNarrowingFix>.Verify(Head + before, Head + after);

    [Theory]
    [InlineData("var x = [|float.CreateSaturating(d)|];")]
    [InlineData("var x = [|Half.CreateSaturating(f)|];")]
    [InlineData("[|System.Numerics.Tensors.TensorPrimitives.ConvertChecked<double, float>(doubles, floats)|];")]
    [InlineData("[|System.Numerics.Tensors.TensorPrimitives.ConvertSaturating<float, Half>(floats, halves)|];")]
    [InlineData("var x = [|System.Numerics.Tensors.Tensor.ConvertChecked<double, float>(System.Numerics.Tensors.Tensor.Create(doubles))|];")]
    [InlineData("var x = Array.ConvertAll(doubles, [|float.CreateChecked|]);")]
    public async Task UselessCheck_WithoutATwin_HasNoFix(string statements) => await FixTest<UncheckedNarrowingAnalyzer, UncheckedNarrowingFix>.VerifyNoFix(Head + statements);

    [Theory]
    [InlineData("var x = (float)d;")]
    [InlineData("var x = unchecked((float)d);")]
    [InlineData("var x = checked((int)d);")]
    [InlineData("var x = checked((float)m);")]
    [InlineData("var x = checked((double)f);")]
    [InlineData("var x = checked((float)l);")]
    [InlineData("var x = checked(i * (int)(float)d);")]
    [InlineData("int k; float x; checked { k = i + 1; x = (float)d; }")]
    [InlineData("var x = checked((float)0.5);")]
    [InlineData("var x = checked((float)0.1); var y = checked((Half)60000.1); var z = checked((float)double.PositiveInfinity);")]
    [InlineData("var x = checked(new Func<double, float>(v => (float)v));")]
    [InlineData("var x = checked(unchecked((float)d));")]
    [InlineData("var x = float.CreateTruncating(d);")]
    [InlineData("var x = int.CreateChecked(d); var y = double.CreateChecked(f); var z = float.CreateChecked(l); var w = byte.CreateSaturating(d);")]
    [InlineData("System.Numerics.Tensors.TensorPrimitives.ConvertTruncating<double, float>(doubles, floats);")]
    [InlineData("System.Numerics.Tensors.TensorPrimitives.ConvertChecked<float, double>(floats, doubles);")]
    [InlineData("static T Make<T>(double v) where T : System.Numerics.INumber<T> => T.CreateChecked(v); var x = Make<float>(d);")]
    [InlineData("var x = d.NarrowChecked<float>();")]
    public async Task CheckThatChecks_IsSilent(string statements) => await RuleTest<UncheckedNarrowingAnalyzer>.Verify(Head + statements);

    [Fact]
    public async Task Project_IsMendedAtOnce() => await FixTest<UncheckedNarrowingAnalyzer, UncheckedNarrowingFix>.VerifyProject(
        "class A { float M(double d) => checked((float)d); float N(double d) => float.CreateChecked(d); }", "class B { Half M(double d) => checked((Half)d); }");

    [Fact]
    public void Mended_GivesTheSameBits_WhereItDoesNotThrow()
    {
        Type members = new MemberCompilation(["public static float Before(double x) => checked((float)x);", "public static float After(double x) => x.NarrowChecked<float>();"]).Load();
        var before = members.GetMethod("Before")!.CreateDelegate<Func<double, float>>();
        var after = members.GetMethod("After")!.CreateDelegate<Func<double, float>>();
        var random = new Random(7);
        for (int round = 0; round < 10_000; round++)
        {
            double value = (random.NextDouble() - 0.5) * Math.Pow(2, random.Next(-160, 128));
            Assert.Equal(BitConverter.SingleToInt32Bits(before(value)), BitConverter.SingleToInt32Bits(after(value)));
        }
    }

    // What the rule says of .NET.
    [Fact]
    public void NoneOfThem_Throws()
    {
        double huge = double.MaxValue;
#pragma warning disable TT1007 // The rule reports exactly these, as it must.
        Assert.Equal(float.PositiveInfinity, checked((float)huge));
        Assert.Equal(float.PositiveInfinity, float.CreateChecked(huge));
        Assert.Equal(float.PositiveInfinity, float.CreateSaturating(huge));
        Assert.Equal(Half.PositiveInfinity, Half.CreateChecked(huge));
#pragma warning restore TT1007
        Assert.Throws<OverflowException>(() => huge.NarrowChecked<float>());
    }
}
