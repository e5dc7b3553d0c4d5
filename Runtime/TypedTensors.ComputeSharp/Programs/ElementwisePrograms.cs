using TypedTensors.Dispatch;
using TypedTensors.Kernels;

namespace TypedTensors.Direct3D.Programs;

/// <summary>Runs element-wise programs on tensors of the device.</summary>
internal static class ElementwisePrograms
{
    /// <summary>Records a program over operands that have been checked and have one common shape.</summary>
    public static void Run<TProgram>(in Shape shape, ReadOnlySpan<KernelOperand> inputs, ReadOnlySpan<KernelOperand> outputs)
        where TProgram : struct, IDeviceProgram
    {
        var sink = default(ElementwiseSink<TProgram>);
        ElementwiseDispatch.Run<DirectX, TProgram, ElementwiseSink<TProgram>>(shape, inputs, outputs, CommandBatch.Limits, ref sink);
    }
}
