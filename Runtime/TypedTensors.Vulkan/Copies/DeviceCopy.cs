using System.Numerics;
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
            ProgramConversion.Run(tensor, target);
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
        switch (Dtypes.SizeOf(target.Dtype))
        {
            case sizeof(byte): Move<byte, Vulkan>(source, target); break;
            case sizeof(ushort): Move<ushort, Vulkan>(source, target); break;
            case sizeof(uint): Move<uint, Vulkan>(source, target); break;
            default: Move<ulong, Vulkan>(source, target); break;
        }
    }

    private static void Move<T, TDevice>(Tensor source, Tensor target)
        where T : unmanaged, IUnsignedNumber<T>
        where TDevice : struct, IDevice, IComputes<T>
    {
        using Tensor<T, TDevice> from = Bits<T, TDevice>(source), to = Bits<T, TDevice>(target);
        PlainCopies.Copy(from, to);
    }

    private static unsafe void Fill(in KernelOperand scalar, Tensor target)
    {
        ulong given = scalar.ScalarBits, bits = 0;
        Conversion.Run(scalar.Dtype, (byte*)&given, target.Dtype, (byte*)&bits, 1);
        switch (Dtypes.SizeOf(target.Dtype))
        {
            case sizeof(byte): Fill<byte, Vulkan>(target, (byte)bits); break;
            case sizeof(ushort): Fill<ushort, Vulkan>(target, (ushort)bits); break;
            case sizeof(uint): Fill<uint, Vulkan>(target, (uint)bits); break;
            default: Fill<ulong, Vulkan>(target, bits); break;
        }
    }

    private static void Fill<T, TDevice>(Tensor target, T value)
        where T : unmanaged, IUnsignedNumber<T>
        where TDevice : struct, IDevice, IComputes<T>
    {
        using Tensor<T, TDevice> bits = Bits<T, TDevice>(target);
        PlainCopies.SetInPlace(bits, value);
    }

    /// <summary>A view of a tensor's elements as unsigned integers of their size.</summary>
    private static Tensor<T, TDevice> Bits<T, TDevice>(Tensor tensor)
        where T : unmanaged
        where TDevice : struct, IDevice => new(tensor.Storage, tensor.Layout, isView: true);
}
