namespace TypedTensors.VulkanRuntime.Bindings;

/// <summary>From SPIR-V words to a pipeline.</summary>
internal sealed unsafe class PipelineFunctions(DeviceLoader loader)
{
    public readonly delegate* unmanaged<nint, VkShaderModuleCreateInfo*, void*, ulong*, VkResult> CreateShaderModule =
        (delegate* unmanaged<nint, VkShaderModuleCreateInfo*, void*, ulong*, VkResult>)loader.Find("vkCreateShaderModule\0"u8);

    public readonly delegate* unmanaged<nint, ulong, void*, void> DestroyShaderModule =
        (delegate* unmanaged<nint, ulong, void*, void>)loader.Find("vkDestroyShaderModule\0"u8);

    public readonly delegate* unmanaged<nint, VkDescriptorSetLayoutCreateInfo*, void*, ulong*, VkResult> CreateDescriptorSetLayout =
        (delegate* unmanaged<nint, VkDescriptorSetLayoutCreateInfo*, void*, ulong*, VkResult>)loader.Find("vkCreateDescriptorSetLayout\0"u8);

    public readonly delegate* unmanaged<nint, VkPipelineLayoutCreateInfo*, void*, ulong*, VkResult> CreatePipelineLayout =
        (delegate* unmanaged<nint, VkPipelineLayoutCreateInfo*, void*, ulong*, VkResult>)loader.Find("vkCreatePipelineLayout\0"u8);

    public readonly delegate* unmanaged<nint, ulong, uint, VkComputePipelineCreateInfo*, void*, ulong*, VkResult> CreateComputePipelines =
        (delegate* unmanaged<nint, ulong, uint, VkComputePipelineCreateInfo*, void*, ulong*, VkResult>)loader.Find("vkCreateComputePipelines\0"u8);
}
