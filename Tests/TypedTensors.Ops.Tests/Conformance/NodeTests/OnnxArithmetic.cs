using System.Numerics;

namespace TypedTensors.Ops.Tests.Conformance.NodeTests;

/// <summary>Arithmetic, where ONNX has attributes or dtypes of its own.</summary>
static class OnnxArithmetic
{
    public static Tensor Add<T, TDevice>(OnnxCall call)
        where T : unmanaged, INumber<T>
        where TDevice : struct, IDevice, IComputes<T> => call.Get<T, TDevice>(0).Add(Aligned<T, TDevice>(call));

    public static Tensor Sub<T, TDevice>(OnnxCall call)
        where T : unmanaged, INumber<T>
        where TDevice : struct, IDevice, IComputes<T> => call.Get<T, TDevice>(0).Subtract(Aligned<T, TDevice>(call));

    public static Tensor Mul<T, TDevice>(OnnxCall call)
        where T : unmanaged, INumber<T>
        where TDevice : struct, IDevice, IComputes<T> => call.Get<T, TDevice>(0).Multiply(Aligned<T, TDevice>(call));

    public static Tensor Div<T, TDevice>(OnnxCall call)
        where T : unmanaged, INumber<T>
        where TDevice : struct, IDevice, IComputes<T> => call.Get<T, TDevice>(0).Divide(Aligned<T, TDevice>(call));

    public static Tensor Sum<T, TDevice>(OnnxCall call)
        where T : unmanaged, INumber<T>
        where TDevice : struct, IDevice, IComputes<T> => Fold<T, TDevice>(call, (x, y) => x.Add(y));

    public static Tensor Max<T, TDevice>(OnnxCall call)
        where T : unmanaged, INumber<T>
        where TDevice : struct, IDevice, IComputes<T> => Fold<T, TDevice>(call, (x, y) => x.Maximum(y));

    public static Tensor Min<T, TDevice>(OnnxCall call)
        where T : unmanaged, INumber<T>
        where TDevice : struct, IDevice, IComputes<T> => Fold<T, TDevice>(call, (x, y) => x.Minimum(y));

    public static Tensor Mean<T, TDevice>(OnnxCall call)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TDevice : struct, IDevice, IComputesFunctions<T> => Fold<T, TDevice>(call, (x, y) => x.Add(y)).Divide(T.CreateChecked(call.Inputs.Length));

    public static Tensor Mod<T, TDevice>(OnnxCall call)
        where T : unmanaged, INumber<T>
        where TDevice : struct, IDevice, IComputesFunctions<T> => call.Flag("fmod") ? call.Get<T, TDevice>(0).Fmod(call.Get<T, TDevice>(1)) : call.Get<T, TDevice>(0).Remainder(call.Get<T, TDevice>(1));

    public static Tensor Pow<T, TDevice>(OnnxCall call)
        where T : unmanaged, INumber<T>
        where TDevice : struct, IDevice, IComputes<T> => (call.Inputs[0], call.Inputs[1]) switch
        {
            (Tensor<float, Cpu> x, _) => x.Pow(As<float>(call.Inputs[1]!)),
            (Tensor<int, Cpu> x, Tensor<int, Cpu> y) => x.Pow(y),
            (Tensor<long, Cpu> x, Tensor<long, Cpu> y) => x.Pow(y),
            _ => As<double>(call.Inputs[0]!).Pow(As<double>(call.Inputs[1]!)).Cast<T>(),
        };

    /// <summary>Shifts by tensors: products and quotients with powers of two.</summary>
    public static Tensor BitShift<T, TDevice>(OnnxCall call)
        where T : unmanaged, IBinaryInteger<T>, IUnsignedNumber<T>
        where TDevice : struct, IDevice, IComputes<T>
    {
        Tensor<T, TDevice> powers = Tensor<T, TDevice>.Full(T.One + T.One, call.Inputs[1]!.Shape).Pow(call.Get<T, TDevice>(1));
        return call.Text("direction") == "LEFT" ? call.Get<T, TDevice>(0).Multiply(powers) : call.Get<T, TDevice>(0).Divide(powers);
    }

    public static Tensor Clip<T, TDevice>(OnnxCall call)
        where T : unmanaged, INumber<T>
        where TDevice : struct, IDevice, IComputes<T>
    {
        Tensor<T, TDevice> x = call.Get<T, TDevice>(0);
        if (call.Opset < 11)
        {
            return x.Clamp(T.CreateTruncating(call.Number("min", float.MinValue)), T.CreateTruncating(call.Number("max", float.MaxValue)));
        }

        x = call.Has(1) ? x.Maximum(call.Get<T, TDevice>(1)) : x;
        return call.Has(2) ? x.Minimum(call.Get<T, TDevice>(2)) : x;
    }

    /// <summary>A tensor of any dtype as another.</summary>
    public static Tensor<TTo, Cpu> As<TTo>(Tensor tensor)
        where TTo : unmanaged => Testing.Values.DtypeDispatch.Run(tensor.Dtype, new Casting<TTo>(tensor));

    // Before opset 7 the axes of the second operand could be put below given axes of the first.
    static Tensor<T, TDevice> Aligned<T, TDevice>(OnnxCall call)
        where T : unmanaged
        where TDevice : struct, IDevice
    {
        Tensor<T, TDevice> y = call.Get<T, TDevice>(1);
        int behind = call.Has("axis") ? call.Inputs[0]!.Rank - call.Integer("axis") - y.Rank : 0;
        for (; behind > 0; behind--)
        {
            y = y.Unsqueeze(-1);
        }

        return y;
    }

    static Tensor<T, TDevice> Fold<T, TDevice>(OnnxCall call, Func<Tensor<T, TDevice>, Tensor<T, TDevice>, Tensor<T, TDevice>> combine)
        where T : unmanaged
        where TDevice : struct, IDevice => Enumerable.Range(0, call.Inputs.Length).Select(call.Get<T, TDevice>).Aggregate(combine);

    readonly struct Casting<TTo>(Tensor tensor) : Testing.Values.IDtypeAction<Tensor<TTo, Cpu>>
        where TTo : unmanaged
    {
        public Tensor<TTo, Cpu> Run<T>()
            where T : unmanaged => ((Tensor<T, Cpu>)tensor).Cast<TTo>();
    }
}
