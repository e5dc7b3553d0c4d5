using System.Runtime.InteropServices;

namespace TypedTensors.VulkanRuntime.Bindings;

[StructLayout(LayoutKind.Sequential)]
internal unsafe struct VkDebugUtilsMessengerCreateInfo
{
    public VkStructureType Type;
    public void* Next;
    public uint Flags;
    public uint Severity;
    public uint MessageType;
    public delegate* unmanaged<uint, uint, VkDebugUtilsMessengerCallbackData*, void*, uint> Callback;
    public void* UserData;
}

/// <summary>The beginning of the structure, as far as the message; the rest is never read.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct VkDebugUtilsMessengerCallbackData
{
    public VkStructureType Type;
    public void* Next;
    public uint Flags;
    public byte* MessageIdName;
    public int MessageIdNumber;
    public byte* Message;
}

[StructLayout(LayoutKind.Sequential)]
internal unsafe struct VkValidationFeatures
{
    public const uint Synchronization = 4;

    public VkStructureType Type;
    public void* Next;
    public uint EnabledCount;
    public uint* Enabled;
    public uint DisabledCount;
    public uint* Disabled;
}
