using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using TypedTensors.Analyzers.SharedMemory.Facts;

namespace TypedTensors.Analyzers.Tests.SharedMemory.Facts;

/// <summary>The tables and attributes against what happens: each conversion is run, one side is written and the other read.</summary>
public class SharingTruthTests
{
    const string Members = """
        public static class Truth
        {
            // 'a' is an array of six zeros. Whether 'read' sees the element that is then written to it.
            public static bool Sees() { {TYPE}[] a = new {TYPE}[6]; {BEFORE} var v = {EXPRESSION}; for (int i = 0; i < 6; i++) { a[i] = 7; } return Seven({READ}); }

            static bool Seven<T>(T value) => Convert.ToDouble(value) == 7;
        }
        """;

    [Theory]
    // Ours
    [InlineData("float", "", "a.AsTensor(2, 3)", "v[0, 0]")]
    [InlineData("float", "", "a.AsMemory().AsTensor(2, 3)", "v[0, 0]")]
    [InlineData("float", "", "a.ToTensor(2, 3)", "v[0, 0]")]
    [InlineData("float", "var t = a.AsTensor(2, 3);", "t.Transpose()", "v[0, 0]")]
    [InlineData("float", "var t = a.AsTensor(2, 3);", "t.Reshape(3, 2)", "v[0, 0]")]
    [InlineData("float", "var t = a.AsTensor(2, 3);", "t.Permute(1, 0)", "v[0, 0]")]
    [InlineData("float", "var t = a.AsTensor(2, 3);", "t.Flip(0)", "v[0, 0]")]
    [InlineData("float", "var t = a.AsTensor(2, 3);", "t.BroadcastTo(2, 2, 3)", "v[0, 0, 0]")]
    [InlineData("float", "var t = a.AsTensor(2, 3);", "t[0, ..]", "v[0]")]
    [InlineData("float", "var t = a.AsTensor(2, 3);", "t.Clone()", "v[0, 0]")]
    [InlineData("float", "var t = a.AsTensor(2, 3);", "t.Cast<double>()", "v[0, 0]")]
    [InlineData("float", "var t = a.AsTensor(2, 3);", "t.ToArray()", "v[0]")]
    [InlineData("float", "var t = a.AsTensor(2, 3);", "t.AsSpan()", "v[0]")]
    [InlineData("float", "var t = a.AsTensor(2, 3);", "t.AsMemory()", "v.Span[0]")]
    [InlineData("float", "var t = a.AsTensor(2, 3);", "t.AsTensorSpan()", "v[0, 0]")]
    [InlineData("float", "var t = a.AsTensor(2, 3);", "t + t", "v[0, 0]")]
    [InlineData("float", "var t = a.AsTensor(2, 3);", "t.Exp()", "v[0, 0]")]
    [InlineData("float", "var t = a.AsTensor(2, 3);", "t.MatMul(t.Transpose())", "v[0, 0]")]
    [InlineData("float", "var t = a.AsTensor(2, 3);", "t.Sum(0)", "v[0]")]
    // .NET
    [InlineData("float", "", "a.AsSpan()", "v[0]")]
    [InlineData("float", "", "a.AsSpan(0, 2)", "v[0]")]
    [InlineData("float", "", "a.AsMemory()", "v.Span[0]")]
    [InlineData("float", "", "new ArraySegment<float>(a)", "v[0]")]
    [InlineData("float", "", "new ArraySegment<float>(a).Array", "v![0]")]
    [InlineData("float", "", "new Memory<float>(a)", "v.Span[0]")]
    [InlineData("float", "", "new Span<float>(a)", "v[0]")]
    [InlineData("float", "", "Array.AsReadOnly(a)", "v[0]")]
    [InlineData("float", "", "ImmutableCollectionsMarshal.AsImmutableArray(a)", "v[0]")]
    [InlineData("float", "", "ImmutableArray.Create(a)", "v[0]")]
    [InlineData("float", "", "(float[])a.Clone()", "v[0]")]
    [InlineData("float", "", "a.ToArray()", "v[0]")]
    [InlineData("float", "", "a.ToList()", "v[0]")]
    [InlineData("float", "", "new List<float>(a)", "v[0]")]
    [InlineData("float", "", "MemoryMarshal.Cast<float, int>(a)", "BitConverter.Int32BitsToSingle(v[0])")]
    [InlineData("float", "Memory<float> m = a;", "m.Span", "v[0]")]
    [InlineData("float", "Memory<float> m = a;", "m.Slice(0, 2)", "v.Span[0]")]
    [InlineData("float", "Span<float> s = a;", "s.Slice(0, 2)", "v[0]")]
    [InlineData("float", "Span<float> s = a;", "s.ToArray()", "v[0]")]
    [InlineData("byte", "", "new MemoryStream(a)", "v.ReadByte()")]
    [InlineData("byte", "", "new MemoryStream(a, 0, 6, true, true).GetBuffer()", "v[0]")]
    [InlineData("byte", "", "new MemoryStream(a).ToArray()", "v[0]")]
    // System.Numerics.Tensors
    [InlineData("float", "", "System.Numerics.Tensors.Tensor.Create(a)", "v[0]")]
    [InlineData("float", "", "System.Numerics.Tensors.Tensor.Create(a, [2, 3])", "v[0, 0]")]
    [InlineData("float", "", "(System.Numerics.Tensors.Tensor<float>)a", "v[0]")]
    [InlineData("float", "", "new TensorSpan<float>(a)", "v[0]")]
    [InlineData("float", "", "System.Numerics.Tensors.Tensor.AsTensorSpan(a)", "v[0]")]
    [InlineData("float", "var t = System.Numerics.Tensors.Tensor.Create(a, [2, 3]);", "t.Reshape([3, 2])", "v[0, 0]")]
    [InlineData("float", "var t = System.Numerics.Tensors.Tensor.Create(a, [2, 3]);", "t.Slice([0..1, 0..1])", "v[0, 0]")]
    [InlineData("float", "var t = System.Numerics.Tensors.Tensor.Create(a, [2, 3]);", "t[[0..1, 0..1]]", "v[0, 0]")]
    [InlineData("float", "var t = System.Numerics.Tensors.Tensor.Create(a, [2, 3]);", "System.Numerics.Tensors.Tensor.Transpose(t)", "v[0, 0]")]
    [InlineData("float", "var t = System.Numerics.Tensors.Tensor.Create(a, [2, 3]);", "System.Numerics.Tensors.Tensor.PermuteDimensions(t, [1, 0])", "v[0, 0]")]
    [InlineData("float", "var t = System.Numerics.Tensors.Tensor.Create(a, [1, 6]);", "System.Numerics.Tensors.Tensor.Squeeze(t)", "v[0]")]
    [InlineData("float", "var t = System.Numerics.Tensors.Tensor.Create(a);", "System.Numerics.Tensors.Tensor.Unsqueeze(t, 0)", "v[0, 0]")]
    [InlineData("float", "var t = System.Numerics.Tensors.Tensor.Create(a);", "t.AsTensorSpan()", "v[0]")]
    [InlineData("float", "var t = System.Numerics.Tensors.Tensor.Create(a);", "t.GetSpan([(nint)0], 2)", "v[0]")]
    [InlineData("float", "var t = System.Numerics.Tensors.Tensor.Create(a);", "System.Numerics.Tensors.Tensor.Resize(t, [4])", "v[0]")]
    [InlineData("float", "var t = System.Numerics.Tensors.Tensor.Create(a);", "System.Numerics.Tensors.Tensor.Reverse<float>(t)", "v[0]")]
    [InlineData("float", "var t = System.Numerics.Tensors.Tensor.Create(a);", "System.Numerics.Tensors.Tensor.Split<float>(t, 2, 0)", "v[0][0]")]
    [InlineData("float", "var t = System.Numerics.Tensors.Tensor.Create(a);", "System.Numerics.Tensors.Tensor.Broadcast<float>(t, [2, 6])", "v[0, 0]")]
    [InlineData("float", "var t = System.Numerics.Tensors.Tensor.Create(a);", "System.Numerics.Tensors.Tensor.Stack<float>([t, t])", "v[0, 0]")]
    [InlineData("float", "var t = System.Numerics.Tensors.Tensor.Create(a);", "System.Numerics.Tensors.Tensor.ConvertTruncating<float, double>(t)", "v[0]")]
    [InlineData("float", "var t = System.Numerics.Tensors.Tensor.Create(a);", "+t", "v[0]")]
    // MathNet
    [InlineData("double", "", "new DenseVector(a)", "v[0]")]
    [InlineData("double", "", "(DenseVector)a", "v[0]")]
    [InlineData("double", "", "new DenseMatrix(2, 3, a)", "v[0, 0]")]
    [InlineData("double", "", "new DiagonalMatrix(6, 6, a)", "v[0, 0]")]
    [InlineData("double", "", "Vector<double>.Build.Dense(a)", "v[0]")]
    [InlineData("double", "", "Vector<double>.Build.DenseOfArray(a)", "v[0]")]
    [InlineData("double", "", "Matrix<double>.Build.Dense(2, 3, a)", "v[0, 0]")]
    [InlineData("double", "", "Matrix<double>.Build.DenseOfColumnMajor(2, 3, a)", "v[0, 0]")]
    [InlineData("double", "", "Matrix<double>.Build.Diagonal(a)", "v[0, 0]")]
    [InlineData("double", "", "DenseVector.OfArray(a)", "v[0]")]
    [InlineData("double", "", "DenseVector.OfEnumerable(a)", "v[0]")]
    [InlineData("double", "var d = new DenseVector(a);", "d.Values", "v[0]")]
    [InlineData("double", "var d = new DenseVector(a);", "d.AsArray()", "v[0]")]
    [InlineData("double", "var d = new DenseVector(a);", "d.ToArray()", "v[0]")]
    [InlineData("double", "var d = new DenseVector(a);", "(double[])d", "v[0]")]
    [InlineData("double", "var d = new DenseVector(a);", "d.SubVector(0, 2)", "v[0]")]
    [InlineData("double", "var d = new DenseVector(a);", "d.Clone()", "v[0]")]
    [InlineData("double", "var m = new DenseMatrix(2, 3, a);", "m.Values", "v[0]")]
    [InlineData("double", "var m = new DenseMatrix(2, 3, a);", "m.AsColumnMajorArray()", "v[0]")]
    [InlineData("double", "var m = new DenseMatrix(2, 3, a);", "m.Row(0)", "v[0]")]
    [InlineData("double", "var m = new DenseMatrix(2, 3, a);", "m.Column(0)", "v[0]")]
    [InlineData("double", "var m = new DenseMatrix(2, 3, a);", "m.SubMatrix(0, 1, 0, 1)", "v[0, 0]")]
    [InlineData("double", "var m = new DenseMatrix(2, 3, a);", "m.Transpose()", "v[0, 0]")]
    [InlineData("double", "var m = new DenseMatrix(2, 3, a);", "m.Map(x => x)", "v[0, 0]")]
    [InlineData("double", "var m = new DenseMatrix(2, 3, a);", "m.ToArray()", "v[0, 0]")]
    public void Result_SharesAsTheFactsSay(string type, string before, string expression, string read)
    {
        string source = Members.Replace("{TYPE}", type).Replace("{BEFORE}", before).Replace("{EXPRESSION}", expression).Replace("{READ}", read);
        Compilation compilation = FactSnippet.Compile(source);
        bool shares = (bool)FactSnippet.Load(compilation).GetType("Truth")!.GetMethod("Sees", BindingFlags.Public | BindingFlags.Static)!.Invoke(null, null)!;
        MemberFacts facts = FactSnippet.Of(compilation, expression);
        IOperation operation = FactSnippet.Calls(compilation, expression).First().Operation;
        Assert.Equal(shares, facts.Shares.Any(share => share.To.IsResult && share.HoldsFor((operation as IInvocationOperation)?.Arguments ?? [])));
    }
}
