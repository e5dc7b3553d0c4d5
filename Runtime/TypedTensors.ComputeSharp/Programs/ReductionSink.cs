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
    public void Dispatch(ReadOnlySpan<BindingWindow> windows, uint reads, uint writes, ReadOnlySpan<uint> constants, int groups)
    {
        var buffers = new DirectXStorage[windows.Length];
        for (int i = 0; i < buffers.Length; i++)
        {
            buffers[i] = (DirectXStorage)windows[i].Storage;
        }

        CommandBatch.Shared.Run<ReductionSource<TKernel, TElement>>(
            MemoryMarshal.AsBytes(constants).ToArray(), buffers, reads, writes, (groups * ElementwiseGroups.Card.Size, 1, 1));
    }
}
