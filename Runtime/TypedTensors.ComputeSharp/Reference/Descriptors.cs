using ComputeSharp.Interop;

namespace ComputeSharp.Descriptors;

public interface IComputeShaderDescriptor<T>
    where T : struct
{
    static abstract int ThreadsX { get; }

    static abstract int ThreadsY { get; }

    static abstract int ThreadsZ { get; }

    static abstract int ConstantBufferSize { get; }

    static abstract bool IsStaticSamplerRequired { get; }

    static abstract ReadOnlyMemory<ResourceDescriptorRange> ResourceDescriptorRanges { get; }

    static abstract string HlslSource { get; }

    static abstract ReadOnlyMemory<byte> HlslBytecode { get; }

    static abstract void LoadConstantBuffer<TLoader>(in T shader, ref TLoader loader, int x, int y, int z)
        where TLoader : struct, IConstantBufferLoader;

    static abstract void LoadGraphicsResources<TLoader>(in T shader, ref TLoader loader)
        where TLoader : struct, IGraphicsResourceLoader;
}

public interface IConstantBufferLoader
{
    void LoadConstantBuffer(ReadOnlySpan<byte> data);
}

public interface IGraphicsResourceLoader
{
    void LoadGraphicsResource(IGraphicsResource resource, uint index);
}
