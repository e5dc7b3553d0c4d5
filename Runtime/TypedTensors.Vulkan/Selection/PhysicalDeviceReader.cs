using System.Runtime.InteropServices;
using TypedTensors.VulkanRuntime.Bindings;

namespace TypedTensors.VulkanRuntime;

/// <summary>Asks the driver about a device.</summary>
internal static unsafe class PhysicalDeviceReader
{
    private const uint Version13 = (1u << 22) | (3u << 12);

    public const string PushDescriptor = "VK_KHR_push_descriptor";
    public const string ExternalMemoryHost = "VK_EXT_external_memory_host";
    public const string MemoryBudget = "VK_EXT_memory_budget";

    public static PhysicalDevice Read(InstanceFunctions functions, nint handle, int index)
    {
        VkPhysicalDeviceProperties basic;
        functions.GetPhysicalDeviceProperties(handle, &basic);
        HashSet<string> extensions = Extensions(functions, handle);
        var driver = new VkPhysicalDeviceDriverProperties { Type = VkStructureType.PhysicalDeviceDriverProperties };
        var size = new VkPhysicalDeviceMaintenance4Properties { Type = VkStructureType.PhysicalDeviceMaintenance4Properties, Next = &driver };
        var subgroup = new VkPhysicalDeviceSubgroupProperties { Type = VkStructureType.PhysicalDeviceSubgroupProperties, Next = basic.ApiVersion >= Version13 ? &size : &driver };
        var floats = new VkPhysicalDeviceFloatControlsProperties { Type = VkStructureType.PhysicalDeviceFloatControlsProperties, Next = &subgroup };
        var import = new VkPhysicalDeviceExternalMemoryHostProperties { Type = VkStructureType.PhysicalDeviceExternalMemoryHostProperties, Next = &floats };
        bool imports = extensions.Contains(ExternalMemoryHost);
        size.MaxBufferSize = ulong.MaxValue;
        var properties = new VkPhysicalDeviceProperties2 { Type = VkStructureType.PhysicalDeviceProperties2, Next = imports ? &import : &floats };
        DeviceFeatures features = NoFeatures;
        if (basic.ApiVersion >= VulkanInstance.RequiredVersion)
        {
            functions.GetPhysicalDeviceProperties2(handle, &properties);
            features = Features(functions, handle, floats);
        }

        var memory = new VkPhysicalDeviceMemoryProperties2 { Type = VkStructureType.PhysicalDeviceMemoryProperties2 };
        functions.GetPhysicalDeviceMemoryProperties2(handle, &memory);
        (uint family, uint timestampBits, bool hasQueue) = Queue(functions, handle);
        return new PhysicalDevice
        {
            Handle = handle,
            Features = features,
            Limits = basic.Limits,
            Memory = memory,
            Extensions = extensions,
            QueueFamily = family,
            TimestampBits = timestampBits,
            ImportAlignment = imports ? import.MinImportedHostPointerAlignment : 0,
            Info = new VulkanDeviceInfo
            {
                Index = index,
                Name = Text(basic.DeviceName),
                Type = (VulkanDeviceType)basic.DeviceType,
                MemoryBytes = LargestLocalHeap(memory),
                Driver = $"{Text(driver.DriverName)} {Text(driver.DriverInfo)}".Trim(),
                ApiVersion = new Version((int)(basic.ApiVersion >> 22), (int)(basic.ApiVersion >> 12) & 0x3FF, (int)basic.ApiVersion & 0xFFF),
                Dtypes = [.. Enum.GetValues<Dtype>().Where(features.Has)],
                MaxBindingBytes = basic.Limits.MaxStorageBufferRange,
                MaxTensorBytes = (long)Math.Min(size.MaxBufferSize, (ulong)LargestLocalHeap(memory)),
                SharedMemoryBytes = (int)basic.Limits.MaxComputeSharedMemorySize,
                MaxGroupSize = (int)basic.Limits.MaxComputeWorkGroupInvocations,
                SubgroupSize = (int)subgroup.SubgroupSize,
                Problem = Problem(basic.ApiVersion, features, extensions, hasQueue),
            },
        };
    }

    private static DeviceFeatures NoFeatures { get; } = new()
    {
        Float64 = false,
        Int64 = false,
        Int16 = false,
        Int8 = false,
        Float16 = false,
        Storage16 = false,
        Storage8 = false,
        TimelineSemaphore = false,
        PreservesNaN32 = false,
        PreservesNaN64 = false,
    };

