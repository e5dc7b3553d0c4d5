using TypedTensors.Kernels;

namespace TypedTensors.VulkanRuntime;

/// <summary>Copies one tensor over another: bytes where they lie alike, else by a program.</summary>
internal static class DeviceCopy
{
    public static void Run(in KernelOperand source, in KernelOperand destination)
    {
        Tensor target = destination.Tensor!;
        if (source.Tensor is { IsContiguous: true } tensor && target.IsContiguous && tensor.Dtype == target.Dtype)
        {
            nint size = Dtypes.SizeOf(target.Dtype);
            BufferCommands.Copy(
                VulkanStorage.Of(tensor.Storage, nameof(Vulkan.Copy)),
                tensor.Layout.Offset * size,
                VulkanStorage.Of(target.Storage, nameof(Vulkan.Copy)),
                target.Layout.Offset * size,
                target.Length * size);
            return;
        }

        throw new NotSupportedException();
    }
}
