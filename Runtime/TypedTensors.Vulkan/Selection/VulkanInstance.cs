using System.Runtime.InteropServices;
using TypedTensors.VulkanRuntime.Bindings;

namespace TypedTensors.VulkanRuntime;

/// <summary>The connection of this process to the Vulkan loader; there is one.</summary>
internal sealed unsafe class VulkanInstance
{
    /// <summary>Vulkan 1.2: timeline semaphores and 8-bit storage are part of it.</summary>
    public const uint RequiredVersion = (1u << 22) | (2u << 12);

    private const string ValidationLayer = "VK_LAYER_KHRONOS_validation";
    private static readonly Lock Gate = new();
    private static VulkanInstance? shared;

    private VulkanInstance(nint handle)
    {
        Handle = handle;
        Functions = new InstanceFunctions(handle);
    }

    /// <summary>Whether the instance exists, so that its options cannot change any more.</summary>
    public static bool IsCreated => shared is not null;

    /// <summary>The instance, made at the first use; a failure is not remembered.</summary>
    /// <exception cref="VulkanUnavailableException">There is no loader, it is too old, or no driver.</exception>
    public static VulkanInstance Shared
    {
        get
        {
            lock (Gate)
            {
                return shared ??= Create(VulkanOptions.Validation);
            }
        }
    }

    public nint Handle { get; }

    public InstanceFunctions Functions { get; }

    private static VulkanInstance Create(bool validation)
    {
        if (InstanceFunctions.LoaderVersion() < RequiredVersion)
        {
            throw new VulkanUnavailableException("Vulkan: the installed loader is older than Vulkan 1.2. Update the package libvulkan1 or the card's driver.");
        }

        using var names = new NativeStrings();
        if (validation)
        {
            RequireValidationLayer();
            names.Layers.Add(ValidationLayer);
            names.Extensions.Add("VK_EXT_debug_utils");
            names.Extensions.Add("VK_EXT_validation_features");
        }

        bool portability = HasExtension("VK_KHR_portability_enumeration");
        if (portability)
        {
            names.Extensions.Add("VK_KHR_portability_enumeration");
        }

        var application = new VkApplicationInfo { Type = VkStructureType.ApplicationInfo, ApiVersion = RequiredVersion };
        uint synchronization = VkValidationFeatures.Synchronization;
        var features = new VkValidationFeatures { Type = VkStructureType.ValidationFeatures, EnabledCount = VulkanOptions.ValidatesSynchronization ? 1u : 0, Enabled = &synchronization };
        var info = new VkInstanceCreateInfo
        {
            Type = VkStructureType.InstanceCreateInfo,
            Next = validation ? &features : null,
            Flags = portability ? 1u : 0,
            ApplicationInfo = &application,
            LayerCount = (uint)names.Layers.Count,
            LayerNames = names.LayerPointers(),
            ExtensionCount = (uint)names.Extensions.Count,
            ExtensionNames = names.ExtensionPointers(),
        };
        nint handle;
        VkResult result = InstanceFunctions.CreateInstance(&info, &handle);
        if (result != VkResult.Success)
        {
            throw VulkanUnavailableException.NoDriver($"vkCreateInstance: {result}");
        }

        var instance = new VulkanInstance(handle);
        if (validation)
        {
            ValidationMessages.Listen(instance);
        }

        return instance;
    }

    private static void RequireValidationLayer()
    {
        uint count = 0;
        InstanceFunctions.EnumerateLayers(&count, null);
        var layers = new VkLayerProperties[count];
        fixed (VkLayerProperties* pointer = layers)
        {
            InstanceFunctions.EnumerateLayers(&count, pointer);
            for (int i = 0; i < count; i++)
            {
                if (Marshal.PtrToStringUTF8((nint)pointer[i].Name) == ValidationLayer)
                {
                    return;
                }
            }
        }

        throw new VulkanUnavailableException(
            $"Vulkan: validation was asked for, and the layer {ValidationLayer} is not installed. On Debian or Ubuntu: 'apt install vulkan-validationlayers'.");
    }

    private static bool HasExtension(string name)
    {
        uint count = 0;
        InstanceFunctions.EnumerateExtensions(&count, null);
        var extensions = new VkExtensionProperties[count];
        fixed (VkExtensionProperties* pointer = extensions)
        {
            InstanceFunctions.EnumerateExtensions(&count, pointer);
            for (int i = 0; i < count; i++)
            {
                if (Marshal.PtrToStringUTF8((nint)pointer[i].Name) == name)
                {
                    return true;
                }
            }
        }

        return false;
    }
}
