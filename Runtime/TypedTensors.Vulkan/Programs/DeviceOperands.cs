using TypedTensors.Kernels;

namespace TypedTensors.VulkanRuntime;

/// <summary>The tensors that an operation is given.</summary>
internal static class DeviceOperands
{
    /// <summary>Checks that the device of every tensor is still there.</summary>
    /// <exception cref="VulkanDeviceLostException">It was lost.</exception>
    public static void ThrowIfLost(string operation, ReadOnlySpan<KernelOperand> operands)
    {
        foreach (ref readonly KernelOperand operand in operands)
        {
            if (operand.Tensor is { } tensor)
            {
                VulkanStorage.Of(tensor.Storage, operation);
            }
        }
    }

    /// <summary>Names every tensor once more, so that none is reclaimed while only its memory is in use.</summary>
    public static void KeepAlive(ReadOnlySpan<KernelOperand> operands)
    {
        foreach (ref readonly KernelOperand operand in operands)
        {
            GC.KeepAlive(operand.Tensor);
        }
    }
}
