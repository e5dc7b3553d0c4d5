using TypedTensors.Kernels;

namespace TypedTensors.VulkanRuntime;

/// <summary>The pipeline of a program on the device that is open: made once, found in a field from then on.</summary>
internal static class Pipelines<TProgram>
    where TProgram : struct, IDeviceProgram
{
    private static (DeviceContext Context, ProgramPipeline Pipeline)? made;

    /// <summary>The pipeline. Called under the context's gate.</summary>
    public static ProgramPipeline On(DeviceContext context)
    {
        if (made is { } known && ReferenceEquals(known.Context, context))
        {
            return known.Pipeline;
        }

        ProgramPipeline pipeline = context.Programs.Build(TProgram.Name, TProgram.InputCount + TProgram.OutputCount, TProgram.DeviceText.Spirv);
        made = (context, pipeline);
        return pipeline;
    }
}
