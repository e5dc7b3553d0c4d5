using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace TypedTensors.VulkanRuntime.Bindings;

[StructLayout(LayoutKind.Sequential)]
internal struct VkMemoryType
{
    public VkMemoryProperty Properties;
    public uint HeapIndex;
}

[StructLayout(LayoutKind.Sequential)]
internal struct VkMemoryHeap
{
    public ulong Size;
    public uint Flags;
}

[InlineArray(32)]
internal struct VkMemoryTypes
{
    private VkMemoryType first;
}

[InlineArray(16)]
internal struct VkMemoryHeaps
{
    private VkMemoryHeap first;
}

[StructLayout(LayoutKind.Sequential)]
internal unsafe struct VkPhysicalDeviceMemoryProperties2
{
    public VkStructureType Type;
    public void* Next;
    public uint TypeCount;
    public VkMemoryTypes Types;
    public uint HeapCount;
    public VkMemoryHeaps Heaps;
}

[StructLayout(LayoutKind.Sequential)]
internal unsafe struct VkPhysicalDeviceMemoryBudgetProperties
{
    public VkStructureType Type;
    public void* Next;
    public fixed ulong HeapBudget[16];
    public fixed ulong HeapUsage[16];
}

[StructLayout(LayoutKind.Sequential)]
internal unsafe struct VkMemoryAllocateInfo
{
    public VkStructureType Type;
    public void* Next;
    public ulong AllocationSize;
    public uint MemoryTypeIndex;
}

[StructLayout(LayoutKind.Sequential)]
internal struct VkMemoryRequirements
{
    public ulong Size;
    public ulong Alignment;
    public uint MemoryTypeBits;
}

[StructLayout(LayoutKind.Sequential)]
internal unsafe struct VkImportMemoryHostPointerInfo
{
    public const uint HostAllocation = 0x80;

    public VkStructureType Type;
    public void* Next;
    public uint HandleType;
    public void* HostPointer;
}

[StructLayout(LayoutKind.Sequential)]
internal unsafe struct VkMemoryHostPointerProperties
{
    public VkStructureType Type;
    public void* Next;
    public uint MemoryTypeBits;
}
