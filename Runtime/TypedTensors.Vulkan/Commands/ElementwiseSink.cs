using TypedTensors.Dispatch;

namespace TypedTensors.VulkanRuntime;

/// <summary>Records the dispatches of one element-wise operation, which need no order among themselves.</summary>
/// <param name="context">The device.</param>
/// <param name="program">The program.</param>
/// <param name="inputCount">How many of the bindings are only read.</param>
internal struct ElementwiseSink(DeviceContext context, ProgramPipeline program, int inputCount) : IDispatchSink
{
    private ulong batch;
    private nint commands;

    public void Dispatch(ReadOnlySpan<BindingWindow> windows, ReadOnlySpan<uint> constants, int groups)
    {
        // Pieces of one operation write different elements of the same memory; only the first waits for what came before.
        if (batch != context.Commands.Batch)
        {
            commands = Begin(windows);
            batch = context.Commands.Batch;
        }

        ProgramCommands.Dispatch(context, commands, program, windows, constants, groups);
    }

    private readonly nint Begin(ReadOnlySpan<BindingWindow> windows)
    {
        Block[] blocks = new Block[windows.Length];
        for (int i = 0; i < blocks.Length; i++)
        {
            blocks[i] = ((VulkanStorage)windows[i].Storage).Block;
        }

        return context.Commands.Begin(blocks.AsSpan(0, inputCount), blocks.AsSpan(inputCount));
    }
}
