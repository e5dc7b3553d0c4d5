using TypedTensors.Testing.Devices;

namespace TypedTensors.VulkanRuntime.Tests.Selection;

public class DeviceChoiceTests
{
    private static readonly VulkanDeviceInfo[] Devices =
    [
        Device(0, "llvmpipe", VulkanDeviceType.Cpu, 64),
        Device(1, "Iris", VulkanDeviceType.Integrated, 32),
        Device(2, "Old card", VulkanDeviceType.Discrete, 128, "its driver is too old"),
        Device(3, "Small card", VulkanDeviceType.Discrete, 8),
        Device(4, "Large card", VulkanDeviceType.Discrete, 24),
    ];

    [Theory]
    [InlineData(null, 4)]
    [InlineData(" ", 4)]
    [InlineData("1", 1)]
    [InlineData("SMALL", 3)]
    [InlineData("card s", -1)]
    [InlineData("llvm", 0)]
    [InlineData("9", -1)]
    [InlineData("2", -1)]
    public void Option_NamesTheDevice_ElseTheBestIsTaken(string? option, int expected)
    {
        if (expected < 0)
        {
            VulkanUnavailableException missing =
                Assert.Throws<VulkanUnavailableException>(() => DeviceChoice.Choose(Devices, option, device => device));
            Assert.Contains("Found: 0 'llvmpipe', 1 'Iris', 2 'Old card' (its driver is too old), 3", missing.Message, StringComparison.Ordinal);
            return;
        }

        Assert.Equal(expected, DeviceChoice.Choose(Devices, option, device => device).Index);
    }

    [Fact]
    public void MissingLoaderAndDriver_AreToldWithTheirPackages()
    {
        Assert.Contains("apt install libvulkan1", VulkanUnavailableException.NoLoader("libvulkan.so.1").Message, StringComparison.Ordinal);
        Assert.Contains("mesa-vulkan-drivers", VulkanUnavailableException.NoDriver("no device").Message, StringComparison.Ordinal);
    }

    [VulkanFact]
    public void Devices_AreListedWithWhatTheyCanDo()
    {
        Assert.All(Vulkan.Devices, device => Assert.True(device.Problem is not null || device.Dtypes.Contains(Dtype.Single)));
        Assert.Contains(Vulkan.Devices, device => device == Vulkan.Device || device.Name == Vulkan.Device.Name);
        Assert.Throws<InvalidOperationException>(() => VulkanOptions.Device = "0");
    }

    private static VulkanDeviceInfo Device(int index, string name, VulkanDeviceType type, long memory, string? problem = null) => new()
    {
        Index = index,
        Name = name,
        Type = type,
        MemoryBytes = memory << 30,
        Driver = "",
        ApiVersion = new Version(1, 3, 0),
        Dtypes = [],
        MaxBindingBytes = 1 << 27,
        MaxTensorBytes = memory << 30,
        SharedMemoryBytes = 32768,
        MaxGroupSize = 1024,
        SubgroupSize = 32,
        Problem = problem,
    };
}
