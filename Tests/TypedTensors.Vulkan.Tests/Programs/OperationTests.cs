using TypedTensors.Testing;
using TypedTensors.Testing.Devices;
using TypedTensors.Testing.Snapshots;

namespace TypedTensors.VulkanRuntime.Tests.Programs;

/// <summary>Emitted operations on the device.</summary>
public class OperationTests
{
    [VulkanFact]
    public void Operations_GiveTheProcessorsBits()
    {
        float[] numbers = [.. Enumerable.Range(0, 20_000).Select(i => (i - 10_000) * 0.0037f), float.NaN, float.PositiveInfinity, float.NegativeInfinity, -0f];
        Tensor<float, Cpu> host = numbers.AsTensor();
        Tensor<float, Vulkan> there = host.To<Vulkan>();
        Equal(host.Exp(), there.Exp());
        Equal(host.Tanh(), there.Tanh());
        Equal(host.Sin(), there.Sin());
        Equal(host * 2f + host, there * 2f + there);
        Equal(host.Cast<double>().Sigmoid(), there.Cast<double>().Sigmoid());
        Equal((host.Cast<double>() + host), there.Cast<double>() + there);
    }

    [Fact]
    public async Task PublicSurface_IsAsVerified() => await Snapshot.VerifyText(PublicSurface.Of(typeof(Vulkan).Assembly));

    private static void Equal(Tensor<float, Cpu> expected, Tensor<float, Vulkan> actual) =>
        Assert.Equal(expected.ToArray().Select(Bits), actual.ToArray().Select(Bits));

    private static void Equal(Tensor<double, Cpu> expected, Tensor<double, Vulkan> actual) =>
        Assert.Equal(expected.ToArray().Select(Bits), actual.ToArray().Select(Bits));

    private static long Bits(float number) => float.IsNaN(number) ? long.MaxValue : BitConverter.SingleToInt32Bits(number);

    private static long Bits(double number) => double.IsNaN(number) ? long.MaxValue : BitConverter.DoubleToInt64Bits(number);
}
