namespace TypedTensors;

/// <summary>Vulkan cannot be used on this machine: the loader, a driver, or a device that is up to it is missing.</summary>
public sealed class VulkanUnavailableException(string message) : VulkanException(message)
{
    private const string Remedy =
        "On Debian or Ubuntu: 'apt install libvulkan1' and the driver of the card ('mesa-vulkan-drivers' for AMD and Intel, and for a software device; NVIDIA's comes with its own driver).";

    internal static VulkanUnavailableException NoLoader(string file) => new(
        $"Vulkan: the loader {file} is not installed. {Remedy} On Windows and macOS it comes with the card's driver or the Vulkan SDK.");

    internal static VulkanUnavailableException NoDriver(string detail) => new(
        $"Vulkan: the loader found no driver ({detail}). {Remedy}");
}
