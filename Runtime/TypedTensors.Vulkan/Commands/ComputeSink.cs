using System.Runtime.InteropServices;
using TypedTensors.Dispatch;
using TypedTensors.Kernels;

namespace TypedTensors.VulkanRuntime;

/// <summary>Records the dispatches of one launch of a kernel over an index space. All of them have the same bindings, and so are ordered by what is bound.</summary>
/// <param name="context">The device.</param>
/// <param name="program">The kernel's program.</param>
internal struct ComputeSink<TKernel>(DeviceContext context, ProgramPipeline program) : IComputeSink
    where TKernel : struct, IComputeKernel
{
    private VulkanStorage? layout;

    public BindingWindow PlaceLayout(ReadOnlySpan<uint> words)
    {
        nint length = words.Length * sizeof(uint);
        layout = context.Memory.Allocate(length);
        layout.AddReference();
        BufferCommands.Update(layout, words);
        return new BindingWindow(layout, 0, length);
    }

    public readonly void Dispatch(ReadOnlySpan<BindingWindow> windows, ReadOnlySpan<uint> constants, GridSize groups)
    {
        nint commands = Begin(windows);
        ProgramCommands.Dispatch(context, commands, program, windows, constants, groups.X, groups.Y, groups.Z);
    }

    /// <summary>Gives up the memory of the layouts; what takes it next is ordered after this launch.</summary>
    public readonly void Finish() => layout?.ReleaseReference();

    private readonly nint Begin(ReadOnlySpan<BindingWindow> windows)
    {
        List<Block> reads = [], writes = [];
        for (int index = 0; index < windows.Length; index++)
        {
            bool isRead = index >= TKernel.BufferCount || TKernel.Buffer(index).IsReadOnly;
            (isRead ? reads : writes).Add(((VulkanStorage)windows[index].Storage).Block);
        }

        return context.Commands.Begin(CollectionsMarshal.AsSpan(reads), CollectionsMarshal.AsSpan(writes));
    }
}
