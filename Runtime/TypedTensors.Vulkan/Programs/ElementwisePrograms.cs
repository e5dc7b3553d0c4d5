using TypedTensors.Dispatch;
using TypedTensors.Kernels;

namespace TypedTensors.VulkanRuntime;

/// <summary>Runs element-wise programs on tensors of the device.</summary>
internal static class ElementwisePrograms
{
    /// <summary>Records a program over operands that have been checked and have one common shape.</summary>
    /// <exception cref="VulkanDeviceLostException">The device that holds an operand was lost.</exception>
    /// <exception cref="NotSupportedException">The program needs an ability that the device lacks.</exception>
    public static void Run<TProgram>(in Shape shape, ReadOnlySpan<KernelOperand> inputs, ReadOnlySpan<KernelOperand> outputs)
        where TProgram : struct, IDeviceProgram
    {
        DeviceContext context = VulkanStorage.Of(outputs[0].Tensor!.Storage, TProgram.Name).Context;
        DeviceOperands.ThrowIfLost(TProgram.Name, inputs);
        lock (context.Gate)
        {
            var sink = new ElementwiseSink(context, Pipelines<TProgram>.On(context), inputs.Length);
            ElementwiseDispatch.Run<Vulkan, TProgram, ElementwiseSink>(shape, inputs, outputs, context.DispatchLimits, ref sink);
        }

        DeviceOperands.KeepAlive(inputs);
        DeviceOperands.KeepAlive(outputs);
    }
}
