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
        foreach (ref readonly KernelOperand input in inputs)
        {
            if (input.Tensor is { } tensor)
            {
                VulkanStorage.Of(tensor.Storage, TProgram.Name);
            }
        }

        lock (context.Gate)
        {
            var sink = new ElementwiseSink(context, Pipelines<TProgram>.On(context), inputs.Length);
            ElementwiseDispatch.Run<Vulkan, TProgram, ElementwiseSink>(shape, inputs, outputs, context.DispatchLimits, ref sink);
        }

        KeepAlive(inputs);
        KeepAlive(outputs);
    }

    /// <summary>Names every tensor once more, so that none is reclaimed while only its memory is in use.</summary>
    private static void KeepAlive(ReadOnlySpan<KernelOperand> operands)
    {
        foreach (ref readonly KernelOperand operand in operands)
        {
            GC.KeepAlive(operand.Tensor);
        }
    }
}
