using System.Numerics;

namespace TypedTensors.Copies;

/// <summary>Finds the program for a conversion from one dtype to another, of those that every device with double holds.</summary>
/// <remarks>Methods are generic in the device as only a constraint can say that it computes with an open <c>T</c>.</remarks>
internal static class ProgramConversion
{
    /// <summary>Converts the elements of a tensor into those of another of the same shape and another dtype; neither is a 64-bit integer.</summary>
    public static void Run<TDevice>(Tensor source, Tensor target)
        where TDevice : struct, IDevice, IComputes<double>
    {
        switch (source.Dtype)
        {
            case Dtype.Boolean: FromBoolean((Tensor<bool, TDevice>)source, target); break;
            case Dtype.SByte: FromInteger((Tensor<sbyte, TDevice>)source, target); break;
            case Dtype.Byte: FromInteger((Tensor<byte, TDevice>)source, target); break;
            case Dtype.Int16: FromInteger((Tensor<short, TDevice>)source, target); break;
            case Dtype.UInt16: FromInteger((Tensor<ushort, TDevice>)source, target); break;
            case Dtype.Int32: FromInteger((Tensor<int, TDevice>)source, target); break;
            case Dtype.UInt32: FromInteger((Tensor<uint, TDevice>)source, target); break;
            case Dtype.Half: FromFloating((Tensor<Half, TDevice>)source, target); break;
            case Dtype.Single: FromFloating((Tensor<float, TDevice>)source, target); break;
            default: FromFloating((Tensor<double, TDevice>)source, target); break;
        }
    }

    /// <summary>Converts integers of any width.</summary>
    public static void FromInteger<T, TDevice>(Tensor<T, TDevice> source, Tensor target)
        where T : unmanaged, IBinaryInteger<T>
        where TDevice : struct, IDevice, IComputes<T>, IComputes<double>
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
            case Dtype.Half: IntegerConversions.ToHalf(source, (Tensor<Half, TDevice>)target); break;
            case Dtype.Single: IntegerConversions.ToSingle(source, (Tensor<float, TDevice>)target); break;
            default: IntegerConversions.ToDouble(source, (Tensor<double, TDevice>)target); break;
        }
    }

    private static void FromBoolean<TDevice>(Tensor<bool, TDevice> source, Tensor target)
        where TDevice : struct, IDevice, IComputes<double>
    {
        switch (target.Dtype)
        {
            case Dtype.SByte: BooleanConversions.ToSByte(source, (Tensor<sbyte, TDevice>)target); break;
            case Dtype.Byte: BooleanConversions.ToByte(source, (Tensor<byte, TDevice>)target); break;
            case Dtype.Int16: BooleanConversions.ToInt16(source, (Tensor<short, TDevice>)target); break;
            case Dtype.UInt16: BooleanConversions.ToUInt16(source, (Tensor<ushort, TDevice>)target); break;
            case Dtype.Int32: BooleanConversions.ToInt32(source, (Tensor<int, TDevice>)target); break;
            case Dtype.UInt32: BooleanConversions.ToUInt32(source, (Tensor<uint, TDevice>)target); break;
            case Dtype.Half: BooleanConversions.ToHalf(source, (Tensor<Half, TDevice>)target); break;
            case Dtype.Single: BooleanConversions.ToSingle(source, (Tensor<float, TDevice>)target); break;
            default: BooleanConversions.ToDouble(source, (Tensor<double, TDevice>)target); break;
        }
    }

    private static void FromFloating<T, TDevice>(Tensor<T, TDevice> source, Tensor target)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TDevice : struct, IDevice, IComputes<T>, IComputes<double>
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
            case Dtype.Half when source is Tensor<double, TDevice> wide: FloatingConversions.NarrowToHalf(wide, (Tensor<Half, TDevice>)target); break;
            case Dtype.Half: FloatingConversions.ToHalf((Tensor<float, TDevice>)(Tensor)source, (Tensor<Half, TDevice>)target); break;
            case Dtype.Single: FloatingConversions.ToSingle(source, (Tensor<float, TDevice>)target); break;
            default: FloatingConversions.ToDouble(source, (Tensor<double, TDevice>)target); break;
        }
    }
}
