using ComputeSharp.Interop;

namespace TypedTensors.Direct3D.Shaders;

/// <summary>What is made of a program once: ComputeSharp asks for it more than once.</summary>
internal static class ShaderCache<TSource>
    where TSource : struct, IShaderSource
{
    private static readonly Lazy<byte[]> LazyBytecode = new(static () => ShaderCompiler.Compile(Source!));

    /// <summary>The text of the shader.</summary>
    public static string Source { get; } = TSource.Hlsl;

    /// <summary>The buffers: all of them can be written, because ComputeSharp cannot bind such a buffer read-only.</summary>
    public static ResourceDescriptorRange[] Ranges { get; } =
        [.. Enumerable.Range(0, TSource.BindingCount).Select(index => new ResourceDescriptorRange(ResourceDescriptorRangeType.UnorderedAccessView, (uint)index))];

    /// <summary>The compiled shader.</summary>
    public static byte[] Bytecode => LazyBytecode.Value;
}
