namespace TypedTensors.VulkanRuntime.Bindings;

/// <summary>Memory and the buffers bound to it.</summary>
internal sealed unsafe class MemoryFunctions(DeviceLoader loader)
{
    public readonly delegate* unmanaged<nint, VkMemoryAllocateInfo*, void*, ulong*, VkResult> AllocateMemory =
        (delegate* unmanaged<nint, VkMemoryAllocateInfo*, void*, ulong*, VkResult>)loader.Find("vkAllocateMemory\0"u8);

    public readonly delegate* unmanaged<nint, ulong, void*, void> FreeMemory =
        (delegate* unmanaged<nint, ulong, void*, void>)loader.Find("vkFreeMemory\0"u8);

    public readonly delegate* unmanaged<nint, ulong, ulong, ulong, uint, void**, VkResult> MapMemory =
        (delegate* unmanaged<nint, ulong, ulong, ulong, uint, void**, VkResult>)loader.Find("vkMapMemory\0"u8);

    public readonly delegate* unmanaged<nint, VkBufferCreateInfo*, void*, ulong*, VkResult> CreateBuffer =
        (delegate* unmanaged<nint, VkBufferCreateInfo*, void*, ulong*, VkResult>)loader.Find("vkCreateBuffer\0"u8);

    public readonly delegate* unmanaged<nint, ulong, void*, void> DestroyBuffer =
        (delegate* unmanaged<nint, ulong, void*, void>)loader.Find("vkDestroyBuffer\0"u8);

    public readonly delegate* unmanaged<nint, ulong, VkMemoryRequirements*, void> GetBufferMemoryRequirements =
        (delegate* unmanaged<nint, ulong, VkMemoryRequirements*, void>)loader.Find("vkGetBufferMemoryRequirements\0"u8);

    public readonly delegate* unmanaged<nint, ulong, ulong, ulong, VkResult> BindBufferMemory =
        (delegate* unmanaged<nint, ulong, ulong, ulong, VkResult>)loader.Find("vkBindBufferMemory\0"u8);

    public readonly delegate* unmanaged<nint, uint, void*, VkMemoryHostPointerProperties*, VkResult> GetMemoryHostPointerProperties =
        (delegate* unmanaged<nint, uint, void*, VkMemoryHostPointerProperties*, VkResult>)loader.Find("vkGetMemoryHostPointerPropertiesEXT\0"u8);
}
