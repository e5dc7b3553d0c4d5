using System.Numerics;
using System.Numerics.Tensors;

namespace TypedTensors.Benchmarks;

/// <summary>Every built-in operation that <c>TensorPrimitives</c> has as a single call, beside that call.</summary>
internal static class PrimitivePairs
{
    private const int Length = 1 << 20;

    private delegate void Unary<T>(ReadOnlySpan<T> x, Span<T> destination);

    private delegate void Binary<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> y, Span<T> destination);

    /// <summary>The pairs: name, ours into a destination, the primitive into an array.</summary>
    public static IEnumerable<(string Name, Action Ours, Action Primitive)> All() =>
        [
            .. Floating<float, Cpu>("float"), .. Reductions<float, Cpu>("float"), .. Floating<double, Cpu>("double"), .. Reductions<double, Cpu>("double"),
            .. Integer<int, Cpu>("int"), .. Integer<byte, Cpu>("byte"),
        ];

    private static IEnumerable<(string Name, Action Ours, Action Primitive)> Floating<T, TDevice>(string dtype)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TDevice : struct, IDevice, IComputesFunctions<T>
    {
        // From 0.1 to 0.9, where every function is defined; Acosh gets its domain by a shift, and what rounds gets numbers that do not all
        // round to zero: some processors write zeros faster than anything else.
        Tensor<T, TDevice> x = Tensor<T, TDevice>.FromFunction(i => T.CreateTruncating(0.1 + (0.8 * (i % 4001) / 4001)), Length);
        Tensor<T, TDevice> y = Tensor<T, TDevice>.FromFunction(i => T.CreateTruncating(0.1 + (0.8 * (i % 1009) / 1009)), Length);
        Tensor<T, TDevice> above = (x + T.One).Clone(), wide = x * T.CreateTruncating(100), result = Tensor<T, TDevice>.Zeros(Length);
        T[] a = x.ToArray(), b = y.ToArray(), c = above.ToArray(), w = wide.ToArray(), target = new T[Length];

        (string, Action, Action) One(string name, Action ours, Unary<T> primitive) => ($"{name} {dtype}", ours, () => primitive(a, target));
        (string, Action, Action) Rounding(string name, Action ours, Unary<T> primitive) => ($"{name} {dtype}", ours, () => primitive(w, target));
        (string, Action, Action) Two(string name, Action ours, Binary<T> primitive) => ($"{name} {dtype}", ours, () => primitive(a, b, target));

        yield return One("Abs", () => x.Abs(result), TensorPrimitives.Abs);
        yield return One("Acos", () => x.Acos(result), TensorPrimitives.Acos);
        yield return ($"Acosh {dtype}", () => above.Acosh(result), () => TensorPrimitives.Acosh<T>(c, target));
        yield return One("Asin", () => x.Asin(result), TensorPrimitives.Asin);
        yield return One("Asinh", () => x.Asinh(result), TensorPrimitives.Asinh);
        yield return One("Atan", () => x.Atan(result), TensorPrimitives.Atan);
        yield return One("Atanh", () => x.Atanh(result), TensorPrimitives.Atanh);
        yield return One("Cbrt", () => x.Cbrt(result), TensorPrimitives.Cbrt);
        yield return Rounding("Ceil", () => wide.Ceil(result), TensorPrimitives.Ceiling);
        yield return One("Cos", () => x.Cos(result), TensorPrimitives.Cos);
        yield return One("Cosh", () => x.Cosh(result), TensorPrimitives.Cosh);
        yield return One("Deg2Rad", () => x.Deg2Rad(result), TensorPrimitives.DegreesToRadians);
        yield return One("Exp", () => x.Exp(result), TensorPrimitives.Exp);
        yield return One("Exp10", () => x.Exp10(result), TensorPrimitives.Exp10);
        yield return One("Exp2", () => x.Exp2(result), TensorPrimitives.Exp2);
        yield return One("Expm1", () => x.Expm1(result), TensorPrimitives.ExpM1);
        yield return Rounding("Floor", () => wide.Floor(result), TensorPrimitives.Floor);
        yield return One("Log", () => x.Log(result), TensorPrimitives.Log);
        yield return One("Log10", () => x.Log10(result), TensorPrimitives.Log10);
        yield return One("Log1p", () => x.Log1p(result), TensorPrimitives.LogP1);
        yield return One("Log2", () => x.Log2(result), TensorPrimitives.Log2);
        yield return One("Negative", () => x.Negative(result), TensorPrimitives.Negate);
        yield return One("Rad2Deg", () => x.Rad2Deg(result), TensorPrimitives.RadiansToDegrees);
        yield return One("Reciprocal", () => x.Reciprocal(result), TensorPrimitives.Reciprocal);
        yield return Rounding("Round", () => wide.Round(result), TensorPrimitives.Round);
        yield return One("Rsqrt", () => x.Rsqrt(result), TensorPrimitives.ReciprocalSqrt);
        yield return One("Sigmoid", () => x.Sigmoid(result), TensorPrimitives.Sigmoid);
        yield return One("Sin", () => x.Sin(result), TensorPrimitives.Sin);
        yield return One("Sinh", () => x.Sinh(result), TensorPrimitives.Sinh);
        yield return One("Sqrt", () => x.Sqrt(result), TensorPrimitives.Sqrt);
        yield return One("Tan", () => x.Tan(result), TensorPrimitives.Tan);
        yield return One("Tanh", () => x.Tanh(result), TensorPrimitives.Tanh);
        yield return Rounding("Trunc", () => wide.Trunc(result), TensorPrimitives.Truncate);
        yield return Two("Add", () => x.Add(y, result), TensorPrimitives.Add);
        yield return Two("Atan2", () => x.Atan2(y, result), TensorPrimitives.Atan2);
        yield return Two("CopySign", () => x.CopySign(y, result), TensorPrimitives.CopySign);
        yield return Two("Divide", () => x.Divide(y, result), TensorPrimitives.Divide);
        yield return Two("FMax", () => x.FMax(y, result), TensorPrimitives.MaxNumber);
        yield return Two("FMin", () => x.FMin(y, result), TensorPrimitives.MinNumber);
        yield return Two("Hypot", () => x.Hypot(y, result), TensorPrimitives.Hypot);
        yield return Two("Maximum", () => x.Maximum(y, result), TensorPrimitives.Max);
        yield return Two("Minimum", () => x.Minimum(y, result), TensorPrimitives.Min);
        yield return Two("Multiply", () => x.Multiply(y, result), TensorPrimitives.Multiply);
        yield return Two("Pow", () => x.Pow(y, result), TensorPrimitives.Pow);
        yield return Two("Subtract", () => x.Subtract(y, result), TensorPrimitives.Subtract);
    }

    private static IEnumerable<(string Name, Action Ours, Action Primitive)> Reductions<T, TDevice>(string dtype)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TDevice : struct, IDevice, IComputesFunctions<T>
    {
        Tensor<T, TDevice> x = Tensor<T, TDevice>.FromFunction(i => T.CreateTruncating(0.1 + (0.8 * (i % 4001) / 4001)), Length);
        T[] a = x.ToArray();
        yield return ($"Sum {dtype}", () => x.Sum(), () => TensorPrimitives.Sum<T>(a));
        yield return ($"Max {dtype}", () => x.Max(), () => TensorPrimitives.Max<T>(a));
    }

    private static IEnumerable<(string Name, Action Ours, Action Primitive)> Integer<T, TDevice>(string dtype)
        where T : unmanaged, IBinaryInteger<T>
        where TDevice : struct, IDevice, IComputesFunctions<T>
    {
        Tensor<T, TDevice> x = Tensor<T, TDevice>.FromFunction(i => T.CreateTruncating(i % 101), Length);
        Tensor<T, TDevice> y = Tensor<T, TDevice>.FromFunction(i => T.CreateTruncating((i % 7) + 1), Length), result = Tensor<T, TDevice>.Zeros(Length);
        T[] a = x.ToArray(), b = y.ToArray(), target = new T[Length];

        (string, Action, Action) One(string name, Action ours, Unary<T> primitive) => ($"{name} {dtype}", ours, () => primitive(a, target));
        (string, Action, Action) Two(string name, Action ours, Binary<T> primitive) => ($"{name} {dtype}", ours, () => primitive(a, b, target));

        yield return One("Abs", () => x.Abs(result), TensorPrimitives.Abs);
        yield return One("BitwiseNot", () => x.BitwiseNot(result), TensorPrimitives.OnesComplement);
        yield return One("PopCount", () => x.PopCount(result), TensorPrimitives.PopCount);
        yield return Two("Add", () => x.Add(y, result), TensorPrimitives.Add);
        yield return Two("BitwiseAnd", () => x.BitwiseAnd(y, result), TensorPrimitives.BitwiseAnd);
        yield return Two("BitwiseXor", () => x.BitwiseXor(y, result), TensorPrimitives.Xor);
        yield return Two("Divide", () => x.Divide(y, result), TensorPrimitives.Divide);
        yield return Two("Maximum", () => x.Maximum(y, result), TensorPrimitives.Max);
        yield return Two("Multiply", () => x.Multiply(y, result), TensorPrimitives.Multiply);
        yield return Two("Fmod", () => x.Fmod(y, result), TensorPrimitives.Remainder);
        yield return Two("Subtract", () => x.Subtract(y, result), TensorPrimitives.Subtract);
    }
}
