using System.Numerics.Tensors;

namespace TypedTensors.Benchmarks;

/// <summary>Element-wise operations on 2^20 floats, and a chain of operators on 2^24.</summary>
internal static class ElementwiseWorkloads
{
    private const int Length = Operands.Length, LongLength = 1 << 24;

    private const string Setup = Operands.Python;

    private const string LongSetup = "r = np.random.default_rng(1)\nx = r.random(1 << 24, dtype=np.float32)\ny = r.random(1 << 24, dtype=np.float32)\ntx = torch.from_numpy(x)\nty = torch.from_numpy(y)";

    /// <summary>The workloads.</summary>
    public static IEnumerable<Workload> All()
    {
        Tensor<float, Cpu> x = Operands.X(), y = Operands.Y(), result = Tensor<float, Cpu>.Zeros(Length);
        float[] a = x.ToArray(), b = y.ToArray(), target = new float[Length];
        const double float3 = 3.0 * sizeof(float) * Length, float2 = 2.0 * sizeof(float) * Length;

        yield return new("gelu (user kernel)", float2, () => x.Gelu().Dispose(), Setup,
            "0.5 * x * (1 + np.tanh(np.float32(0.7978846) * (x + np.float32(0.044715) * x * x * x)))",
            "0.5 * tx * (1 + torch.tanh(0.7978846 * (tx + 0.044715 * tx * tx * tx)))");
        yield return new("gelu (PyTorch's own)", float2, () => x.GeluTanh().Dispose(), Setup, null, "torch.nn.functional.gelu(tx, approximate='tanh')");
        yield return Unary("exp", x, result, a, target, () => x.Exp().Dispose(), () => x.Exp(result), TensorPrimitives.Exp);
        yield return Unary("tanh", x, result, a, target, () => x.Tanh().Dispose(), () => x.Tanh(result), TensorPrimitives.Tanh);
        yield return Unary("log", y, result, b, target, () => y.Log().Dispose(), () => y.Log(result), TensorPrimitives.Log, "y");
        yield return Unary("sin", x, result, a, target, () => x.Sin().Dispose(), () => x.Sin(result), TensorPrimitives.Sin);
        yield return Unary("cos", x, result, a, target, () => x.Cos().Dispose(), () => x.Cos(result), TensorPrimitives.Cos);
        yield return Unary("sqrt", y, result, b, target, () => y.Sqrt().Dispose(), () => y.Sqrt(result), TensorPrimitives.Sqrt, "y");
        yield return Unary("abs", x, result, a, target, () => x.Abs().Dispose(), () => x.Abs(result), TensorPrimitives.Abs);
        yield return Unary("floor", x, result, a, target, () => x.Floor().Dispose(), () => x.Floor(result), TensorPrimitives.Floor);
        yield return new("sigmoid", float2, () => x.Sigmoid().Dispose(), Setup, "1 / (1 + np.exp(-x))", "torch.sigmoid(tx)",
            () => TensorPrimitives.Sigmoid<float>(a, target), () => x.Sigmoid(result));
        yield return new("add", float3, () => x.Add(y).Dispose(), Setup, "x + y", "tx + ty", () => TensorPrimitives.Add<float>(a, b, target), () => x.Add(y, result));
        yield return new("multiply", float3, () => x.Multiply(y).Dispose(), Setup, "x * y", "tx * ty",
            () => TensorPrimitives.Multiply<float>(a, b, target), () => x.Multiply(y, result));
        yield return new("divide", float3, () => x.Divide(y).Dispose(), Setup, "x / y", "tx / ty",
            () => TensorPrimitives.Divide<float>(a, b, target), () => x.Divide(y, result));
        yield return new("maximum", float3, () => x.Maximum(y).Dispose(), Setup, "np.maximum(x, y)", "torch.maximum(tx, ty)",
            () => TensorPrimitives.Max<float>(a, b, target), () => x.Maximum(y, result));
        yield return new("pow", float3, () => y.Pow(x).Dispose(), Setup, "y ** x", "ty ** tx", () => TensorPrimitives.Pow<float>(b, a, target), () => y.Pow(x, result));
        yield return new("hypot", float3, () => x.Hypot(y).Dispose(), Setup, "np.hypot(x, y)", "torch.hypot(tx, ty)",
            () => TensorPrimitives.Hypot<float>(a, b, target), () => x.Hypot(y, result));
        yield return new("atan2", float3, () => x.Atan2(y).Dispose(), Setup, "np.arctan2(x, y)", "torch.atan2(tx, ty)",
            () => TensorPrimitives.Atan2<float>(a, b, target), () => x.Atan2(y, result));

        Tensor<float, Cpu> c = Tensor<float, Cpu>.FromFunction(index => index[0] % 4001 * 0.0002f, LongLength);
        Tensor<float, Cpu> d = Tensor<float, Cpu>.FromFunction(index => index[0] % 1009 * 0.001f, LongLength);
        const double long3 = 3.0 * sizeof(float) * LongLength;
        yield return new("(c * 2 + d) * c - d, 2^24", long3, () => (((c * 2) + d) * c - d).Dispose(), LongSetup, "(x * 2 + y) * x - y", "(tx * 2 + ty) * tx - ty");
        yield return new("(c * 2 + d) * c - d, 2^24 (user kernel)", long3, () => c.Chain(d).Dispose(), LongSetup, "(x * 2 + y) * x - y", "(tx * 2 + ty) * tx - ty");
    }

    private static Workload Unary(
        string name, Tensor<float, Cpu> x, Tensor<float, Cpu> result, float[] a, float[] target, Action ours, Action into, Primitive primitive, string operand = "x") =>
        new(name, 2.0 * sizeof(float) * x.Length, ours, Setup, $"np.{name}({operand})", $"torch.{name}(t{operand})", () => primitive(a, target), into);

    private delegate void Primitive(ReadOnlySpan<float> x, Span<float> destination);
}
