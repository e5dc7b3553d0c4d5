using TypedTensors.Analyzers.SharedMemory;
using TypedTensors.CodeFixes.SharedMemory;
using TypedTensors.Testing.Analyzers;

namespace TypedTensors.Analyzers.Tests.SharedMemory;

/// <summary>TT2010 lists every place where memory comes to be shared, and its fix copies there.</summary>
public class ShareSiteTests
{
    const string On = "dotnet_diagnostic.TT2010.severity = warning";
    const string Usings = "using System.Runtime.InteropServices; using System.Collections.Immutable; using MathNet.Numerics.LinearAlgebra; using MathNet.Numerics.LinearAlgebra.Double;\n";
    const string Head = Usings + "float[] a = new float[6]; double[] d = new double[6]; Tensor<float, Cpu> t = Tensor<float, Cpu>.Zeros(2, 3);\n";

    [Theory]
    [InlineData("var v = [|a.AsTensor(2, 3)|];", "var v = a.ToTensor(2, 3);")]
    [InlineData("Use([|a.AsTensor()|]); void Use(Tensor<float, Cpu> x) { }", "Use(a.ToTensor()); void Use(Tensor<float, Cpu> x) { }")]
    [InlineData("var v = [|t.Transpose()|];", "var v = t.Transpose().Clone();")]
    [InlineData("var v = [|t.Reshape(3, 2)|];", "var v = t.Reshape(3, 2).Clone();")]
    [InlineData("var v = [|t[0, ..]|];", "var v = t[0, ..].Clone();")]
    [InlineData("Span<float> v = [|t.AsSpan()|];", "Span<float> v = t.AsSpan().ToArray();")]
    [InlineData("Span<float> v = [|a.AsSpan(1)|];", "Span<float> v = a.AsSpan(1).ToArray();")]
    [InlineData("var v = [|ImmutableCollectionsMarshal.AsImmutableArray(a)|];", "var v = ImmutableCollectionsMarshal.AsImmutableArray(a.ToArray());")]
    [InlineData("var v = [|System.Numerics.Tensors.Tensor.Create(a)|];", "var v = System.Numerics.Tensors.Tensor.Create(a.ToArray());")]
    [InlineData("System.Numerics.Tensors.Tensor<float> v = [|a|];", "System.Numerics.Tensors.Tensor<float> v = a.ToArray();")]
    [InlineData("var v = [|new DenseVector(d)|];", "var v = new DenseVector(d.ToArray());")]
    [InlineData("DenseVector v = [|new(d)|];", "DenseVector v = new(d.ToArray());")]
    [InlineData("var v = [|(DenseVector)d|];", "var v = (DenseVector)d.ToArray();")]
    [InlineData("var v = [|Vector<double>.Build.Dense(d)|];", "var v = Vector<double>.Build.Dense(d).Clone();")]
    [InlineData("Matrix<double> v = [|new DenseMatrix(2, 3, d)|];", "Matrix<double> v = new DenseMatrix(2, 3, d.ToArray());")]
    [InlineData("var v = [|a.AsTensor(2, 3).Transpose()|];", "var v = a.AsTensor(2, 3).Transpose().Clone();")]
    [InlineData("var m = new DenseMatrix(2, 3); var v = [|m.AsColumnMajorArray()|];", "var m = new DenseMatrix(2, 3); var v = m.ToColumnMajorArray();")]
    [InlineData("var m = new DenseMatrix(2, 3); var v = [|m.Values|];", "var m = new DenseMatrix(2, 3); var v = m.Values.ToArray();")]
    public async Task ShareSite_IsReportedAndMended(string before, string after) => await FixTest<ShareSiteAnalyzer, CopyAtShareSiteFix>.Verify(Head + before, Head + after);

    [Fact]
    public async Task WithoutLinq_TheArrayIsCloned() => await FixTest<ShareSiteAnalyzer, CopyAtShareSiteFix>.Verify(
        "class C { object M(float[,] a) => new Table([|new Whole(a)|]); } class Whole { [SharesMemory] public Whole(float[,] a) { } } class Table { public Table(Whole w) { } }",
        "class C { object M(float[,] a) => new Table(new Whole((float[,])a.Clone())); } class Whole { [SharesMemory] public Whole(float[,] a) { } } class Table { public Table(Whole w) { } }");

    [Theory]
    [InlineData("var v = a.ToTensor(2, 3); var w = t.Clone(); var x = t.ToArray(); var y = t.Cast<double>(); var z = t + t;")]
    [InlineData("var v = a.Clone(); var w = a.ToArray(); var x = a[1..3]; var y = a.ToList(); var z = ImmutableArray.Create(a);")]
    [InlineData("var v = DenseVector.OfArray(d); var w = Vector<double>.Build.DenseOfArray(d); var x = new DenseVector(6);")]
    [InlineData("var v = a.ToTensor(2, 3).Transpose(); var w = t.Transpose().Clone(); var x = new DenseMatrix(2, 3, d).Transpose(); var y = t.Transpose().ToArray();")]
    [InlineData("a[0] = 1; t[0, 0] = 2; var first = a[0] + t[0, 0]; foreach (float f in a) { }")]
    [InlineData("ReadOnlySpan<float> v = a; Span<float> w = a; var x = w[1..]; ref float y = ref w[0]; Memory<float> m = a; var n = m.Span;")]
    [InlineData("var b = a; var u = t; t[0, ..] = t[1, ..].Clone();")]
    public async Task CopyOrOpenView_IsSilent(string statements) => await RuleTest<ShareSiteAnalyzer>.Verify(Head + statements, editorConfig: On);

    [Fact]
    public async Task Unasked_IsSilent() => await RuleTest<ShareSiteAnalyzer>.Verify(Head + "var v = a.AsTensor(2, 3);");

    [Fact]
    public async Task Message_NamesBothSides() => await RuleTest<ShareSiteAnalyzer>.Verify(Head + "var view = [|a.AsTensor(2, 3)|];", "'view' shares the memory of 'a'", On);

    [Fact]
    public async Task Project_IsMendedAtOnce() => await FixTest<ShareSiteAnalyzer, CopyAtShareSiteFix>.VerifyProject(
        "class A { object M(float[] a) => (a.AsTensor(), a.AsTensor(2, 3).Transpose()); }", "class B { object M(float[] a) => a.AsTensor(); }");
}
