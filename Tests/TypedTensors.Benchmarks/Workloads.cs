using System.Numerics.Tensors;

namespace TypedTensors.Benchmarks;

/// <summary>What is measured.</summary>
internal static class Workloads
{
    private const int Length = 1 << 20;

    private const string Setup =
        "import numpy as np\nr = np.random.default_rng(1)\nx = (r.random(1 << 20, dtype=np.float32) * 8 - 4)\ny = r.random(1 << 20, dtype=np.float32) + 0.5\ntx = torch.from_numpy(x)\nty = torch.from_numpy(y)";

    private const string MatrixSetup = Setup + "\nx = x.reshape(1024, 1024)\ntx = tx.reshape(1024, 1024)";

    /// <summary>All workloads, over 2^20 floats.</summary>
    public static IEnumerable<Workload> All()
    {
        Tensor<float, Cpu> x = Tensor<float, Cpu>.FromFunction(index => (index[0] % 4001 * 0.002f) - 4f, Length);
        Tensor<float, Cpu> y = Tensor<float, Cpu>.FromFunction(index => (index[0] % 1009 * 0.001f) + 0.5f, Length);
        Tensor<float, Cpu> result = Tensor<float, Cpu>.Zeros(Length);
        float[] a = x.ToArray(), b = y.ToArray(), c = new float[Length];
        const double float3 = 3.0 * sizeof(float) * Length, float2 = 2.0 * sizeof(float) * Length;

        yield return new("gelu (user kernel)", float2, () => x.Gelu().Dispose(), Setup,
            "0.5 * x * (1 + np.tanh(np.float32(0.7978846) * (x + np.float32(0.044715) * x * x * x)))",
            "0.5 * tx * (1 + torch.tanh(0.7978846 * (tx + 0.044715 * tx * tx * tx)))");
        yield return new("gelu (PyTorch's own)", float2, () => x.GeluTanh().Dispose(), Setup, null, "torch.nn.functional.gelu(tx, approximate='tanh')");
        yield return Unary("exp", x, result, a, c, () => x.Exp().Dispose(), () => x.Exp(result), TensorPrimitives.Exp);
        yield return Unary("tanh", x, result, a, c, () => x.Tanh().Dispose(), () => x.Tanh(result), TensorPrimitives.Tanh);
        yield return Unary("log", y, result, b, c, () => y.Log().Dispose(), () => y.Log(result), TensorPrimitives.Log, "y");
        yield return Unary("sin", x, result, a, c, () => x.Sin().Dispose(), () => x.Sin(result), TensorPrimitives.Sin);
        yield return Unary("cos", x, result, a, c, () => x.Cos().Dispose(), () => x.Cos(result), TensorPrimitives.Cos);
        yield return Unary("sqrt", y, result, b, c, () => y.Sqrt().Dispose(), () => y.Sqrt(result), TensorPrimitives.Sqrt, "y");
        yield return Unary("abs", x, result, a, c, () => x.Abs().Dispose(), () => x.Abs(result), TensorPrimitives.Abs);
        yield return Unary("floor", x, result, a, c, () => x.Floor().Dispose(), () => x.Floor(result), TensorPrimitives.Floor);
        yield return new("sigmoid", float2, () => x.Sigmoid().Dispose(), Setup, "1 / (1 + np.exp(-x))", "torch.sigmoid(tx)",
            () => TensorPrimitives.Sigmoid<float>(a, c), () => x.Sigmoid(result));
        yield return new("add", float3, () => x.Add(y).Dispose(), Setup, "x + y", "tx + ty", () => TensorPrimitives.Add<float>(a, b, c), () => x.Add(y, result));
        yield return new("multiply", float3, () => x.Multiply(y).Dispose(), Setup, "x * y", "tx * ty",
            () => TensorPrimitives.Multiply<float>(a, b, c), () => x.Multiply(y, result));
        yield return new("divide", float3, () => x.Divide(y).Dispose(), Setup, "x / y", "tx / ty",
            () => TensorPrimitives.Divide<float>(a, b, c), () => x.Divide(y, result));
        yield return new("maximum", float3, () => x.Maximum(y).Dispose(), Setup, "np.maximum(x, y)", "torch.maximum(tx, ty)",
            () => TensorPrimitives.Max<float>(a, b, c), () => x.Maximum(y, result));
        yield return new("pow", float3, () => y.Pow(x).Dispose(), Setup, "y ** x", "ty ** tx", () => TensorPrimitives.Pow<float>(b, a, c), () => y.Pow(x, result));
        yield return new("hypot", float3, () => x.Hypot(y).Dispose(), Setup, "np.hypot(x, y)", "torch.hypot(tx, ty)",
            () => TensorPrimitives.Hypot<float>(a, b, c), () => x.Hypot(y, result));
        yield return new("atan2", float3, () => x.Atan2(y).Dispose(), Setup, "np.arctan2(x, y)", "torch.atan2(tx, ty)",
            () => TensorPrimitives.Atan2<float>(a, b, c), () => x.Atan2(y, result));
        Tensor<float, Cpu> matrix = x.Reshape(1024, 1024);
        const double float1 = sizeof(float) * Length;
        yield return new("sum", float1, () => x.Sum().Dispose(), Setup, "x.sum()", "tx.sum()", () => TensorPrimitives.Sum<float>(a), () => x.Sum().Dispose());
        yield return new("sum of columns", float1, () => matrix.Sum(0).Dispose(), MatrixSetup, "x.sum(0)", "tx.sum(0)");
        yield return new("sum of rows", float1, () => matrix.Sum(1).Dispose(), MatrixSetup, "x.sum(1)", "tx.sum(1)");
        yield return new("max", float1, () => x.Max().Dispose(), Setup, "x.max()", "tx.max()", () => TensorPrimitives.Max<float>(a), () => x.Max().Dispose());
        yield return new("mean", float1, () => x.Mean().Dispose(), Setup, "x.mean()", "tx.mean()", () => TensorPrimitives.Average<float>(a), () => x.Mean().Dispose());
    }

    private static Workload Unary(
        string name, Tensor<float, Cpu> x, Tensor<float, Cpu> result, float[] a, float[] c, Action ours, Action into, Primitive primitive, string operand = "x") =>
        new(name, 2.0 * sizeof(float) * x.Length, ours, Setup, $"np.{name}({operand})", $"torch.{name}(t{operand})", () => primitive(a, c), into);

    private delegate void Primitive(ReadOnlySpan<float> x, Span<float> destination);
}
