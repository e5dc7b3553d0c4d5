using System.Numerics;

namespace TypedTensors.Ops.Tests.Conformance.NodeTests;

/// <summary>Activations with attributes.</summary>
static class OnnxActivations
{
    public static Tensor Celu<T, TDevice>(OnnxCall call)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TDevice : struct, IDevice, IComputesFunctions<T> => call.Get<T, TDevice>(0).Celu(Number<T>(call, "alpha", 1));

    public static Tensor Elu<T, TDevice>(OnnxCall call)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TDevice : struct, IDevice, IComputesFunctions<T> => call.Get<T, TDevice>(0).Elu(Number<T>(call, "alpha", 1));

    public static Tensor Gelu<T, TDevice>(OnnxCall call)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TDevice : struct, IDevice, IComputesFunctions<T> => call.Text("approximate", "none") == "tanh" ? call.Get<T, TDevice>(0).GeluTanh() : call.Get<T, TDevice>(0).Gelu();

    public static Tensor HardSigmoid<T, TDevice>(OnnxCall call)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TDevice : struct, IDevice, IComputesFunctions<T> =>
        call.Get<T, TDevice>(0).Multiply(Number<T>(call, "alpha", 0.2)).AddInPlace(Number<T>(call, "beta", 0.5)).ClampInPlace(T.Zero, T.One);

    public static Tensor LeakyRelu<T, TDevice>(OnnxCall call)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TDevice : struct, IDevice, IComputesFunctions<T> => call.Get<T, TDevice>(0).LeakyRelu(Number<T>(call, "alpha", 0.01));

    /// <summary>Before opset 7 the slopes were those of channels.</summary>
    public static Tensor PRelu<T, TDevice>(OnnxCall call)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TDevice : struct, IDevice, IComputesFunctions<T>
    {
        Tensor<T, TDevice> slopes = call.Get<T, TDevice>(1);
        for (int axis = 2; call.Opset < 7 && slopes.Length > 1 && axis < call.Inputs[0]!.Rank; axis++)
        {
            slopes = slopes.Unsqueeze(-1);
        }

        return call.Get<T, TDevice>(0).LeakyRelu(slopes);
    }

    public static Tensor Selu<T, TDevice>(OnnxCall call)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TDevice : struct, IDevice, IComputesFunctions<T> =>
        call.Has("alpha") ? call.Get<T, TDevice>(0).Elu(Number<T>(call, "alpha", 0)).MultiplyInPlace(Number<T>(call, "gamma", 1.05070102214813232421875)) : call.Get<T, TDevice>(0).Selu();

    public static Tensor Shrink<T, TDevice>(OnnxCall call)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TDevice : struct, IDevice, IComputesFunctions<T>
    {
        double bias = call.Number("bias", 0), lambda = call.Number("lambd", 0.5);
        return bias == 0 ? call.Get<T, TDevice>(0).HardShrink(T.CreateChecked(lambda))
            : bias == lambda ? call.Get<T, TDevice>(0).SoftShrink(T.CreateChecked(lambda))
            : throw new InvalidOperationException("Shrink: another bias than 0 or lambda.");
    }

    public static Tensor Swish<T, TDevice>(OnnxCall call)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TDevice : struct, IDevice, IComputesFunctions<T> => Swish(call.Get<T, TDevice>(0), Number<T>(call, "alpha", 1));

    public static Tensor SwiGLU<T, TDevice>(OnnxCall call)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TDevice : struct, IDevice, IComputesFunctions<T> => Swish(call.Get<T, TDevice>(0), Number<T>(call, "alpha", 1)).Multiply(call.Get<T, TDevice>(1));

    public static Tensor ThresholdedRelu<T, TDevice>(OnnxCall call)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TDevice : struct, IDevice, IComputesFunctions<T> => call.Get<T, TDevice>(0).Threshold(Number<T>(call, "alpha", 1), T.Zero);

    public static Tensor Softmax<T, TDevice>(OnnxCall call)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TDevice : struct, IDevice, IComputesFunctions<T> => AlongRest<T, TDevice>(call, (x, axis) => x.Softmax(axis));

    public static Tensor LogSoftmax<T, TDevice>(OnnxCall call)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TDevice : struct, IDevice, IComputesFunctions<T> => AlongRest<T, TDevice>(call, (x, axis) => x.LogSoftmax(axis));

    /// <summary>One where the largest element of each row is first, else zero.</summary>
    public static Tensor Hardmax<T, TDevice>(OnnxCall call)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TDevice : struct, IDevice, IComputesFunctions<T>, IComputes<long>
    {
        Tensor<T, TDevice> x = call.Get<T, TDevice>(0);
        int axis = call.Integer("axis", -1);
        Tensor<long, TDevice> largest = x.ArgMax(axis, keepDims: true);
        return Tensor<T, TDevice>.Zeros(x.Shape).Scatter(largest, Tensor<T, TDevice>.Ones(largest.Shape), axis);
    }

    static Tensor<T, TDevice> Swish<T, TDevice>(Tensor<T, TDevice> x, T alpha)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TDevice : struct, IDevice, IComputesFunctions<T> => x.Multiply(alpha).SigmoidInPlace().MultiplyInPlace(x);

    // Before opset 13 the axis and all behind it were one.
    static Tensor AlongRest<T, TDevice>(OnnxCall call, Func<Tensor<T, TDevice>, int, Tensor<T, TDevice>> operation)
        where T : unmanaged
        where TDevice : struct, IDevice
    {
        Tensor<T, TDevice> x = call.Get<T, TDevice>(0);
        if (call.Opset >= 13)
        {
            return operation(x, call.Integer("axis", -1));
        }

        return operation(OnnxShapes.AsMatrix(x, call.Integer("axis", 1)), 1).Reshape(x.Shape);
    }

    static T Number<T>(OnnxCall call, string name, double absent)
        where T : unmanaged, INumber<T> => T.CreateTruncating(call.Number(name, absent));
}
