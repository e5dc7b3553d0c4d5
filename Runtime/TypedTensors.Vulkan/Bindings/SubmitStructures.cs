using System.Runtime.InteropServices;

namespace TypedTensors.VulkanRuntime.Bindings;

[StructLayout(LayoutKind.Sequential)]
internal unsafe struct VkSemaphoreTypeCreateInfo
{
    public const uint Timeline = 1;

    public VkStructureType Type;
    public void* Next;
    public uint SemaphoreType;
    public ulong InitialValue;
}

[StructLayout(LayoutKind.Sequential)]
internal unsafe struct VkSemaphoreCreateInfo
{
    public VkStructureType Type;
    public void* Next;
    public uint Flags;
}

[StructLayout(LayoutKind.Sequential)]
internal unsafe struct VkTimelineSemaphoreSubmitInfo
{
    public VkStructureType Type;
    public void* Next;
    public uint WaitValueCount;
    public ulong* WaitValues;
    public uint SignalValueCount;
    public ulong* SignalValues;
}

[StructLayout(LayoutKind.Sequential)]
internal unsafe struct VkSubmitInfo
{
    public VkStructureType Type;
    public void* Next;
    public uint WaitSemaphoreCount;
    public ulong* WaitSemaphores;
    public VkStage* WaitStages;
    public uint CommandBufferCount;
    public nint* CommandBuffers;
    public uint SignalSemaphoreCount;
    public ulong* SignalSemaphores;
}

[StructLayout(LayoutKind.Sequential)]
internal unsafe struct VkSemaphoreWaitInfo
{
    public VkStructureType Type;
    public void* Next;
    public uint Flags;
    public uint SemaphoreCount;
    public ulong* Semaphores;
    public ulong* Values;
}
