namespace ComputeSharp.Interop;

public readonly struct ResourceDescriptorRange(ResourceDescriptorRangeType type, uint register)
{
    public ResourceDescriptorRangeType Type { get; } = type;

    public uint Register { get; } = register;
}

public enum ResourceDescriptorRangeType
{
    ShaderResourceView = 0,
    UnorderedAccessView = 1,
    ConstantBufferView = 2,
}
