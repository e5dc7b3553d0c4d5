using TypedTensors.Dispatch;
using TypedTensors.Kernels;

namespace TypedTensors.VulkanRuntime;

/// <summary>Runs reductions on tensors of the device.</summary>
internal static class ReductionPrograms<TKernel>
    where TKernel : struct, IDeviceReduction
{
    private static readonly (DeviceContext Context, ProgramPipeline Pipeline)?[] Made = new (DeviceContext, ProgramPipeline)?[(int)Dtype.Double + 1];

    /// <summary>Records a reduction over operands that have been checked.</summary>
    /// <exception cref="VulkanDeviceLostException">The device that holds an operand was lost.</exception>
    /// <exception cref="NotSupportedException">The program needs an ability that the device lacks.</exception>
    public static void Run(Tensor source, Tensor result, uint axes, ReadOnlySpan<KernelOperand> scalars)
    {
        DeviceContext context = VulkanStorage.Of(result.Storage, TKernel.Name).Context;
        VulkanStorage.Of(source.Storage, TKernel.Name);
        lock (context.Gate)
        {
            var sink = new ReductionSink(context, PipelineOf(context, source.Dtype));
            ReductionDispatch<Vulkan, TKernel, ReductionSink>.Run(source, result, axes, scalars, context.DispatchLimits, ref sink);
        }

        GC.KeepAlive(source);
        GC.KeepAlive(result);
    }

    private static ProgramPipeline PipelineOf(DeviceContext context, Dtype source)
    {
        if (Made[(int)source] is { } known && ReferenceEquals(known.Context, context))
        {
            return known.Pipeline;
        }

        ProgramPipeline pipeline = context.Programs.Build(TKernel.Name, 2 + TKernel.Components, SpirvText.Decode(TKernel.DeviceText(source).Spirv));
        Made[(int)source] = (context, pipeline);
        return pipeline;
    }
}
