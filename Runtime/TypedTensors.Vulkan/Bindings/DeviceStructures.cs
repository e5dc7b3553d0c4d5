using System.Runtime.InteropServices;

namespace TypedTensors.VulkanRuntime.Bindings;

[StructLayout(LayoutKind.Sequential)]
internal unsafe struct VkDeviceQueueCreateInfo
{
    public VkStructureType Type;
    public void* Next;
    public uint Flags;
    public uint QueueFamilyIndex;
    public uint QueueCount;
    public float* QueuePriorities;
}

[StructLayout(LayoutKind.Sequential)]
internal unsafe struct VkDeviceCreateInfo
{
    public VkStructureType Type;
    public void* Next;
    public uint Flags;
    public uint QueueCreateInfoCount;
    public VkDeviceQueueCreateInfo* QueueCreateInfos;
    public uint LayerCount;
    public byte** LayerNames;
    public uint ExtensionCount;
    public byte** ExtensionNames;
    public void* EnabledFeatures;
}
