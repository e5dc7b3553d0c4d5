using Microsoft.CodeAnalysis;
using TypedTensors.Analyzers.SharedMemory.Facts;

namespace TypedTensors.Analyzers.Tests.SharedMemory.Facts;

/// <summary>What is known of single calls: of libraries that cannot be run here, and what running does not show.</summary>
public class LibraryFactsTests
{
    const string Head = "float[] a = new float[6]; var n = torch.as_tensor(a); var nd = np.frombuffer(new byte[4], typeof(float)); var t = System.Numerics.Tensors.Tensor.Create(a, [2, 3]); var f = a.AsTensor(2, 3);\n"
        + "var owner = MemoryPool<float>.Shared.Rent(6); OrtValue v = OrtValue.CreateTensorValueFromMemory(a, [6]); Image<byte> i = Image.WrapMemory<byte>(new byte[4], 2, 2); var d = new DenseVector(3); Span<float> s = a; var random = new Random(1); IList<float> list = a;\n";

    [Theory]
    // TorchSharp
    [InlineData("torch.as_tensor(a)", "result shares rawArray if dtype is null if device is null")]
    [InlineData("torch.as_tensor(a.ToList())", "copies")]
    [InlineData("torch.tensor(a)", "copies")]
    [InlineData("torch.tensor(a.AsMemory(), [6])", "result shares rawArray if dtype is null if device is null")]
    [InlineData("torch.from_array(a, null)", "result shares rawArray if dtype is null if device is null")]
    [InlineData("torch.frombuffer(a, torch.ScalarType.Float32)", "result shares rawArray")]
    [InlineData("n.add_(n)", "result shares this, writes this")]
    [InlineData("n.add(n)", "unknown")]
    [InlineData("n.zero_()", "result shares this, writes this")]
    [InlineData("n.copy_(n)", "result shares this, writes this")]
    [InlineData("n.requires_grad_(true)", "result shares this")]
    [InlineData("n.requires_grad_()", "result shares this, needs gradient")]
    [InlineData("n.sum().backward()", "runs backward")]
    [InlineData("n.view(2, 3)", "result shares this")]
    [InlineData("n.t()", "result shares this relaid")]
    [InlineData("n[0]", "result shares this relaid")]
    [InlineData("n.clone()", "copies")]
    [InlineData("n.detach()", "result shares this")]
    [InlineData("n.bytes", "result shares this openly")]
    [InlineData("n.shape", "ignores this")]
    [InlineData("n.numel()", "ignores this")]
    [InlineData("torch.zeros_like(n)", "ignores input")]
    [InlineData("torch.nn.init.normal_(n)", "result shares tensor, writes tensor")]
    // ONNX Runtime
    [InlineData("OrtValue.CreateTensorValueFromMemory(a, [3])", "result shares data")]
    [InlineData("v.GetTensorMutableDataAsSpan<float>()", "result shares this openly")]
    [InlineData("new DenseTensor<float>(a, [2, 3])", "result shares memory")]
    [InlineData("new DenseTensor<float>([2, 3])", "unknown")]
    [InlineData("new DenseTensor<float>(a, [2, 3]).Buffer", "result shares this openly")]
    [InlineData("new DenseTensor<float>(a, [2, 3]).Length", "ignores this")]
    [InlineData("a.ToTensor<float>()", "copies")]
    [InlineData("NamedOnnxValue.CreateFromTensor(\"x\", new DenseTensor<float>(a, [2, 3]))", "result shares value")]
    // NumSharp
    [InlineData("np.array(a, false)", "result shares data if copy is false")]
    [InlineData("np.array(1f, 2f)", "copies")]
    [InlineData("np.frombuffer(new byte[8], typeof(float))", "result shares bytes")]
    [InlineData("nd[\"0:2\"]", "result shares this relaid")]
    [InlineData("nd.copy()", "copies")]
    // ImageSharp
    [InlineData("Image.WrapMemory<byte>(new byte[8], 2, 2)", "result shares pixelMemory")]
    [InlineData("Image.LoadPixelData<byte>(new byte[8], 2, 2)", "copies")]
    [InlineData("i.CopyPixelDataTo(new byte[4])", "writes destination")]
    [InlineData("i.Width", "ignores this")]
    // System.Numerics.Tensors
    [InlineData("t.Slice([0..1, 0..1])", "result shares this relaid")]
    [InlineData("System.Numerics.Tensors.Tensor.Transpose(t)", "result shares tensor relaid")]
    [InlineData("t.Reshape([3, 2])", "result shares tensor")]
    [InlineData("t.ToDenseTensor()", "copies")]
    [InlineData("t.Lengths", "ignores this")]
    [InlineData("t.AsTensorSpan()", "result shares this openly")]
    [InlineData("System.Numerics.Tensors.Tensor.Exp<float>(t, t)", "result shares destination openly, writes destination")]
    [InlineData("t *= 2f", "writes this")]
    [InlineData("TensorPrimitives.Exp(a, s)", "writes destination")]
    [InlineData("TensorPrimitives.SinCos<float>(a, s, s)", "writes sinDestination cosDestination")]
    // .NET
    [InlineData("a.AsSpan(1)", "result shares array openly relaid")]
    [InlineData("a.AsSpan()", "result shares array openly")]
    [InlineData("a.AsMemory(2, 2)", "result shares array openly relaid")]
    [InlineData("s.Slice(1)", "result shares this openly relaid")]
    [InlineData("s.CopyTo(s)", "writes destination, overlaps safely")]
    [InlineData("a.Length", "ignores this")]
    [InlineData("a.GetLength(0)", "ignores this")]
    [InlineData("s.Length", "ignores this")]
    [InlineData("Array.Sort(a, a)", "writes keys items")]
    [InlineData("list[0] = 2", "writes this")]
    [InlineData("list.CopyTo(a, 0)", "writes array")]
    [InlineData("ArrayPool<float>.Shared.Rent(3)", "rents")]
    [InlineData("ArrayPool<float>.Shared.Return(a)", "gives back array")]
    [InlineData("MemoryPool<float>.Shared.Rent(3)", "rents")]
    [InlineData("owner.Dispose()", "gives back this")]
    [InlineData("owner.Memory", "result shares this openly")]
    [InlineData("random.NextBytes(new byte[3])", "writes buffer")]
    [InlineData("ImmutableCollectionsMarshal.AsImmutableArray(a)", "result shares array")]
    [InlineData("GC.KeepAlive(a)", "ignores obj")]
    [InlineData("random.Next()", "unknown")]
    // MathNet
    [InlineData("d.Add(d, d)", "writes result, overlaps safely")]
    [InlineData("d.Add(d)", "unknown")]
    [InlineData("d.Count", "ignores this")]
    [InlineData("d.Clone()", "copies")]
    // Ours
    [InlineData("f.Reshape(3, 2)", "result shares this, overlaps safely")]
    [InlineData("f.Transpose()", "result shares this relaid, overlaps safely")]
    [InlineData("f[0, ..]", "result shares this relaid, overlaps safely")]
    [InlineData("f.AsSpan()", "result shares tensor openly, overlaps safely")]
    [InlineData("f.Shape", "ignores this")]
    [InlineData("f.Rank", "ignores this")]
    [InlineData("f.Clone()", "overlaps safely")]
    [InlineData("f.CopyFrom(f)", "writes this, overlaps safely")]
    [InlineData("f.AddInPlace(f)", "result shares x, writes x, overlaps safely")]
    [InlineData("f.Exp(f)", "result shares destination openly, writes destination, overlaps safely")]
    [InlineData("f.Sum(0, false, f)", "result shares destination openly, writes destination, overlaps safely")]
    [InlineData("f *= 2f", "writes this, overlaps safely")]
    [InlineData("f + f", "unknown")]
    public void Call_IsKnown(string call, string expected)
    {
        Compilation compilation = FactSnippet.Compile(
            "using TorchSharp; using NumSharp; using SixLabors.ImageSharp; using Microsoft.ML.OnnxRuntime; using Microsoft.ML.OnnxRuntime.Tensors;\n"
            + Head + (IsStatement(call) ? call : "_ = " + call) + ";\n" + OtherLibraries.Source);
        Assert.Equal(expected, FactSnippet.Describe(FactSnippet.Of(compilation, call), FactSnippet.Calls(compilation, call).First().Method.OriginalDefinition));
    }

    static bool IsStatement(string call) => call.Contains(" = ", StringComparison.Ordinal) || call.Contains("*=", StringComparison.Ordinal)
        || new[] { "Dispose", "Return", "NextBytes", "KeepAlive", "CopyTo", "CopyPixel", "backward", "CopyFrom", "Sort", "TensorPrimitives", "d.Add(d, d)" }.Any(call.Contains);
}
