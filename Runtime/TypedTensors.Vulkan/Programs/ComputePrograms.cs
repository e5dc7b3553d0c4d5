using TypedTensors.Dispatch;
using TypedTensors.Kernels;

namespace TypedTensors.VulkanRuntime;

/// <summary>Runs kernels over an index space on tensors of the device.</summary>
internal static class ComputePrograms
{
    /// <summary>Records a launch on operands that have been checked.</summary>
    /// <exception cref="VulkanDeviceLostException">The device that holds an operand was lost.</exception>
    /// <exception cref="NotSupportedException">The kernel needs an ability, more threads or more shared memory than the device has, or a tensor reaches too far.</exception>
    public static void Launch<TKernel>(GridSize grid, ReadOnlySpan<KernelOperand> buffers, ReadOnlySpan<KernelOperand> scalars)
        where TKernel : struct, IComputeKernel
    {
        DeviceOperands.ThrowIfLost(TKernel.Name, buffers);
        DeviceContext context = buffers.IsEmpty ? DeviceContext.Current : ((VulkanStorage)buffers[0].Tensor!.Storage).Context;
        lock (context.Gate)
        {
            var sink = new ComputeSink<TKernel>(context, ComputePipelines<TKernel>.On(context));
            try
            {
                ComputeDispatch.Run<TKernel, ComputeSink<TKernel>>(grid, buffers, scalars, context.DispatchLimits, ref sink);
            }
            finally
            {
                sink.Finish();
            }
        }

        DeviceOperands.KeepAlive(buffers);
    }
}
