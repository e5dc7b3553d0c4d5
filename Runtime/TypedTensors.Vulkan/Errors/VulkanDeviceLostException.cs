namespace TypedTensors;

/// <summary>The device stopped working: it was removed, reset, or a command took longer than the driver allows. What its tensors held is gone.</summary>
/// <remarks>Tensors of other devices are untouched, and new tensors made with <see cref="Vulkan"/> open the device anew.</remarks>
public sealed class VulkanDeviceLostException(string message) : VulkanException(message)
{
    internal static VulkanDeviceLostException Of(string device, string function) => new(
        $"Vulkan: the device '{device}' was lost (in {function}): it was removed or reset, or a command ran longer than the driver allows. The elements of its tensors are gone; "
        + "make them anew from host data, which opens the device again.");
}
