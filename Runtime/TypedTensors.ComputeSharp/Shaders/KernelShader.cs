using ComputeSharp;
using ComputeSharp.Descriptors;
using ComputeSharp.Interop;

namespace TypedTensors.Direct3D.Shaders;

/// <summary>One dispatch of a program as ComputeSharp takes it: the one adapter between the two.</summary>
/// <remarks>
/// ComputeSharp's own generator writes such a descriptor for each shader it translates. Generators do not see each other's output, so it never sees ours;
/// but the descriptor is a public contract, and one generic implementation of it serves every program.
/// </remarks>
/// <typeparam name="TSource">The program.</typeparam>
internal readonly struct KernelShader<TSource>(ReadOnlyMemory<byte> constants, ReadOnlyMemory<IGraphicsResource> buffers)
    : IComputeShader, IComputeShaderDescriptor<KernelShader<TSource>>
    where TSource : struct, IShaderSource
{
    public static int ThreadsX => TSource.ThreadsX;

    public static int ThreadsY => TSource.ThreadsY;

    public static int ThreadsZ => TSource.ThreadsZ;

    public static int ConstantBufferSize => TSource.ConstantBytes;

    public static bool IsStaticSamplerRequired => false;

    public static ReadOnlyMemory<ResourceDescriptorRange> ResourceDescriptorRanges => ShaderCache<TSource>.Ranges;

    public static string HlslSource => ShaderCache<TSource>.Source;

    public static ReadOnlyMemory<byte> HlslBytecode => ShaderCache<TSource>.Bytecode;

    public static void LoadConstantBuffer<TLoader>(in KernelShader<TSource> shader, ref TLoader loader, int x, int y, int z)
        where TLoader : struct, IConstantBufferLoader
    {
        // They begin with the number of threads, as in a shader of ComputeSharp's own; where a launch is split, it is that of the whole launch, which x, y and z are not.
        loader.LoadConstantBuffer(shader.Constants.Span);
    }

    public static void LoadGraphicsResources<TLoader>(in KernelShader<TSource> shader, ref TLoader loader)
        where TLoader : struct, IGraphicsResourceLoader
    {
        ReadOnlySpan<IGraphicsResource> buffers = shader.Buffers.Span;
        for (int i = 0; i < buffers.Length; i++)
        {
            loader.LoadGraphicsResource(buffers[i], (uint)i);
        }
    }

    private ReadOnlyMemory<byte> Constants { get; } = constants;

    private ReadOnlyMemory<IGraphicsResource> Buffers { get; } = buffers;

    /// <summary>Never called: ComputeSharp translates this method where it makes a shader of C#, and here there is nothing to translate.</summary>
    void IComputeShader.Execute()
    {
    }
}
