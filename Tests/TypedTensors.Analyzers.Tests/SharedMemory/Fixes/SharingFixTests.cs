using TypedTensors.Analyzers.SharedMemory;
using TypedTensors.CodeFixes.SharedMemory;
using TypedTensors.Testing.Analyzers;

namespace TypedTensors.Analyzers.Tests.SharedMemory.Fixes;

/// <summary>The fixes of TT2001 to TT2007: what they write compiles, and no report is left.</summary>
public class SharingFixTests
{
    const string Usings = "using System.Buffers; using MathNet.Numerics.LinearAlgebra; using MathNet.Numerics.LinearAlgebra.Double; using Tensors = System.Numerics.Tensors.Tensor;\n";
    const string Head = Usings + "float[] a = [1, 2, 3, 4, 5, 6]; double[] d = [1, 2, 3, 4, 5, 6];\n";

    [Theory]
    // The owner is written.
    [InlineData("var v = a.AsTensor(2, 3); {|TT2001:a[0]|} = 7; Console.WriteLine(v.Sum());", "var v = a.ToTensor(2, 3); a[0] = 7; Console.WriteLine(v.Sum());")]
    [InlineData("var v = a.AsMemory().AsTensor(2, 3); {|TT2001:a[0]|} = 7; Console.WriteLine(v.Sum());", "var v = a.AsMemory().AsTensor(2, 3).Clone(); a[0] = 7; Console.WriteLine(v.Sum());")]
    [InlineData("var v = new DenseVector(d); {|TT2001:d[0]|} = 7; Console.WriteLine(v.Norm(2));", "var v = new DenseVector(d.ToArray()); d[0] = 7; Console.WriteLine(v.Norm(2));")]
    [InlineData("DenseVector v = d; {|TT2001:d[0]|} = 7; Console.WriteLine(v.Norm(2));", "DenseVector v = d.ToArray(); d[0] = 7; Console.WriteLine(v.Norm(2));")]
    [InlineData("var v = new DenseMatrix(2, 3, d); {|TT2001:d[0]|} = 7; Console.WriteLine(v.L2Norm());", "var v = new DenseMatrix(2, 3, d.ToArray()); d[0] = 7; Console.WriteLine(v.L2Norm());")]
    [InlineData("var v = Tensors.Create(a); {|TT2001:a[0]|} = 7; Console.WriteLine(Tensors.Sum<float>(v));", "var v = Tensors.Create(a.ToArray()); a[0] = 7; Console.WriteLine(Tensors.Sum<float>(v));")]
    [InlineData("var v = a.AsTensor(2, 3); Array.Clear({|TT2001:a|}); Console.WriteLine(v.Sum());", "var v = a.ToTensor(2, 3); Array.Clear(a); Console.WriteLine(v.Sum());")]
    // A view is written.
    [InlineData("var v = a.AsTensor(2, 3); {|TT2002:v|} *= 2f; Console.WriteLine(a[0]);", "var v = a.ToTensor(2, 3); v *= 2f; Console.WriteLine(a[0]);")]
    [InlineData("var m = new DenseMatrix(2, 3, d); {|TT2002:m|}.Clear(); Console.WriteLine(d[0]);", "var m = new DenseMatrix(2, 3, d.ToArray()); m.Clear(); Console.WriteLine(d[0]);")]
    // The memory is given back.
    [InlineData("var r = ArrayPool<float>.Shared.Rent(6); var v = r.AsTensor(); ArrayPool<float>.Shared.Return(r); Console.WriteLine({|TT2004:v|}.Sum());", "var r = ArrayPool<float>.Shared.Rent(6); var v = r.ToTensor(); ArrayPool<float>.Shared.Return(r); Console.WriteLine(v.Sum());")]
    public async Task Sharing_IsMendedWhereItBegins(string before, string after) => await FixTest<SharedMemoryAnalyzer, CopyAtShareSiteFix>.Verify(Head + before, Head + after);

    [Theory]
    [InlineData("public class C { public Tensor<float, Cpu> M(float[] x) { var v = x.AsTensor(); return {|TT2006:v|}; } }", "public class C { public Tensor<float, Cpu> M(float[] x) { var v = x.ToTensor(); return v; } }")]
    [InlineData("public class C { public Tensor<float, Cpu> M(Tensor<float, Cpu> x) => {|TT2006:x.Transpose()|}; }", "public class C { public Tensor<float, Cpu> M(Tensor<float, Cpu> x) => x.Transpose().Clone(); }")]
    public async Task EscapingView_IsCopied(string before, string after) => await FixTest<SharedMemoryAnalyzer, CopyAtShareSiteFix>.Verify(before, after);

    [Theory]
    [InlineData("var w = Tensor<float, Cpu>.Ones(3); var b = w; {|TT2005:w|} += 1f; Console.WriteLine((w - b).Sum());", "var w = Tensor<float, Cpu>.Ones(3); var b = w; w = w + 1f; Console.WriteLine((w - b).Sum());")]
    [InlineData("var w = Tensor<float, Cpu>.Ones(3); var b = w; {|TT2005:w|} *= w - 1f; Console.WriteLine((w - b).Sum());", "var w = Tensor<float, Cpu>.Ones(3); var b = w; w = w * (w - 1f); Console.WriteLine((w - b).Sum());")]
    public async Task CompoundAssignment_IsWrittenOutOfPlace(string before, string after) => await FixTest<SharedMemoryAnalyzer, OutOfPlaceFix>.Verify(Head + before, Head + after);

    // The sum of a float and a double tensor is a double one, which the variable does not hold.
    [Fact]
    public async Task WiderSum_HasNoFix() => await FixTest<SharedMemoryAnalyzer, OutOfPlaceFix>.VerifyNoFix(
        Head + "var w = Tensor<float, Cpu>.Ones(3); var b = w; var x = Tensor<double, Cpu>.Ones(3); {|TT2005:w|} += x; Console.WriteLine((w - b).Sum());");

    [Fact]
    public async Task OverlappingOperand_IsCopied() => await FixTest<SharedMemoryAnalyzer, CopyOperandFix>.Verify(
        Head + "System.Numerics.Tensors.TensorPrimitives.Add(a.AsSpan(0, 4), {|TT2003:a.AsSpan(1, 4)|}, a.AsSpan(0, 4));",
        Head + "System.Numerics.Tensors.TensorPrimitives.Add(a.AsSpan(0, 4), a.AsSpan(1, 4).ToArray(), a.AsSpan(0, 4));");

    [Fact]
    public async Task Project_IsMendedAtOnce() => await FixTest<SharedMemoryAnalyzer, CopyAtShareSiteFix>.VerifyProject(
        "class A { float M(float[] a) { var v = a.AsTensor(); a[0] = 1; var w = a.AsTensor(); a[0] = 2; return v.Sum().Item() + w.Sum().Item(); } }",
        "class B { float M(float[] a) { var v = a.AsTensor(); v += 1f; return a[0]; } }");
}
