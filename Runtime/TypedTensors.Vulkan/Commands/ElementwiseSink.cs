using TypedTensors.Dispatch;

namespace TypedTensors.VulkanRuntime;

/// <summary>Records the dispatches of one element-wise operation.</summary>
/// <remarks>
/// They write different elements, but what is bound for one may reach into what is bound for another: a binding begins where the device wants it, and an inline
/// scalar's is that of the results. By the bindings, which is all that a driver and the validation layer see, they must be ordered.
/// </remarks>
/// <param name="context">The device.</param>
/// <param name="program">The program.</param>
/// <param name="inputCount">How many of the bindings are only read.</param>
internal readonly struct ElementwiseSink(DeviceContext context, ProgramPipeline program, int inputCount) : IDispatchSink
{
    public void Dispatch(ReadOnlySpan<BindingWindow> windows, ReadOnlySpan<uint> constants, int groups)
    {
        var blocks = new Block[windows.Length];
        for (int i = 0; i < blocks.Length; i++)
        {
            blocks[i] = ((VulkanStorage)windows[i].Storage).Block;
        }

        nint commands = context.Commands.Begin(blocks.AsSpan(0, inputCount), blocks.AsSpan(inputCount));
        ProgramCommands.Dispatch(context, commands, program, windows, constants, groups);
    }
}
