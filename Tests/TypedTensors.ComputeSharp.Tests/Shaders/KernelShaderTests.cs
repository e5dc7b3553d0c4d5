using ComputeSharp;
using ComputeSharp.Descriptors;
using ComputeSharp.Interop;
using TypedTensors.Direct3D.Shaders;

namespace TypedTensors.Direct3D.Tests.Shaders;

/// <summary>What ComputeSharp is told of a program, heard by loaders of our own.</summary>
public class KernelShaderTests
{
    [Fact]
    public void Descriptor_SaysWhatTheProgramSays()
    {
        Assert.Equal((8, 4, 2), (KernelShader<Program>.ThreadsX, KernelShader<Program>.ThreadsY, KernelShader<Program>.ThreadsZ));
        Assert.Equal(28, KernelShader<Program>.ConstantBufferSize);
        Assert.False(KernelShader<Program>.IsStaticSamplerRequired);
        Assert.Equal("// the text", KernelShader<Program>.HlslSource);
        ResourceDescriptorRange[] ranges = KernelShader<Program>.ResourceDescriptorRanges.ToArray();
        Assert.Equal([0u, 1u, 2u], ranges.Select(range => range.Register));
        Assert.All(ranges, range => Assert.Equal(ResourceDescriptorRangeType.UnorderedAccessView, range.Type));
    }

    [Fact]
    public void Loaders_HearTheConstantsAsTheyAre_AndTheBuffersInOrder()
    {
        byte[] constants = [.. Enumerable.Range(1, 28).Select(value => (byte)value)];
        IGraphicsResource[] resources = [new Resource(), new Resource(), new Resource()];
        var shader = new KernelShader<Program>(constants, resources);

        var heardConstants = new ConstantLoader();
        KernelShader<Program>.LoadConstantBuffer(in shader, ref heardConstants, 800, 1, 1);
        Assert.Equal(constants, heardConstants.Data);

        var heardResources = new ResourceLoader([]);
        KernelShader<Program>.LoadGraphicsResources(in shader, ref heardResources);
        Assert.Equal([(resources[0], 0u), (resources[1], 1u), (resources[2], 2u)], heardResources.Loaded);
    }

    private readonly struct Program : IShaderSource
    {
        public static int ThreadsX => 8;

        public static int ThreadsY => 4;

        public static int ThreadsZ => 2;

        public static int BindingCount => 3;

        public static int ConstantBytes => 28;

        public static string Hlsl => "// the text";
    }

    private sealed class Resource : IGraphicsResource
    {
        public GraphicsDevice GraphicsDevice => throw new InvalidOperationException("Not asked for.");
    }

    private struct ConstantLoader : IConstantBufferLoader
    {
        public byte[]? Data { get; private set; }

        public void LoadConstantBuffer(ReadOnlySpan<byte> data) => Data = data.ToArray();
    }

    private readonly struct ResourceLoader(List<(IGraphicsResource, uint)> loaded) : IGraphicsResourceLoader
    {
        public List<(IGraphicsResource, uint)> Loaded => loaded;

        public void LoadGraphicsResource(IGraphicsResource resource, uint index) => loaded.Add((resource, index));
    }
}
