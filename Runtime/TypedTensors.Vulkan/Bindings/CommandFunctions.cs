namespace TypedTensors.VulkanRuntime.Bindings;

/// <summary>Command buffers and what is recorded in them.</summary>
internal sealed unsafe class CommandFunctions(DeviceLoader loader)
{
    public readonly delegate* unmanaged<nint, VkCommandPoolCreateInfo*, void*, ulong*, VkResult> CreateCommandPool =
        (delegate* unmanaged<nint, VkCommandPoolCreateInfo*, void*, ulong*, VkResult>)loader.Find("vkCreateCommandPool\0"u8);

    public readonly delegate* unmanaged<nint, VkCommandBufferAllocateInfo*, nint*, VkResult> AllocateCommandBuffers =
        (delegate* unmanaged<nint, VkCommandBufferAllocateInfo*, nint*, VkResult>)loader.Find("vkAllocateCommandBuffers\0"u8);

    public readonly delegate* unmanaged<nint, VkCommandBufferBeginInfo*, VkResult> BeginCommandBuffer =
        (delegate* unmanaged<nint, VkCommandBufferBeginInfo*, VkResult>)loader.Find("vkBeginCommandBuffer\0"u8);

    public readonly delegate* unmanaged<nint, VkResult> EndCommandBuffer =
        (delegate* unmanaged<nint, VkResult>)loader.Find("vkEndCommandBuffer\0"u8);

    public readonly delegate* unmanaged<nint, uint, ulong, void> CmdBindPipeline =
        (delegate* unmanaged<nint, uint, ulong, void>)loader.Find("vkCmdBindPipeline\0"u8);

    public readonly delegate* unmanaged<nint, uint, ulong, uint, uint, VkWriteDescriptorSet*, void> CmdPushDescriptorSet =
        (delegate* unmanaged<nint, uint, ulong, uint, uint, VkWriteDescriptorSet*, void>)loader.Find("vkCmdPushDescriptorSetKHR\0"u8);

    public readonly delegate* unmanaged<nint, ulong, uint, uint, uint, void*, void> CmdPushConstants =
        (delegate* unmanaged<nint, ulong, uint, uint, uint, void*, void>)loader.Find("vkCmdPushConstants\0"u8);

    public readonly delegate* unmanaged<nint, uint, uint, uint, void> CmdDispatch =
        (delegate* unmanaged<nint, uint, uint, uint, void>)loader.Find("vkCmdDispatch\0"u8);

    public readonly delegate* unmanaged<nint, VkStage, VkStage, uint, uint, VkMemoryBarrier*, uint, void*, uint, void*, void> CmdPipelineBarrier =
        (delegate* unmanaged<nint, VkStage, VkStage, uint, uint, VkMemoryBarrier*, uint, void*, uint, void*, void>)loader.Find("vkCmdPipelineBarrier\0"u8);

    public readonly delegate* unmanaged<nint, ulong, ulong, uint, VkBufferCopy*, void> CmdCopyBuffer =
        (delegate* unmanaged<nint, ulong, ulong, uint, VkBufferCopy*, void>)loader.Find("vkCmdCopyBuffer\0"u8);

    public readonly delegate* unmanaged<nint, ulong, ulong, ulong, uint, void> CmdFillBuffer =
        (delegate* unmanaged<nint, ulong, ulong, ulong, uint, void>)loader.Find("vkCmdFillBuffer\0"u8);

    public readonly delegate* unmanaged<nint, ulong, ulong, ulong, void*, void> CmdUpdateBuffer =
        (delegate* unmanaged<nint, ulong, ulong, ulong, void*, void>)loader.Find("vkCmdUpdateBuffer\0"u8);

    public readonly delegate* unmanaged<nint, VkQueryPoolCreateInfo*, void*, ulong*, VkResult> CreateQueryPool =
        (delegate* unmanaged<nint, VkQueryPoolCreateInfo*, void*, ulong*, VkResult>)loader.Find("vkCreateQueryPool\0"u8);

    public readonly delegate* unmanaged<nint, ulong, void*, void> DestroyQueryPool =
        (delegate* unmanaged<nint, ulong, void*, void>)loader.Find("vkDestroyQueryPool\0"u8);

    public readonly delegate* unmanaged<nint, ulong, uint, uint, void> CmdResetQueryPool =
        (delegate* unmanaged<nint, ulong, uint, uint, void>)loader.Find("vkCmdResetQueryPool\0"u8);

    public readonly delegate* unmanaged<nint, VkStage, ulong, uint, void> CmdWriteTimestamp =
        (delegate* unmanaged<nint, VkStage, ulong, uint, void>)loader.Find("vkCmdWriteTimestamp\0"u8);

    public readonly delegate* unmanaged<nint, ulong, uint, uint, nuint, void*, ulong, uint, VkResult> GetQueryPoolResults =
        (delegate* unmanaged<nint, ulong, uint, uint, nuint, void*, ulong, uint, VkResult>)loader.Find("vkGetQueryPoolResults\0"u8);
}
