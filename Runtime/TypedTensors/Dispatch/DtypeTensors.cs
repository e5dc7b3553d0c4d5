using TypedTensors.Kernels;

namespace TypedTensors.Dispatch;

/// <summary>Makes tensors of a dtype that is known only when the program runs.</summary>
internal static class DtypeTensors
{
    /// <summary>A tensor whose elements are not initialised.</summary>
    public static Tensor Empty<TDevice>(Dtype dtype, in Shape shape)
        where TDevice : struct, IDevice => dtype switch
    {
        Dtype.Boolean => Tensor<bool, TDevice>.Empty(shape),
        Dtype.SByte => Tensor<sbyte, TDevice>.Empty(shape),
        Dtype.Byte => Tensor<byte, TDevice>.Empty(shape),
        Dtype.Int16 => Tensor<short, TDevice>.Empty(shape),
        Dtype.UInt16 => Tensor<ushort, TDevice>.Empty(shape),
        Dtype.Int32 => Tensor<int, TDevice>.Empty(shape),
        Dtype.UInt32 => Tensor<uint, TDevice>.Empty(shape),
        Dtype.Int64 => Tensor<long, TDevice>.Empty(shape),
        Dtype.UInt64 => Tensor<ulong, TDevice>.Empty(shape),
        Dtype.Half => Tensor<Half, TDevice>.Empty(shape),
        Dtype.Single => Tensor<float, TDevice>.Empty(shape),
        _ => Tensor<double, TDevice>.Empty(shape),
    };

    /// <summary>A copy of a tensor's elements in another dtype, of the tensor's own shape.</summary>
    public static Tensor Convert<TDevice>(Tensor source, Dtype dtype)
        where TDevice : struct, IDevice
    {
        Tensor converted = Empty<TDevice>(dtype, source.Shape);
        TDevice.Copy(source, converted);
        return converted;
    }
}
