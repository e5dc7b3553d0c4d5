using System.Numerics;

namespace TypedTensors.Ops.Tests.Conformance.NodeTests;

/// <summary>Losses of predictions among classes.</summary>
static class OnnxLosses
{
    public static Tensor NegativeLogLikelihoodLoss<T, TDevice>(OnnxCall call)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TDevice : struct, IDevice, IComputesFunctions<T>, IComputes<long> =>
        call.Get<T, TDevice>(0).Nll(call.Get<long, TDevice>(1), call.Optional<T, TDevice>(2), call.Integer("ignore_index", -100), ReductionOf(call));

    public static Tensor?[] SoftmaxCrossEntropyLoss<T, TDevice>(OnnxCall call)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TDevice : struct, IDevice, IComputesFunctions<T>, IComputes<long>
    {
        Tensor<T, TDevice> x = call.Get<T, TDevice>(0);
        return [x.CrossEntropy(call.Get<long, TDevice>(1), call.Optional<T, TDevice>(2), call.Integer("ignore_index", -100), ReductionOf(call)), x.LogSoftmax(1)];
    }

    static LossReduction ReductionOf(OnnxCall call) => call.Text("reduction", "mean") switch
    {
        "none" => LossReduction.None,
        "sum" => LossReduction.Sum,
        _ => LossReduction.Mean,
    };
}
