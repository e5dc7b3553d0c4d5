using TypedTensors.Dispatch;

namespace TypedTensors.VulkanRuntime;

/// <summary>Records the dispatches of one reduction, each after those whose results it reads.</summary>
/// <param name="context">The device.</param>
/// <param name="program">The program.</param>
internal readonly struct ReductionSink(DeviceContext context, ProgramPipeline program) : IReductionSink
{
    public void Dispatch(ReadOnlySpan<BindingWindow> windows, uint reads, uint writes, ReadOnlySpan<uint> constants, int groups)
    {
        nint commands = context.Commands.Begin(Blocks(windows, reads), Blocks(windows, writes));
        ProgramCommands.Dispatch(context, commands, program, windows, constants, groups);
    }

    private static ReadOnlySpan<Block> Blocks(ReadOnlySpan<BindingWindow> windows, uint bindings)
    {
        List<Block> blocks = new(windows.Length);
        for (int i = 0; i < windows.Length; i++)
        {
            if ((bindings & (1u << i)) != 0)
            {
                blocks.Add(((VulkanStorage)windows[i].Storage).Block);
            }
        }

        return blocks.ToArray();
    }
}
