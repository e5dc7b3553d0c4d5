using TypedTensors.Copies;
using TypedTensors.Dispatch;
using TypedTensors.Kernels;

namespace TypedTensors.VulkanRuntime;

/// <summary>Copies one tensor, or a scalar, over a tensor: bytes where both lie alike, else by a program.</summary>
internal static class DeviceCopy
{
    /// <summary>Copies between operands of one shape, not empty.</summary>
    public static void Run(in KernelOperand source, in KernelOperand destination)
    {
        Tensor target = destination.Tensor!;
        if (source.Tensor is not { } tensor)
        {
            Fill(source, target);
        }
        else if (tensor.Dtype != target.Dtype)
        {
            WideConversion.Run(tensor, target);
        }
        else if (tensor.IsContiguous && target.IsContiguous)
        {
            CopyBytes(tensor, target);
        }
        else
        {
            Move(tensor, target);
        }
    }

    private static void CopyBytes(Tensor source, Tensor target)
    {
        nint size = Dtypes.SizeOf(target.Dtype);
        BufferCommands.Copy(
            VulkanStorage.Of(source.Storage, nameof(Vulkan.Copy)),
            source.Layout.Offset * size,
            VulkanStorage.Of(target.Storage, nameof(Vulkan.Copy)),
            target.Layout.Offset * size,
            target.Length * size);
    }

    private static void Move(Tensor source, Tensor target)
    {
        DispatchLimits limits = VulkanStorage.Of(target.Storage, nameof(Vulkan.Copy)).Context.DispatchLimits;
        switch (Dtypes.SizeOf(target.Dtype))
        {
            case sizeof(byte): BitCopies.Copy<byte, Vulkan>(source, target, limits); break;
            case sizeof(ushort): BitCopies.Copy<ushort, Vulkan>(source, target, limits); break;
            case sizeof(uint): BitCopies.Copy<uint, Vulkan>(source, target, limits); break;
            default: BitCopies.Copy<ulong, Vulkan>(source, target, limits); break;
        }
    }

    private static unsafe void Fill(in KernelOperand scalar, Tensor target)
    {
        ulong given = scalar.Bits.Low, bits = 0;
        Conversion.Run(scalar.Dtype, (byte*)&given, target.Dtype, (byte*)&bits, 1);
        switch (Dtypes.SizeOf(target.Dtype))
        {
            case sizeof(byte): BitCopies.Fill<byte, Vulkan>(target, (byte)bits); break;
            case sizeof(ushort): BitCopies.Fill<ushort, Vulkan>(target, (ushort)bits); break;
            case sizeof(uint): BitCopies.Fill<uint, Vulkan>(target, (uint)bits); break;
            default: BitCopies.Fill<ulong, Vulkan>(target, bits); break;
        }
    }
}
