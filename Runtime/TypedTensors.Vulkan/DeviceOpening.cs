using TypedTensors.VulkanRuntime.Bindings;

namespace TypedTensors.VulkanRuntime;

/// <summary>Opens a device with one queue and every ability that programs may need and it has.</summary>
internal static unsafe class DeviceOpening
{
    public static nint Open(PhysicalDevice physical)
    {
        float priority = 1;
        var queue = new VkDeviceQueueCreateInfo
        {
            Type = VkStructureType.DeviceQueueCreateInfo,
            QueueFamilyIndex = physical.QueueFamily,
            QueueCount = 1,
            QueuePriorities = &priority,
        };
        DeviceFeatures has = physical.Features;
        var features12 = new VkPhysicalDeviceVulkan12Features
        {
            Type = VkStructureType.PhysicalDeviceVulkan12Features,
            StorageBuffer8BitAccess = Flag(has.Storage8),
            ShaderInt8 = Flag(has.Int8),
            ShaderFloat16 = Flag(has.Float16),
            TimelineSemaphore = 1,
        };
        var features11 = new VkPhysicalDeviceVulkan11Features
        {
            Type = VkStructureType.PhysicalDeviceVulkan11Features,
            Next = &features12,
            StorageBuffer16BitAccess = Flag(has.Storage16),
        };
        var features = new VkPhysicalDeviceFeatures2
        {
            Type = VkStructureType.PhysicalDeviceFeatures2,
            Next = &features11,
            ShaderFloat64 = Flag(has.Float64),
            ShaderInt64 = Flag(has.Int64),
            ShaderInt16 = Flag(has.Int16),
        };
        using var names = new NativeStrings();
        string[] wanted =
            [PhysicalDeviceReader.PushDescriptor, PhysicalDeviceReader.ExternalMemoryHost, PhysicalDeviceReader.MemoryBudget, "VK_KHR_portability_subset"];
        names.Extensions.AddRange(wanted.Where(physical.Extensions.Contains));
        var info = new VkDeviceCreateInfo
        {
            Type = VkStructureType.DeviceCreateInfo,
            Next = &features,
            QueueCreateInfoCount = 1,
            QueueCreateInfos = &queue,
            ExtensionCount = (uint)names.Extensions.Count,
            ExtensionNames = names.ExtensionPointers(),
        };
        nint handle;
        VkResult result = VulkanInstance.Shared.Functions.CreateDevice(physical.Handle, &info, null, &handle);
        return result == VkResult.Success
            ? handle
            : throw new VulkanUnavailableException($"Vulkan: the device '{physical.Info.Name}' could not be opened ({result}). Update its driver ({physical.Info.Driver}), or close programs that use it.");
    }

    private static uint Flag(bool value) => value ? 1u : 0;
}
