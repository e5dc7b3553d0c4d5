using System.Numerics;

namespace TypedTensors.Ops.Tests.Conformance.NodeTests;

/// <summary>Truth values and choices.</summary>
static class OnnxLogic
{
    public static Tensor And(OnnxCall call) => call.Get<bool>(0).LogicalAnd(call.Get<bool>(1));

    public static Tensor Or(OnnxCall call) => call.Get<bool>(0).LogicalOr(call.Get<bool>(1));

    public static Tensor Xor(OnnxCall call) => call.Get<bool>(0).LogicalXor(call.Get<bool>(1));

    public static Tensor Not(OnnxCall call) => call.Get<bool>(0).LogicalNot();

    public static Tensor Equal<T>(OnnxCall call)
        where T : unmanaged =>
        call.Inputs[0] is Tensor<bool, Cpu> x ? x.LogicalXor(call.Get<bool>(1)).LogicalNotInPlace() : OnnxRun.Elementwise("Comparison.Equal(T, T)", call);

    public static Tensor IsInf<T, TDevice>(OnnxCall call)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TDevice : struct, IDevice, IComputesFunctions<T> => (call.Flag("detect_negative", true), call.Flag("detect_positive", true)) switch
        {
            (true, true) => call.Get<T, TDevice>(0).IsInf(),
            (true, false) => call.Get<T, TDevice>(0).IsNegInf(),
            _ => call.Get<T, TDevice>(0).IsPosInf(),
        };

    [TypedBy(1)]
    public static Tensor Where<T, TDevice>(OnnxCall call)
        where T : unmanaged
        where TDevice : struct, IDevice, IComputes<T> => call.Get<bool, TDevice>(0).Where(call.Get<T, TDevice>(1), call.Get<T, TDevice>(2));
}
