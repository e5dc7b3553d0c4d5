using System.Numerics;

namespace TypedTensors.Ops.Tests.Conformance.NodeTests;

/// <summary>Normalizations and dropout.</summary>
static class OnnxNormalizations
{
    public static Tensor?[] LayerNormalization<T, TDevice>(OnnxCall call)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TDevice : struct, IDevice, IComputesFunctions<T>
    {
        Tensor<T, TDevice> x = call.Get<T, TDevice>(0);
        int axes = Last(call, x);
        int[] last = [.. Enumerable.Range(x.Rank - axes, axes)];
        double epsilon = call.Number("epsilon", 1e-5);
        return
        [
            x.LayerNorm(call.Get<T, TDevice>(1), call.Optional<T, TDevice>(2), axes, epsilon),
            x.Mean(last, keepDims: true),
            x.Subtract(x.Mean(last, keepDims: true)).SquareInPlace().Mean(last, keepDims: true).AddInPlace(T.CreateChecked(epsilon)).RsqrtInPlace(),
        ];
    }

    public static Tensor RMSNormalization<T, TDevice>(OnnxCall call)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TDevice : struct, IDevice, IComputesFunctions<T>
    {
        Tensor<T, TDevice> x = call.Get<T, TDevice>(0);
        return x.RmsNorm(call.Get<T, TDevice>(1), Last(call, x), call.Number("epsilon", 1e-5));
    }

    /// <summary>ONNX's running moments are those of the batch without correction, and its momentum is what stays.</summary>
    public static Tensor?[] BatchNormalization<T, TDevice>(OnnxCall call)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TDevice : struct, IDevice, IComputesFunctions<T>
    {
        Tensor<T, TDevice> x = call.Get<T, TDevice>(0), weight = call.Get<T, TDevice>(1), bias = call.Get<T, TDevice>(2);
        Tensor<T, TDevice> mean = call.Get<T, TDevice>(3), variance = call.Get<T, TDevice>(4);
        double epsilon = call.Number("epsilon", 1e-5);
        if (!call.Flag("training_mode"))
        {
            return [x.BatchNorm(mean, variance, weight, bias, epsilon)];
        }

        T kept = T.CreateChecked(call.Number("momentum", 0.9));
        (Tensor<T, TDevice> result, Tensor<T, TDevice> ownMean, Tensor<T, TDevice> ownVariance) = x.BatchNormTraining(weight, bias, epsilon);
        return [result, ownMean.Lerp(mean, kept), ownVariance.Lerp(variance, kept)];
    }

    public static Tensor InstanceNormalization<T, TDevice>(OnnxCall call)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TDevice : struct, IDevice, IComputesFunctions<T> =>
        call.Get<T, TDevice>(0).InstanceNorm(call.Get<T, TDevice>(1), call.Get<T, TDevice>(2), call.Number("epsilon", 1e-5));

    public static Tensor GroupNormalization<T, TDevice>(OnnxCall call)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TDevice : struct, IDevice, IComputesFunctions<T> =>
        call.Get<T, TDevice>(0).GroupNorm(call.Integer("num_groups"), call.Get<T, TDevice>(1), call.Get<T, TDevice>(2), call.Number("epsilon", 1e-5));

    public static Tensor MeanVarianceNormalization<T, TDevice>(OnnxCall call)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TDevice : struct, IDevice, IComputesFunctions<T> => call.Get<T, TDevice>(0).BatchNormTraining(epsilon: 1e-9).Result;

    public static Tensor LpNormalization<T, TDevice>(OnnxCall call)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TDevice : struct, IDevice, IComputesFunctions<T>
    {
        Tensor<T, TDevice> x = call.Get<T, TDevice>(0);
        int axis = call.Integer("axis", -1);
        Tensor<T, TDevice> norms = call.Integer("p", 2) == 1 ? x.Abs().Sum(axis, keepDims: true) : x.Norm(axis, keepDims: true);
        return x.Divide(norms.Equal(T.Zero).Where(T.One, norms));
    }

    /// <summary>Local response normalization: the sum over neighbouring channels is a pooling along them.</summary>
    public static Tensor LRN<T, TDevice>(OnnxCall call)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TDevice : struct, IDevice, IComputesFunctions<T>
    {
        Tensor<T, TDevice> x = call.Get<T, TDevice>(0);
        int size = call.Integer("size"), before = (size - 1) / 2;
        nint rest = x.Length / x.Shape[0] / x.Shape[1];
        Tensor<T, TDevice> squares = x.Square().Reshape(x.Shape[0], 1, x.Shape[1], rest);
        Tensor<T, TDevice> padded = Tensor<T, TDevice>.Zeros(x.Shape[0], 1, x.Shape[1] + size - 1, rest);
        padded[.., .., before..(before + (int)x.Shape[1]), ..] = squares;
        Tensor<T, TDevice> means = padded.AvgPool((size, 1), 1).Reshape(x.Shape);
        Tensor<T, TDevice> scale = means.MultiplyInPlace(T.CreateChecked(call.Number("alpha", 0.0001))).AddInPlace(T.CreateChecked(call.Number("bias", 1)));
        return x.Divide(scale.PowInPlace(T.CreateChecked(call.Number("beta", 0.75))));
    }

    /// <summary>In inference, and with nothing to drop, the tensor itself; what is dropped otherwise is up to the generator.</summary>
    public static Tensor?[] Dropout<T, TDevice>(OnnxCall call)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TDevice : struct, IDevice, IComputesFunctions<T>
    {
        Tensor<T, TDevice> x = call.Get<T, TDevice>(0);
        double ratio = call.Has(1) ? double.CreateChecked(call.Get<T, TDevice>(1).Item()) : call.Number("ratio", 0.5);
        bool isTraining = call.Has(2) && call.Get<bool>(2).Item();
        Tensor<T, TDevice> result = isTraining ? x.Dropout(new RandomGenerator(0), ratio) : x.Clone();
        return [result, isTraining ? Tensor<T, TDevice>.Ones(x.Shape).Dropout(new RandomGenerator(0), ratio).NotEqual(T.Zero) : Tensor<bool, TDevice>.Ones(x.Shape)];
    }

    /// <summary>Draws that are below the probabilities.</summary>
    public static Tensor Bernoulli<T, TDevice>(OnnxCall call)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TDevice : struct, IDevice, IComputesFunctions<T>
    {
        Tensor<bool, TDevice> drawn = Tensor<T, TDevice>.Rand(new RandomGenerator(0), call.Inputs[0]!.Shape.AsSpan()).Less(call.Get<T, TDevice>(0));
        return call.Integer("dtype") switch { 1 => drawn.Cast<float>(), 11 => drawn.Cast<double>(), _ => drawn.Cast<T>() };
    }

    static int Last(OnnxCall call, Tensor x)
    {
        int axis = call.Integer("axis", -1);
        return axis < 0 ? -axis : x.Rank - axis;
    }
}
