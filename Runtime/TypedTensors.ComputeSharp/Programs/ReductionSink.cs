using System.Runtime.InteropServices;
using TypedTensors.Direct3D.Storage;
using TypedTensors.Dispatch;
using TypedTensors.Kernels;

namespace TypedTensors.Direct3D.Programs;

/// <summary>Records the dispatches of one reduction.</summary>
internal readonly struct ReductionSink<TKernel, TElement> : IReductionSink
    where TKernel : struct, IDeviceReduction
    where TElement : unmanaged
{
    public void Dispatch(ReadOnlySpan<BindingWindow> windows, ReadOnlySpan<uint> constants, int groups)
    {
        var buffers = new DirectXStorage[windows.Length];
        for (int i = 0; i < buffers.Length; i++)
        {
            buffers[i] = (DirectXStorage)windows[i].Storage;
        }

        const uint source = 1;
        uint all = (1u << windows.Length) - 1;
        CommandBatch.Shared.Run<ReductionSource<TKernel, TElement>>(
            MemoryMarshal.AsBytes(constants).ToArray(), buffers, source, all & ~source, (groups * ElementwiseGroups.Card.Size, 1, 1));
    }
}