    private static DeviceFeatures Features(InstanceFunctions functions, nint handle, in VkPhysicalDeviceFloatControlsProperties floats)
    {
        var features12 = new VkPhysicalDeviceVulkan12Features { Type = VkStructureType.PhysicalDeviceVulkan12Features };
        var features11 = new VkPhysicalDeviceVulkan11Features { Type = VkStructureType.PhysicalDeviceVulkan11Features, Next = &features12 };
        var features = new VkPhysicalDeviceFeatures2 { Type = VkStructureType.PhysicalDeviceFeatures2, Next = &features11 };
        functions.GetPhysicalDeviceFeatures2(handle, &features);
        return new DeviceFeatures
        {
            Float64 = features.ShaderFloat64 != 0,
            Int64 = features.ShaderInt64 != 0,
            Int16 = features.ShaderInt16 != 0,
            Int8 = features12.ShaderInt8 != 0,
            Float16 = features12.ShaderFloat16 != 0,
            Storage16 = features11.StorageBuffer16BitAccess != 0,
            Storage8 = features12.StorageBuffer8BitAccess != 0,
            TimelineSemaphore = features12.TimelineSemaphore != 0,
            PreservesNaN32 = floats.SignedZeroInfNanPreserveFloat32 != 0,
            PreservesNaN64 = floats.SignedZeroInfNanPreserveFloat64 != 0,
        };
    }

    private static string? Problem(uint version, DeviceFeatures features, HashSet<string> extensions, bool hasQueue)
    {
        if (version < VulkanInstance.RequiredVersion)
        {
            return "its driver speaks a Vulkan older than 1.2; update the driver";
        }

        if (!hasQueue)
        {
            return "it has no compute queue";
        }

        if (!features.TimelineSemaphore)
        {
            return "it has no timeline semaphores; update the driver";
        }

        if (!features.PreservesNaN32)
        {
            return "it does not keep NaN, infinity and signed zeros in float32; update the driver";
        }

        return extensions.Contains(PushDescriptor) ? null : $"it lacks {PushDescriptor}; update the driver";
    }

    /// <summary>The queue family for commands: one that only computes where there is one, as it does not wait for what is drawn.</summary>
    private static (uint Family, uint TimestampBits, bool Found) Queue(InstanceFunctions functions, nint handle)
    {
        uint count = 0;
        functions.GetPhysicalDeviceQueueFamilyProperties(handle, &count, null);
        var families = new VkQueueFamilyProperties[count];
        fixed (VkQueueFamilyProperties* pointer = families)
        {
            functions.GetPhysicalDeviceQueueFamilyProperties(handle, &count, pointer);
        }

        int best = -1;
        for (int i = 0; i < families.Length; i++)
        {
            if (families[i].Flags.HasFlag(VkQueue.Compute) && (best < 0 || (families[best].Flags.HasFlag(VkQueue.Graphics) && !families[i].Flags.HasFlag(VkQueue.Graphics))))
            {
                best = i;
            }
        }

        return best < 0 ? default : ((uint)best, families[best].TimestampValidBits, true);
    }

    private static HashSet<string> Extensions(InstanceFunctions functions, nint handle)
    {
        uint count = 0;
        functions.EnumerateDeviceExtensionProperties(handle, null, &count, null);
        var extensions = new VkExtensionProperties[count];
        fixed (VkExtensionProperties* pointer = extensions)
        {
            functions.EnumerateDeviceExtensionProperties(handle, null, &count, pointer);
            var names = new HashSet<string>(StringComparer.Ordinal);
            for (int i = 0; i < count; i++)
            {
                names.Add(Text(pointer[i].Name));
            }

            return names;
        }
    }

    private static long LargestLocalHeap(in VkPhysicalDeviceMemoryProperties2 memory)
    {
        ulong largest = 0;
        for (int i = 0; i < memory.HeapCount; i++)
        {
            const uint deviceLocal = 1;
            largest = (memory.Heaps[i].Flags & deviceLocal) != 0 ? Math.Max(largest, memory.Heaps[i].Size) : largest;
        }

        return (long)largest;
    }

    private static string Text(byte* utf8) => Marshal.PtrToStringUTF8((nint)utf8) ?? "";
}
