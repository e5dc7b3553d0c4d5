using System.Numerics;

namespace TypedTensors.VulkanRuntime;

/// <summary>Finds the program for a conversion from one dtype to another.</summary>
/// <remarks>Methods are generic in the device as only a constraint can say that it computes with an open <c>T</c>.</remarks>
internal static class ProgramConversion
{
    /// <summary>Converts the elements of a tensor into those of another of the same shape and another dtype.</summary>
    public static void Run(Tensor source, Tensor target)
    {
        switch (source.Dtype)
        {
            case Dtype.Boolean: FromBoolean((Tensor<bool, Vulkan>)source, target); break;
            case Dtype.SByte: FromInteger((Tensor<sbyte, Vulkan>)source, target); break;
            case Dtype.Byte: FromInteger((Tensor<byte, Vulkan>)source, target); break;
            case Dtype.Int16: FromInteger((Tensor<short, Vulkan>)source, target); break;
            case Dtype.UInt16: FromInteger((Tensor<ushort, Vulkan>)source, target); break;
            case Dtype.Int32: FromInteger((Tensor<int, Vulkan>)source, target); break;
            case Dtype.UInt32: FromInteger((Tensor<uint, Vulkan>)source, target); break;
            case Dtype.Int64: FromInteger((Tensor<long, Vulkan>)source, target); break;
            case Dtype.UInt64: FromInteger((Tensor<ulong, Vulkan>)source, target); break;
            case Dtype.Half: FromFloating((Tensor<Half, Vulkan>)source, target); break;
            case Dtype.Single: FromFloating((Tensor<float, Vulkan>)source, target); break;
            default: FromFloating((Tensor<double, Vulkan>)source, target); break;
        }
    }

    private static void FromBoolean(Tensor<bool, Vulkan> source, Tensor target)
    {
        switch (target.Dtype)
        {
            case Dtype.SByte: BooleanConversions.ToSByte(source, (Tensor<sbyte, Vulkan>)target); break;
            case Dtype.Byte: BooleanConversions.ToByte(source, (Tensor<byte, Vulkan>)target); break;
            case Dtype.Int16: BooleanConversions.ToInt16(source, (Tensor<short, Vulkan>)target); break;
            case Dtype.UInt16: BooleanConversions.ToUInt16(source, (Tensor<ushort, Vulkan>)target); break;
            case Dtype.Int32: BooleanConversions.ToInt32(source, (Tensor<int, Vulkan>)target); break;
            case Dtype.UInt32: BooleanConversions.ToUInt32(source, (Tensor<uint, Vulkan>)target); break;
            case Dtype.Int64: BooleanConversions.ToInt64(source, (Tensor<long, Vulkan>)target); break;
            case Dtype.UInt64: BooleanConversions.ToUInt64(source, (Tensor<ulong, Vulkan>)target); break;
            case Dtype.Half: BooleanConversions.ToHalf(source, (Tensor<Half, Vulkan>)target); break;
            case Dtype.Single: BooleanConversions.ToSingle(source, (Tensor<float, Vulkan>)target); break;
            default: BooleanConversions.ToDouble(source, (Tensor<double, Vulkan>)target); break;
        }
    }

    private static void FromInteger<T, TDevice>(Tensor<T, TDevice> source, Tensor target)
        where T : unmanaged, IBinaryInteger<T>
        where TDevice : struct, IDevice, IComputes<T>, IComputes<long>, IComputes<ulong>, IComputes<double>, IComputesFunctions<double>
    {
        switch (target.Dtype)
        {
            case Dtype.Boolean: IntegerConversions.ToBoolean(source, (Tensor<bool, TDevice>)target); break;
            case Dtype.SByte: IntegerConversions.ToSByte(source, (Tensor<sbyte, TDevice>)target); break;
            case Dtype.Byte: IntegerConversions.ToByte(source, (Tensor<byte, TDevice>)target); break;
            case Dtype.Int16: IntegerConversions.ToInt16(source, (Tensor<short, TDevice>)target); break;
            case Dtype.UInt16: IntegerConversions.ToUInt16(source, (Tensor<ushort, TDevice>)target); break;
            case Dtype.Int32: IntegerConversions.ToInt32(source, (Tensor<int, TDevice>)target); break;
            case Dtype.UInt32: IntegerConversions.ToUInt32(source, (Tensor<uint, TDevice>)target); break;
            case Dtype.Int64: IntegerConversions.ToInt64(source, (Tensor<long, TDevice>)target); break;
            case Dtype.UInt64: IntegerConversions.ToUInt64(source, (Tensor<ulong, TDevice>)target); break;
            case Dtype.Half: IntegerConversions.ToHalf(source, (Tensor<Half, TDevice>)target); break;
            case Dtype.Single: IntegerConversions.ToSingle(source, (Tensor<float, TDevice>)target); break;
            default: IntegerConversions.ToDouble(source, (Tensor<double, TDevice>)target); break;
        }
    }

    private static void FromFloating<T, TDevice>(Tensor<T, TDevice> source, Tensor target)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TDevice : struct, IDevice, IComputesFunctions<T>, IComputes<long>, IComputes<ulong>, IComputes<double>, IComputesFunctions<double>
    {
        switch (target.Dtype)
        {
            case Dtype.Boolean: FloatingConversions.ToBoolean(source, (Tensor<bool, TDevice>)target); break;
            case Dtype.SByte: FloatingConversions.ToSByte(source, (Tensor<sbyte, TDevice>)target); break;
            case Dtype.Byte: FloatingConversions.ToByte(source, (Tensor<byte, TDevice>)target); break;
            case Dtype.Int16: FloatingConversions.ToInt16(source, (Tensor<short, TDevice>)target); break;
            case Dtype.UInt16: FloatingConversions.ToUInt16(source, (Tensor<ushort, TDevice>)target); break;
            case Dtype.Int32: FloatingConversions.ToInt32(source, (Tensor<int, TDevice>)target); break;
            case Dtype.UInt32: FloatingConversions.ToUInt32(source, (Tensor<uint, TDevice>)target); break;
            case Dtype.Int64: FloatingConversions.ToInt64(source, (Tensor<long, TDevice>)target); break;
            case Dtype.UInt64: FloatingConversions.ToUInt64(source, (Tensor<ulong, TDevice>)target); break;
            case Dtype.Half when source is Tensor<double, TDevice> wide: FloatingConversions.NarrowToHalf(wide, (Tensor<Half, TDevice>)target); break;
            case Dtype.Half: FloatingConversions.ToHalf((Tensor<float, TDevice>)(Tensor)source, (Tensor<Half, TDevice>)target); break;
            case Dtype.Single: FloatingConversions.ToSingle(source, (Tensor<float, TDevice>)target); break;
            default: FloatingConversions.ToDouble(source, (Tensor<double, TDevice>)target); break;
        }
    }
}
