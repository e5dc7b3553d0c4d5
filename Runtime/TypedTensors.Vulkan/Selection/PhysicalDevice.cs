using TypedTensors.VulkanRuntime.Bindings;

namespace TypedTensors.VulkanRuntime;

/// <summary>A device as the driver describes it, before it is opened.</summary>
internal sealed unsafe class PhysicalDevice
{
    public required nint Handle { get; init; }

    public required VulkanDeviceInfo Info { get; init; }

    public required DeviceFeatures Features { get; init; }

    public required VkPhysicalDeviceLimits Limits { get; init; }

    public required VkPhysicalDeviceMemoryProperties2 Memory { get; init; }

    public required IReadOnlySet<string> Extensions { get; init; }

    /// <summary>The queue family that commands go to.</summary>
    public required uint QueueFamily { get; init; }

    /// <summary>The bits of a timestamp of that family; 0 if it has none.</summary>
    public required uint TimestampBits { get; init; }

    /// <summary>What addresses and sizes of imported host memory are multiples of; 0 if none can be imported.</summary>
    public required ulong ImportAlignment { get; init; }

    /// <summary>All devices of this machine, in the order of the loader.</summary>
    /// <exception cref="VulkanUnavailableException">There is no loader or no driver.</exception>
    public static IReadOnlyList<PhysicalDevice> All()
    {
        VulkanInstance instance = VulkanInstance.Shared;
        uint count = 0;
        VkResult result = instance.Functions.EnumeratePhysicalDevices(instance.Handle, &count, null);
        nint[] handles = new nint[count];
        fixed (nint* pointer = handles)
        {
            if (result == VkResult.Success && count != 0)
            {
                result = instance.Functions.EnumeratePhysicalDevices(instance.Handle, &count, pointer);
            }
        }

        return result == VkResult.Success && count != 0
            ? [.. handles.Select((handle, index) => PhysicalDeviceReader.Read(instance.Functions, handle, index))]
            : throw VulkanUnavailableException.NoDriver(result == VkResult.Success ? "no device" : $"vkEnumeratePhysicalDevices: {result}");
    }
}
