using TypedTensors.Dispatch;

namespace TypedTensors.VulkanRuntime;

/// <summary>Records the dispatches of one reduction, each after those whose results it reads.</summary>
/// <param name="context">The device.</param>
/// <param name="program">The program.</param>
internal readonly struct ReductionSink(DeviceContext context, ProgramPipeline program) : IReductionSink
{
    public void Dispatch(ReadOnlySpan<BindingWindow> windows, ReadOnlySpan<uint> constants, int groups)
    {
        var blocks = new Block[windows.Length];
        for (int i = 0; i < blocks.Length; i++)
        {
            blocks[i] = ((VulkanStorage)windows[i].Storage).Block;
        }

        nint commands = context.Commands.Begin(blocks.AsSpan(0, 1), blocks.AsSpan(1));
        ProgramCommands.Dispatch(context, commands, program, windows, constants, groups);
    }
}
