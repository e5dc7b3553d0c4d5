using TypedTensors.Kernels;

namespace TypedTensors.VulkanRuntime;

/// <summary>The pipeline of a kernel over an index space on the device that is open: made once, found in a field from then on.</summary>
internal static class ComputePipelines<TKernel>
    where TKernel : struct, IComputeKernel
{
    private static (DeviceContext Context, ProgramPipeline Pipeline)? made;

    /// <summary>The pipeline. Called under the context's gate.</summary>
    /// <exception cref="NotSupportedException">The kernel needs an ability, more threads or more shared memory than the device has.</exception>
    public static ProgramPipeline On(DeviceContext context)
    {
        if (made is { } known && ReferenceEquals(known.Context, context))
        {
            return known.Pipeline;
        }

        uint[] words = SpirvText.Decode(TKernel.DeviceText.Spirv);
        GroupLimits.Check(TKernel.Name, TKernel.GroupSize, SpirvSharedMemory.Bytes(words), context.Physical);
        ProgramPipeline pipeline = context.Programs.Build(TKernel.Name, TKernel.BufferCount + (TKernel.HasLayoutBuffer ? 1 : 0), words);
        made = (context, pipeline);
        return pipeline;
    }
}
