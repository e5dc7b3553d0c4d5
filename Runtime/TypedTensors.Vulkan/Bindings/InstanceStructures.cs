using System.Runtime.InteropServices;

namespace TypedTensors.VulkanRuntime.Bindings;

[StructLayout(LayoutKind.Sequential)]
internal unsafe struct VkApplicationInfo
{
    public VkStructureType Type;
    public void* Next;
    public byte* ApplicationName;
    public uint ApplicationVersion;
    public byte* EngineName;
    public uint EngineVersion;
    public uint ApiVersion;
}

[StructLayout(LayoutKind.Sequential)]
internal unsafe struct VkInstanceCreateInfo
{
    public VkStructureType Type;
    public void* Next;
    public uint Flags;
    public VkApplicationInfo* ApplicationInfo;
    public uint LayerCount;
    public byte** LayerNames;
    public uint ExtensionCount;
    public byte** ExtensionNames;
}

[StructLayout(LayoutKind.Sequential)]
internal unsafe struct VkExtensionProperties
{
    public fixed byte Name[256];
    public uint SpecVersion;
}

[StructLayout(LayoutKind.Sequential)]
internal unsafe struct VkLayerProperties
{
    public fixed byte Name[256];
    public uint SpecVersion;
    public uint ImplementationVersion;
    public fixed byte Description[256];
}
