using System.Runtime.InteropServices;
using TypedTensors.Direct3D.Storage;
using TypedTensors.Dispatch;
using TypedTensors.Kernels;

namespace TypedTensors.Direct3D.Programs;

/// <summary>Records the dispatches of one element-wise operation.</summary>
internal readonly struct ElementwiseSink<TProgram> : IDispatchSink
    where TProgram : struct, IDeviceProgram
{
    public void Dispatch(ReadOnlySpan<BindingWindow> windows, ReadOnlySpan<uint> constants, int groups)
    {
        var buffers = new DirectXStorage[windows.Length];
        for (int i = 0; i < buffers.Length; i++)
        {
            buffers[i] = (DirectXStorage)windows[i].Storage;
        }

        uint inputs = (1u << TProgram.InputCount) - 1, all = (1u << windows.Length) - 1, inline = constants[ConstantLayout<TProgram>.InlineMask];
        CommandBatch.Shared.Run<ElementwiseSource<TProgram>>(
            MemoryMarshal.AsBytes(constants).ToArray(), buffers, inputs & ~inline, all & ~inputs, (groups * ElementwiseGroups.Card.Size, 1, 1));
    }
}
