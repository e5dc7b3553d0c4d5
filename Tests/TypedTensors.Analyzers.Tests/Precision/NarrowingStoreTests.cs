using TypedTensors.Analyzers.Precision;
using TypedTensors.CodeFixes.Precision;
using TypedTensors.Testing.Analyzers;

namespace TypedTensors.Analyzers.Tests.Precision;

/// <summary>TT1001: a wider tensor stored in a narrower one.</summary>
public class NarrowingStoreTests
{
    const string Tensors = """
        static Tensor<T, Cpu> Make<T>() where T : unmanaged => Tensor<T, Cpu>.Zeros(2);
        var h = Make<Half>(); var f = Make<float>(); var d = Make<double>(); var b = Make<byte>(); var s = Make<short>(); var i = Make<int>(); var u = Make<uint>(); var l = Make<long>();

        """;

    [Theory]
    [InlineData("f += [|d|];", "f += d.Cast<float>();")]
    [InlineData("f -= [|d|];", "f -= d.Cast<float>();")]
    [InlineData("f *= [|d * d|];", "f *= (d * d).Cast<float>();")]
    [InlineData("f /= [|-d|];", "f /= (-d).Cast<float>();")]
    [InlineData("h += [|f|];", "h += f.Cast<Half>();")]
    [InlineData("h += [|d.Transpose()|];", "h += d.Transpose().Cast<Half>();")]
    [InlineData("i += [|l|];", "i += l.Cast<int>();")]
    [InlineData("s += [|i|];", "s += i.Cast<short>();")]
    [InlineData("f.CopyFrom([|d|]);", "f.CopyFrom(d.Cast<float>());")]
    [InlineData("i.CopyFrom([|f|]);", "i.CopyFrom(f.Cast<int>());")]
    [InlineData("u.CopyFrom([|i|]);", "u.CopyFrom(i.Cast<uint>());")]
    [InlineData("b.CopyFrom([|l|]);", "b.CopyFrom(l.Cast<byte>());")]
    [InlineData("f += /* why */ [|d|]; // because", "f += /* why */ d.Cast<float>(); // because")]
    [InlineData("f += [|d|]; f -= [|d|];", "f += d.Cast<float>(); f -= d.Cast<float>();")]
    public async Task WiderTensor_IsReportedAndMended(string before, string after) =>
        await FixTest<NarrowingStoreAnalyzer, NarrowingStoreFix>.Verify(Tensors + before, Tensors + after);

    [Theory]
    [InlineData("f += f;")]
    [InlineData("d += f;")]
    [InlineData("d += h;")]
    [InlineData("f += h;")]
    [InlineData("f += d.Cast<float>();")]
    [InlineData("l += i;")]
    [InlineData("i += s;")]
    [InlineData("f += i;")]
    [InlineData("d += l;")]
    [InlineData("f += 1;")]
    [InlineData("d.CopyFrom(f);")]
    [InlineData("f.CopyFrom(b);")]
    [InlineData("i.CopyFrom(b);")]
    [InlineData("var x = f + d;")]
    [InlineData("double sum = 0; sum += f.Sum().Item(); int n = 0; n += 1;")]
    [InlineData("List<double> list = []; list.AddRange(d.ToArray());")]
    public async Task WhatLosesNothing_IsSilent(string statements) => await RuleTest<NarrowingStoreAnalyzer>.Verify(Tensors + statements);

    [Fact]
    public async Task Project_IsMendedAtOnce() => await FixTest<NarrowingStoreAnalyzer, NarrowingStoreFix>.VerifyProject(
        "class A { void M(Tensor<float, Cpu> f, Tensor<double, Cpu> d) { f += d; f.CopyFrom(d); } }",
        "class B { void M(Tensor<Half, Cpu> h, Tensor<double, Cpu> d) => h.CopyFrom(d); }");
}
