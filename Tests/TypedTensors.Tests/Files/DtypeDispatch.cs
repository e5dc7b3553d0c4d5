namespace TypedTensors.Tests;

/// <summary>Something to do for an element type.</summary>
internal interface IDtypeAction<out TResult>
{
    TResult Run<T>()
        where T : unmanaged;
}

/// <summary>Goes from a dtype as a value to the dtype as a type.</summary>
internal static class DtypeDispatch
{
    public static TheoryData<Dtype> All => [.. Enum.GetValues<Dtype>()];

    public static TResult Run<TResult>(Dtype dtype, IDtypeAction<TResult> action) => dtype switch
    {
        Dtype.Boolean => action.Run<bool>(),
        Dtype.SByte => action.Run<sbyte>(),
        Dtype.Byte => action.Run<byte>(),
        Dtype.Int16 => action.Run<short>(),
        Dtype.UInt16 => action.Run<ushort>(),
        Dtype.Int32 => action.Run<int>(),
        Dtype.UInt32 => action.Run<uint>(),
        Dtype.Int64 => action.Run<long>(),
        Dtype.UInt64 => action.Run<ulong>(),
        Dtype.Half => action.Run<Half>(),
        Dtype.Single => action.Run<float>(),
        _ => action.Run<double>(),
    };
}
