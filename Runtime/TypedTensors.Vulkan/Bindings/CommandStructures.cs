using System.Runtime.InteropServices;

namespace TypedTensors.VulkanRuntime.Bindings;

[StructLayout(LayoutKind.Sequential)]
internal unsafe struct VkCommandPoolCreateInfo
{
    public const uint ResetCommandBuffer = 2;

    public VkStructureType Type;
    public void* Next;
    public uint Flags;
    public uint QueueFamilyIndex;
}

[StructLayout(LayoutKind.Sequential)]
internal unsafe struct VkCommandBufferAllocateInfo
{
    public VkStructureType Type;
    public void* Next;
    public ulong CommandPool;
    public uint Level;
    public uint Count;
}

[StructLayout(LayoutKind.Sequential)]
internal unsafe struct VkCommandBufferBeginInfo
{
    public const uint OneTimeSubmit = 1;

    public VkStructureType Type;
    public void* Next;
    public uint Flags;
    public void* InheritanceInfo;
}

[StructLayout(LayoutKind.Sequential)]
internal unsafe struct VkMemoryBarrier
{
    public VkStructureType Type;
    public void* Next;
    public VkAccess Source;
    public VkAccess Destination;
}

[StructLayout(LayoutKind.Sequential)]
internal unsafe struct VkQueryPoolCreateInfo
{
    public const uint Timestamp = 2;

    public VkStructureType Type;
    public void* Next;
    public uint Flags;
    public uint QueryType;
    public uint QueryCount;
    public uint PipelineStatistics;
}
