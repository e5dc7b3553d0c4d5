using TypedTensors.Testing.Devices;
using TypedTensors.VulkanRuntime.Bindings;

namespace TypedTensors.VulkanRuntime.Tests;

public class FaultTests
{
    [VulkanFact]
    public void LostDevice_FailsItsTensors_AndNothingElse()
    {
        Tensor<float, Cpu> host = Tensor<float, Cpu>.Ones(10);
        Tensor<float, Vulkan> before = host.To<Vulkan>(), copy = before.Clone();
        DeviceContext.Current.InjectedFault = VkResult.DeviceLost;
        VulkanDeviceLostException lost = Assert.Throws<VulkanDeviceLostException>(Vulkan.Synchronize);
        Assert.Contains(Vulkan.Device.Name, lost.Message, StringComparison.Ordinal);
        Assert.Throws<VulkanDeviceLostException>(() => copy.ToArray());
        Assert.Throws<VulkanDeviceLostException>(() => before[3]);
        Assert.Throws<VulkanDeviceLostException>(() => before[3] = 1);
        Assert.Throws<VulkanDeviceLostException>(() => before.Clone());
        before.Dispose();

        // The processor goes on, and new tensors open the device again.
        Assert.Equal(10, host.ToArray().Sum());
        using Tensor<float, Vulkan> after = host.To<Vulkan>();
        Assert.Equal(host.ToArray(), after.Clone().ToArray());
        Assert.Throws<VulkanDeviceLostException>(() => copy.ToArray());
    }

    [VulkanFact]
    public void Time_IsOfWhatTheActionStarts()
    {
        Tensor<byte, Vulkan> x = Tensor<byte, Vulkan>.Zeros(64 << 20);
        TimeSpan small = Vulkan.Time(() => x[..1000].Clone().Dispose()), large = Vulkan.Time(() => x.Clone().Dispose());
        Assert.InRange(small, TimeSpan.FromTicks(1), large);
        Assert.InRange(large, small, TimeSpan.FromSeconds(10));
    }
}
