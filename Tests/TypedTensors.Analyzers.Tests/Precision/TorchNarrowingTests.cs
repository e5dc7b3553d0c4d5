using TypedTensors.Analyzers.Precision;
using TypedTensors.Testing.Analyzers;

namespace TypedTensors.Analyzers.Tests.Precision;

/// <summary>TT1001 on TorchSharp's tensors, which have no element type of their own. The declarations stand in for the package.</summary>
public class TorchNarrowingTests
{
    const string Torch = """


        namespace TorchSharp
        {
            public static class torch
            {
                public enum ScalarType { Byte, Int8, Int16, Int32, Int64, Float16, Float32, Float64 }
                public static ScalarType float32 = ScalarType.Float32, float64 = ScalarType.Float64, int64 = ScalarType.Int64;
                public class Tensor
                {
                    public Tensor add(Tensor other) => this; public Tensor add_(Tensor other) => this; public Tensor copy_(Tensor other, bool non_blocking = false) => this; public Tensor mul_(Tensor other) => this;
                    public Tensor to(ScalarType type) => this; public Tensor @double() => this; public Tensor @float() => this; public Tensor half() => this; public Tensor t() => this;
                    public static Tensor operator +(Tensor x, Tensor y) => x;
                }
                public static Tensor zeros(long size, ScalarType? dtype = null) => new(); public static Tensor randn(long size, ScalarType? dtype = null) => new();
                public static Tensor tensor(IList<float> data) => new(); public static Tensor tensor(IList<double> data) => new(); public static Tensor tensor(long[] data) => new(); public static Tensor tensor(double value) => new();
                public static Tensor load(string path) => new();
            }
        }
        """;

    const string Head = "using TorchSharp; var f = torch.zeros(3); var d = torch.tensor(new double[] { 1, 2, 3 }); var l = torch.tensor(new long[] { 1 }); var any = torch.load(\"x\"); var again = torch.zeros(3); again = d;\n";

    [Theory]
    [InlineData("f.add_([|d|]);")]
    [InlineData("f.copy_([|d|]);")]
    [InlineData("f.copy_([|d|], true);")]
    [InlineData("f.add_([|torch.tensor(0.1)|]);")]
    [InlineData("f.mul_([|f.@double()|]);")]
    [InlineData("f.half().add_([|f|]);")]
    [InlineData("l.copy_([|f|]);")]
    [InlineData("torch.randn(3).add_([|torch.zeros(3, dtype: torch.float64)|]);")]
    [InlineData("f.add_([|any.to(torch.ScalarType.Float64)|]);")]
    [InlineData("f.add_([|torch.zeros(3, torch.float64)|]);")]
    public async Task InPlaceFromWider_IsReported(string statements) => await RuleTest<NarrowingStoreAnalyzer>.Verify(Head + statements + Torch, "write '.to(torch.");

    [Theory]
    [InlineData("f.add_(f);")]
    [InlineData("d.add_(f);")]
    [InlineData("f.add_(d.to(torch.float32));")]
    [InlineData("f.add_(d.@float());")]
    [InlineData("f.add(d);")]
    [InlineData("f = f + d;")]
    [InlineData("f.add_(any);")]
    [InlineData("any.add_(d);")]
    [InlineData("again.add_(d);")]
    [InlineData("f.add_(l);")]
    [InlineData("f.add_(d.t());")]
    [InlineData("torch.ScalarType? unknown = null; torch.zeros(3, unknown).add_(d);")]
    public async Task SameOrUnknown_IsSilent(string statements) => await RuleTest<NarrowingStoreAnalyzer>.Verify(Head + statements + Torch);
}
