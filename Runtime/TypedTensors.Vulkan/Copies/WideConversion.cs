using TypedTensors.Copies;

namespace TypedTensors.VulkanRuntime;

/// <summary>Finds the program for a conversion, also from and to 64-bit integers, which not every device has.</summary>
internal static class WideConversion
{
    /// <summary>Converts the elements of a tensor into those of another of the same shape and another dtype.</summary>
    public static void Run(Tensor source, Tensor target)
    {
        switch (target, source)
        {
            case (Tensor<long, Vulkan> longs, _): ToInt64(source, longs); break;
            case (Tensor<ulong, Vulkan> longs, _): ToUInt64(source, longs); break;
            case (_, Tensor<long, Vulkan> longs): ProgramConversion.FromInteger(longs, target); break;
            case (_, Tensor<ulong, Vulkan> longs): ProgramConversion.FromInteger(longs, target); break;
            default: ProgramConversion.Run<Vulkan>(source, target); break;
        }
    }

    private static void ToInt64(Tensor source, Tensor<long, Vulkan> target)
    {
        switch (source.Dtype)
        {
            case Dtype.Boolean: WideConversions.BooleanToInt64((Tensor<bool, Vulkan>)source, target); break;
            case Dtype.SByte: WideConversions.IntegerToInt64((Tensor<sbyte, Vulkan>)source, target); break;
            case Dtype.Byte: WideConversions.IntegerToInt64((Tensor<byte, Vulkan>)source, target); break;
            case Dtype.Int16: WideConversions.IntegerToInt64((Tensor<short, Vulkan>)source, target); break;
            case Dtype.UInt16: WideConversions.IntegerToInt64((Tensor<ushort, Vulkan>)source, target); break;
            case Dtype.Int32: WideConversions.IntegerToInt64((Tensor<int, Vulkan>)source, target); break;
            case Dtype.UInt32: WideConversions.IntegerToInt64((Tensor<uint, Vulkan>)source, target); break;
            case Dtype.UInt64: WideConversions.IntegerToInt64((Tensor<ulong, Vulkan>)source, target); break;
            case Dtype.Half: WideConversions.FloatingToInt64((Tensor<Half, Vulkan>)source, target); break;
            case Dtype.Single: WideConversions.FloatingToInt64((Tensor<float, Vulkan>)source, target); break;
            default: WideConversions.FloatingToInt64((Tensor<double, Vulkan>)source, target); break;
        }
    }

    private static void ToUInt64(Tensor source, Tensor<ulong, Vulkan> target)
    {
        switch (source.Dtype)
        {
            case Dtype.Boolean: WideConversions.BooleanToUInt64((Tensor<bool, Vulkan>)source, target); break;
            case Dtype.SByte: WideConversions.IntegerToUInt64((Tensor<sbyte, Vulkan>)source, target); break;
            case Dtype.Byte: WideConversions.IntegerToUInt64((Tensor<byte, Vulkan>)source, target); break;
            case Dtype.Int16: WideConversions.IntegerToUInt64((Tensor<short, Vulkan>)source, target); break;
            case Dtype.UInt16: WideConversions.IntegerToUInt64((Tensor<ushort, Vulkan>)source, target); break;
            case Dtype.Int32: WideConversions.IntegerToUInt64((Tensor<int, Vulkan>)source, target); break;
            case Dtype.UInt32: WideConversions.IntegerToUInt64((Tensor<uint, Vulkan>)source, target); break;
            case Dtype.Int64: WideConversions.IntegerToUInt64((Tensor<long, Vulkan>)source, target); break;
            case Dtype.Half: WideConversions.FloatingToUInt64((Tensor<Half, Vulkan>)source, target); break;
            case Dtype.Single: WideConversions.FloatingToUInt64((Tensor<float, Vulkan>)source, target); break;
            default: WideConversions.FloatingToUInt64((Tensor<double, Vulkan>)source, target); break;
        }
    }
}
