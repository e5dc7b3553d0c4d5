using System.Runtime.InteropServices;

namespace TypedTensors.VulkanRuntime.Bindings;

[StructLayout(LayoutKind.Sequential)]
internal unsafe struct VkBufferCreateInfo
{
    public VkStructureType Type;
    public void* Next;
    public uint Flags;
    public ulong Size;
    public VkBufferUsage Usage;
    public uint SharingMode;
    public uint QueueFamilyIndexCount;
    public uint* QueueFamilyIndices;
}

[StructLayout(LayoutKind.Sequential)]
internal unsafe struct VkExternalMemoryBufferCreateInfo
{
    public VkStructureType Type;
    public void* Next;
    public uint HandleTypes;
}

[StructLayout(LayoutKind.Sequential)]
internal struct VkBufferCopy
{
    public ulong SourceOffset;
    public ulong DestinationOffset;
    public ulong Size;
}

[StructLayout(LayoutKind.Sequential)]
internal struct VkDescriptorBufferInfo
{
    public ulong Buffer;
    public ulong Offset;
    public ulong Range;
}

[StructLayout(LayoutKind.Sequential)]
internal unsafe struct VkWriteDescriptorSet
{
    public VkStructureType Type;
    public void* Next;
    public ulong Set;
    public uint Binding;
    public uint ArrayElement;
    public uint Count;
    public uint DescriptorType;
    public void* ImageInfo;
    public VkDescriptorBufferInfo* BufferInfo;
    public void* TexelBufferView;
}
