using System.Globalization;

namespace TypedTensors.VulkanRuntime;

/// <summary>Chooses the device to open.</summary>
internal static class DeviceChoice
{
    /// <summary>The device that an option names, or the best.</summary>
    /// <param name="devices">The devices of this machine.</param>
    /// <param name="option">An index, a part of a name, or null.</param>
    /// <param name="info">What is known of a device.</param>
    /// <exception cref="VulkanUnavailableException">None can be used, or not the one that was named.</exception>
    public static T Choose<T>(IReadOnlyList<T> devices, string? option, Func<T, VulkanDeviceInfo> info)
    {
        T? chosen = string.IsNullOrWhiteSpace(option) ? Best(devices, info) : Named(devices, option.Trim(), info);
        if (chosen is null)
        {
            string wanted = string.IsNullOrWhiteSpace(option) ? "no device can be used" : $"no device is '{option}'";
            throw new VulkanUnavailableException($"Vulkan: {wanted}. {List(devices, info)}");
        }

        return info(chosen).Problem is { } problem
            ? throw new VulkanUnavailableException($"Vulkan: the device '{info(chosen).Name}' cannot be used: {problem}. {List(devices, info)}")
            : chosen;
    }

    private static T? Best<T>(IReadOnlyList<T> devices, Func<T, VulkanDeviceInfo> info) => devices
        .Where(device => info(device).Problem is null)
        .OrderBy(device => Rank(info(device).Type))
        .ThenByDescending(device => info(device).MemoryBytes)
        .FirstOrDefault();

    private static T? Named<T>(IReadOnlyList<T> devices, string option, Func<T, VulkanDeviceInfo> info) =>
        int.TryParse(option, NumberStyles.None, CultureInfo.InvariantCulture, out int index)
            ? devices.FirstOrDefault(device => info(device).Index == index)
            : devices.FirstOrDefault(device => info(device).Name.Contains(option, StringComparison.OrdinalIgnoreCase));

    private static int Rank(VulkanDeviceType type) => type switch
    {
        VulkanDeviceType.Discrete => 0,
        VulkanDeviceType.Integrated => 1,
        VulkanDeviceType.Virtual => 2,
        VulkanDeviceType.Cpu => 3,
        _ => 4,
    };

    private static string List<T>(IReadOnlyList<T> devices, Func<T, VulkanDeviceInfo> info) =>
        "Found: " + string.Join(", ", devices.Select(info).Select(device => $"{device.Index} '{device.Name}'" + (device.Problem is { } problem ? $" ({problem})" : ""))) + ".";
}
