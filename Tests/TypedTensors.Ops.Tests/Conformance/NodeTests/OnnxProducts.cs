using System.Numerics;

namespace TypedTensors.Ops.Tests.Conformance.NodeTests;

/// <summary>Products of matrices.</summary>
static class OnnxProducts
{
    public static Tensor MatMul<T, TDevice>(OnnxCall call)
        where T : unmanaged, INumber<T>
        where TDevice : struct, IDevice, IComputes<T> => call.Get<T, TDevice>(0).MatMul(call.Get<T, TDevice>(1));

    /// <summary>Integers less their zero points, multiplied as 32-bit ones.</summary>
    public static Tensor MatMulInteger(OnnxCall call) =>
        call.Get<byte>(0).Cast<int>().SubtractInPlace(call.Get<byte>(2).Cast<int>()).MatMul(call.Get<byte>(1).Cast<int>().SubtractInPlace(call.Get<byte>(3).Cast<int>()));

    public static Tensor Gemm<T, TDevice>(OnnxCall call)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TDevice : struct, IDevice, IComputesFunctions<T>
    {
        Tensor<T, TDevice> x = call.Get<T, TDevice>(0), y = call.Get<T, TDevice>(1);
        x = call.Flag("transA") ? x.Transpose() : x;
        y = call.Flag("transB") ? y.Transpose() : y;
        Tensor<T, TDevice> product = x.MatMul(y).MultiplyInPlace(T.CreateChecked(call.Number("alpha", 1)));
        return call.Has(2) ? product.Add(call.Get<T, TDevice>(2).Multiply(T.CreateChecked(call.Number("beta", 1)))) : product;
    }

    public static Tensor Einsum<T, TDevice>(OnnxCall call)
        where T : unmanaged, INumber<T>
        where TDevice : struct, IDevice, IComputes<T> =>
        TypedTensors.LinearAlgebra.Einsum(call.Text("equation"), [.. Enumerable.Range(0, call.Inputs.Length).Select(call.Get<T, TDevice>)]);

    public static Tensor Det<T>(OnnxCall call)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => call.Get<T>(0).Det();
}
