namespace TypedTensors.VulkanRuntime.Tests;

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
internal static class VulkanPresence
{
    /// <summary>Why tests of the device cannot run here, or null if they can, or must.</summary>
    public static string? ReasonToSkip { get; } = IsRequired ? null : Problem();

    /// <summary>Whether tests of the device must run.</summary>
    public static bool IsRequired =>
        Environment.GetEnvironmentVariable("CI") == "true" || Environment.GetEnvironmentVariable("TYPEDTENSORS_REQUIRE_VULKAN") == "1";

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
