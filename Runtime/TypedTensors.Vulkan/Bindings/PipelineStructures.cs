using System.Runtime.InteropServices;

namespace TypedTensors.VulkanRuntime.Bindings;

[StructLayout(LayoutKind.Sequential)]
internal unsafe struct VkDescriptorSetLayoutBinding
{
    public const uint StorageBuffer = 7;
    public const uint ComputeStage = 0x20;

    public uint Binding;
    public uint DescriptorType;
    public uint DescriptorCount;
    public uint StageFlags;
    public void* ImmutableSamplers;
}

[StructLayout(LayoutKind.Sequential)]
internal unsafe struct VkDescriptorSetLayoutCreateInfo
{
    public const uint PushDescriptor = 1;

    public VkStructureType Type;
    public void* Next;
    public uint Flags;
    public uint BindingCount;
    public VkDescriptorSetLayoutBinding* Bindings;
}

[StructLayout(LayoutKind.Sequential)]
internal struct VkPushConstantRange
{
    public uint StageFlags;
    public uint Offset;
    public uint Size;
}

[StructLayout(LayoutKind.Sequential)]
internal unsafe struct VkPipelineLayoutCreateInfo
{
    public VkStructureType Type;
    public void* Next;
    public uint Flags;
    public uint SetLayoutCount;
    public ulong* SetLayouts;
    public uint PushConstantRangeCount;
    public VkPushConstantRange* PushConstantRanges;
}

[StructLayout(LayoutKind.Sequential)]
internal unsafe struct VkShaderModuleCreateInfo
{
    public VkStructureType Type;
    public void* Next;
    public uint Flags;
    public nuint CodeSize;
    public uint* Code;
}

[StructLayout(LayoutKind.Sequential)]
internal struct VkSpecializationMapEntry
{
    public uint ConstantId;
    public uint Offset;
    public nuint Size;
}

[StructLayout(LayoutKind.Sequential)]
internal unsafe struct VkSpecializationInfo
{
    public uint MapEntryCount;
    public VkSpecializationMapEntry* MapEntries;
    public nuint DataSize;
    public void* Data;
}

[StructLayout(LayoutKind.Sequential)]
internal unsafe struct VkPipelineShaderStageCreateInfo
{
    public VkStructureType Type;
    public void* Next;
    public uint Flags;
    public uint Stage;
    public ulong Module;
    public byte* Name;
    public VkSpecializationInfo* SpecializationInfo;
}

[StructLayout(LayoutKind.Sequential)]
internal unsafe struct VkComputePipelineCreateInfo
{
    public VkStructureType Type;
    public void* Next;
    public uint Flags;
    public VkPipelineShaderStageCreateInfo Stage;
    public ulong Layout;
    public ulong BasePipeline;
    public int BasePipelineIndex;
}
