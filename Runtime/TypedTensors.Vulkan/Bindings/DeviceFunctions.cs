namespace TypedTensors.VulkanRuntime.Bindings;

/// <summary>What concerns the device as a whole: its queue and its end.</summary>
internal sealed unsafe class DeviceFunctions(DeviceLoader loader)
{
    public readonly delegate* unmanaged<nint, uint, uint, nint*, void> GetDeviceQueue =
        (delegate* unmanaged<nint, uint, uint, nint*, void>)loader.Find("vkGetDeviceQueue\0"u8);

    public readonly delegate* unmanaged<nint, uint, VkSubmitInfo*, ulong, VkResult> QueueSubmit =
        (delegate* unmanaged<nint, uint, VkSubmitInfo*, ulong, VkResult>)loader.Find("vkQueueSubmit\0"u8);

    public readonly delegate* unmanaged<nint, VkSemaphoreCreateInfo*, void*, ulong*, VkResult> CreateSemaphore =
        (delegate* unmanaged<nint, VkSemaphoreCreateInfo*, void*, ulong*, VkResult>)loader.Find("vkCreateSemaphore\0"u8);

    public readonly delegate* unmanaged<nint, VkSemaphoreWaitInfo*, ulong, VkResult> WaitSemaphores =
        (delegate* unmanaged<nint, VkSemaphoreWaitInfo*, ulong, VkResult>)loader.Find("vkWaitSemaphores\0"u8);

    public readonly delegate* unmanaged<nint, ulong, ulong*, VkResult> GetSemaphoreCounterValue =
        (delegate* unmanaged<nint, ulong, ulong*, VkResult>)loader.Find("vkGetSemaphoreCounterValue\0"u8);
}
