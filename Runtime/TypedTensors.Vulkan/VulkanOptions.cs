using TypedTensors.VulkanRuntime;

namespace TypedTensors;

/// <summary>How <see cref="Vulkan"/> is opened. Each option starts from an environment variable and can be set until the first use of the device.</summary>
public static class VulkanOptions
{
    private static string? device = Environment.GetEnvironmentVariable("TYPEDTENSORS_VULKAN_DEVICE");
    private static bool validation = Environment.GetEnvironmentVariable("TYPEDTENSORS_VULKAN_VALIDATION") == "1";
    private static long? memoryLimit;

    /// <summary>
    /// Which device of <see cref="Vulkan.Devices"/> is used: its index, or a part of its name in any case (<c>TYPEDTENSORS_VULKAN_DEVICE</c>). By default, null, the best:
    /// discrete before integrated before virtual before software devices, and the one with the most memory among equals.
    /// </summary>
    /// <exception cref="InvalidOperationException">The device is open already.</exception>
    public static string? Device
    {
        get => device;
        set
        {
            ThrowIfOpen();
            device = value;
        }
    }

    /// <summary>Whether the layer also looks for missing barriers (<c>TYPEDTENSORS_VULKAN_SYNCHRONIZATION=1</c>).</summary>
    internal static bool ValidatesSynchronization { get; } = Environment.GetEnvironmentVariable("TYPEDTENSORS_VULKAN_SYNCHRONIZATION") == "1";

    /// <summary>Whether the Khronos validation layer watches every call (<c>TYPEDTENSORS_VULKAN_VALIDATION=1</c>), which is slow; for tests of this library and of drivers.</summary>
    /// <exception cref="InvalidOperationException">The device is open already, or the devices have been listed.</exception>
    public static bool Validation
    {
        get => validation;
        set
        {
            ThrowIfOpen();
            if (VulkanInstance.IsCreated)
            {
                throw new InvalidOperationException("VulkanOptions: validation is chosen before the devices are listed for the first time.");
            }

            validation = value;
        }
    }

    /// <summary>The most bytes of device memory that are taken; null for as much as the driver says is free.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public static long? MemoryLimit
    {
        get => memoryLimit;
        set
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value ?? 0, nameof(value));
            memoryLimit = value;
        }
    }

    private static void ThrowIfOpen()
    {
        if (DeviceContext.IsOpen)
        {
            throw new InvalidOperationException($"VulkanOptions: the device is chosen before it is first used; '{DeviceContext.Current.Physical.Info.Name}' is open.");
        }
    }
}
