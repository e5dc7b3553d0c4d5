using System.Runtime.InteropServices;

namespace TypedTensors.VulkanRuntime;

/// <summary>Names of layers and extensions as Vulkan takes them, as long as this lives.</summary>
internal sealed unsafe class NativeStrings : IDisposable
{
    private readonly List<nint> allocated = [];

    public List<string> Layers { get; } = [];

    public List<string> Extensions { get; } = [];

    public byte** LayerPointers() => Pointers(Layers);

    public byte** ExtensionPointers() => Pointers(Extensions);

    public void Dispose()
    {
        foreach (nint memory in allocated)
        {
            Marshal.FreeCoTaskMem(memory);
        }
    }

    private byte** Pointers(List<string> names)
    {
        nint table = Keep(Marshal.AllocCoTaskMem(Math.Max(names.Count, 1) * sizeof(nint)));
        for (int i = 0; i < names.Count; i++)
        {
            ((nint*)table)[i] = Keep(Marshal.StringToCoTaskMemUTF8(names[i]));
        }

        return (byte**)table;
    }

    private nint Keep(nint memory)
    {
        allocated.Add(memory);
        return memory;
    }
}
