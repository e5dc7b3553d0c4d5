using System.Runtime.InteropServices;

namespace TypedTensors.VulkanRuntime.Bindings;

/// <summary>The features of Vulkan 1.0, those this library asks for at their places in the structure.</summary>
[StructLayout(LayoutKind.Explicit, Size = 240)]
internal unsafe struct VkPhysicalDeviceFeatures2
{
    [FieldOffset(0)]
    public VkStructureType Type;

    [FieldOffset(8)]
    public void* Next;

    [FieldOffset(16 + 156)]
    public uint ShaderFloat64;

    [FieldOffset(16 + 160)]
    public uint ShaderInt64;

    [FieldOffset(16 + 164)]
    public uint ShaderInt16;
}

/// <summary>The features of Vulkan 1.1.</summary>
[StructLayout(LayoutKind.Explicit, Size = 64)]
internal unsafe struct VkPhysicalDeviceVulkan11Features
{
    [FieldOffset(0)]
    public VkStructureType Type;

    [FieldOffset(8)]
    public void* Next;

    [FieldOffset(16)]
    public uint StorageBuffer16BitAccess;
}

/// <summary>The features of Vulkan 1.2.</summary>
[StructLayout(LayoutKind.Explicit, Size = 208)]
internal unsafe struct VkPhysicalDeviceVulkan12Features
{
    [FieldOffset(0)]
    public VkStructureType Type;

    [FieldOffset(8)]
    public void* Next;

    [FieldOffset(24)]
    public uint StorageBuffer8BitAccess;

    [FieldOffset(44)]
    public uint ShaderFloat16;

    [FieldOffset(48)]
    public uint ShaderInt8;

    [FieldOffset(164)]
    public uint TimelineSemaphore;
}
