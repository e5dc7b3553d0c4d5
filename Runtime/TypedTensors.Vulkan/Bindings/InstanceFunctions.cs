namespace TypedTensors.VulkanRuntime.Bindings;

/// <summary>The functions that need no device: of no instance at all (static), and of one.</summary>
internal sealed unsafe class InstanceFunctions(nint instance)
{
    public readonly delegate* unmanaged<nint, uint*, nint*, VkResult> EnumeratePhysicalDevices =
        (delegate* unmanaged<nint, uint*, nint*, VkResult>)Loader.Find(instance, "vkEnumeratePhysicalDevices\0"u8);

    public readonly delegate* unmanaged<nint, VkPhysicalDeviceProperties2*, void> GetPhysicalDeviceProperties2 =
        (delegate* unmanaged<nint, VkPhysicalDeviceProperties2*, void>)Loader.Find(instance, "vkGetPhysicalDeviceProperties2\0"u8);

    public readonly delegate* unmanaged<nint, VkPhysicalDeviceProperties*, void> GetPhysicalDeviceProperties =
        (delegate* unmanaged<nint, VkPhysicalDeviceProperties*, void>)Loader.Find(instance, "vkGetPhysicalDeviceProperties\0"u8);

    public readonly delegate* unmanaged<nint, VkPhysicalDeviceFeatures2*, void> GetPhysicalDeviceFeatures2 =
        (delegate* unmanaged<nint, VkPhysicalDeviceFeatures2*, void>)Loader.Find(instance, "vkGetPhysicalDeviceFeatures2\0"u8);

    public readonly delegate* unmanaged<nint, VkPhysicalDeviceMemoryProperties2*, void> GetPhysicalDeviceMemoryProperties2 =
        (delegate* unmanaged<nint, VkPhysicalDeviceMemoryProperties2*, void>)Loader.Find(instance, "vkGetPhysicalDeviceMemoryProperties2\0"u8);

    public readonly delegate* unmanaged<nint, uint*, VkQueueFamilyProperties*, void> GetPhysicalDeviceQueueFamilyProperties =
        (delegate* unmanaged<nint, uint*, VkQueueFamilyProperties*, void>)Loader.Find(instance, "vkGetPhysicalDeviceQueueFamilyProperties\0"u8);

    public readonly delegate* unmanaged<nint, byte*, uint*, VkExtensionProperties*, VkResult> EnumerateDeviceExtensionProperties =
        (delegate* unmanaged<nint, byte*, uint*, VkExtensionProperties*, VkResult>)Loader.Find(instance, "vkEnumerateDeviceExtensionProperties\0"u8);

    public readonly delegate* unmanaged<nint, VkDeviceCreateInfo*, void*, nint*, VkResult> CreateDevice =
        (delegate* unmanaged<nint, VkDeviceCreateInfo*, void*, nint*, VkResult>)Loader.Find(instance, "vkCreateDevice\0"u8);

    public readonly delegate* unmanaged<nint, byte*, nint> GetDeviceProcAddr =
        (delegate* unmanaged<nint, byte*, nint>)Loader.Find(instance, "vkGetDeviceProcAddr\0"u8);

    /// <summary>Null where the instance was made without VK_EXT_debug_utils.</summary>
    public readonly delegate* unmanaged<nint, VkDebugUtilsMessengerCreateInfo*, void*, ulong*, VkResult> CreateDebugUtilsMessenger =
        (delegate* unmanaged<nint, VkDebugUtilsMessengerCreateInfo*, void*, ulong*, VkResult>)Loader.Find(instance, "vkCreateDebugUtilsMessengerEXT\0"u8);

    public static VkResult CreateInstance(VkInstanceCreateInfo* info, nint* instance) =>
        ((delegate* unmanaged<VkInstanceCreateInfo*, void*, nint*, VkResult>)Loader.Find(0, "vkCreateInstance\0"u8))(info, null, instance);

    /// <summary>The version of the loader; a loader of Vulkan 1.0 cannot be asked.</summary>
    public static uint LoaderVersion()
    {
        uint version = 1 << 22;
        nint function = Loader.Find(0, "vkEnumerateInstanceVersion\0"u8);
        if (function != 0)
        {
            ((delegate* unmanaged<uint*, VkResult>)function)(&version);
        }

        return version;
    }

    public static VkResult EnumerateLayers(uint* count, VkLayerProperties* layers) =>
        ((delegate* unmanaged<uint*, VkLayerProperties*, VkResult>)Loader.Find(0, "vkEnumerateInstanceLayerProperties\0"u8))(count, layers);

    public static VkResult EnumerateExtensions(uint* count, VkExtensionProperties* extensions) =>
        ((delegate* unmanaged<byte*, uint*, VkExtensionProperties*, VkResult>)Loader.Find(0, "vkEnumerateInstanceExtensionProperties\0"u8))(null, count, extensions);
}
