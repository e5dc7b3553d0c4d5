using Xunit;

namespace TypedTensors.Testing.Devices;

/// <summary>A test that needs a Vulkan device. Skipped with the reason where there is none; in CI, which installs one, it then fails.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class VulkanFactAttribute : FactAttribute
{
    /// <summary>Looks for a device.</summary>
    public VulkanFactAttribute() => Skip = VulkanPresence.ReasonToSkip;
}

/// <summary>The same for a test with parameters.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class VulkanTheoryAttribute : TheoryAttribute
{
    /// <summary>Looks for a device.</summary>
    public VulkanTheoryAttribute() => Skip = VulkanPresence.ReasonToSkip;
}

/// <summary>Whether this machine has a device that can be used.</summary>
public static class VulkanPresence
{
    private static readonly Lazy<bool> Software = new(() => Problem() is null && Vulkan.Device.Type == VulkanDeviceType.Cpu);

    /// <summary>Why tests of the device cannot run here, or null if they can, or must.</summary>
    public static string? ReasonToSkip { get; } = IsRequired ? null : Problem();

    /// <summary>Whether tests of the device must run.</summary>
    public static bool IsRequired =>
        Environment.GetEnvironmentVariable("CI") == "true" || Environment.GetEnvironmentVariable("TYPEDTENSORS_REQUIRE_VULKAN") == "1";

    /// <summary>Whether the device in use is software on the processor.</summary>
    public static bool IsSoftware => Software.Value;

    private static string? Problem()
    {
        try
        {
            return Vulkan.Devices.Any(device => device.Problem is null) ? null : "Vulkan: no device can be used.";
        }
        catch (VulkanUnavailableException unavailable)
        {
            return unavailable.Message;
        }
    }
}
