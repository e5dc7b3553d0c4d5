using TypedTensors.Dispatch;
using TypedTensors.Kernels;
using TypedTensors.Testing.Devices;

namespace TypedTensors.VulkanRuntime.Tests.Programs;

public class ProgramTests
{
    [VulkanTheory]
    [InlineData(1)]
    [InlineData(255)]
    [InlineData(1025)]
    [InlineData(1_000_003)]
    public void Sum_OfAnyLength_IsAsOnTheProcessor(int length)
    {
        float[] x = Numbers(length), y = [.. x.Reverse()];
        using Tensor<float, Vulkan> left = x.ToTensor(length).To<Vulkan>(), right = y.ToTensor(length).To<Vulkan>();
        Assert.Equal(x.Zip(y, (a, b) => a + b), Sum(left, right).ToArray());
    }

    [VulkanTheory]
    [InlineData(int.MaxValue)]
    [InlineData(1024)]
    [InlineData(256)]
    public void Sum_OfViews_FollowsTheirStrides(int largestBinding)
    {
        DeviceContext context = DeviceContext.Current;
        DispatchLimits limits = context.DispatchLimits;
        context.DispatchLimits = limits with { LargestBinding = Math.Min(limits.LargestBinding, largestBinding) };
        try
        {
            float[] numbers = Numbers(6 * 10 * 7);
            Tensor<float, Cpu> host = numbers.AsTensor(6, 10, 7);
            Tensor<float, Vulkan> device = host.To<Vulkan>();
            Check(device.Transpose(), device.Transpose(), host.Transpose(), host.Transpose());
            Check(device.Flip(), device[..1], host.Flip(), host[..1]);
            Check(device[1.., new Slice(0, null, 3), ..], device[..1, ..1, ..1], host[1.., new Slice(0, null, 3), ..], host[..1, ..1, ..1]);
            Check(device[.., .., 3..4], device[..1, ..1, ..], host[.., .., 3..4], host[..1, ..1, ..]);
        }
        finally
        {
            context.DispatchLimits = limits;
        }
    }

    [VulkanFact]
    public void Sum_WrittenToAView_LeavesTheRestAlone()
    {
        float[] numbers = Numbers(40);
        Tensor<float, Vulkan> table = numbers.ToTensor(5, 8).To<Vulkan>();
        Tensor<float, Vulkan> odd = table[1.., new Slice(1, null, 2)];
        ElementwisePrograms.Run<PrintedProgram<Sum>>(odd.Shape, [odd, KernelOperand.Scalar(0.5)], [odd]);
        Assert.Equal(numbers.Select((number, i) => i / 8 >= 1 && i % 2 == 1 ? number + 0.5f : number), table.ToArray());
    }

    [VulkanFact]
    public void MixedElementTypes_AndInlineScalars_AreBoundAsDeclared()
    {
        Tensor<float, Vulkan> x = new[] { 1f, 2f, 3f }.ToTensor(3).To<Vulkan>();
        Tensor<bool, Vulkan> keep = new[] { true, false, true }.ToTensor(3).To<Vulkan>();
        Tensor<double, Vulkan> result = Tensor<double, Vulkan>.Empty(3);
        ElementwisePrograms.Run<PrintedProgram<Blend>>(result.Shape, [x, KernelOperand.Scalar(-7), KernelOperand.Scalar(0.1), keep], [result]);
        Assert.Equal([0.1 * -7, 2f - 0.1, 0.1 * -7], result.ToArray());
    }

    [VulkanFact]
    public void TensorsBeyondOneBinding_TakeSeveralDispatches()
    {
        const int length = 40_000_000;
        Assert.True(length * 4L > Vulkan.Device.MaxBindingBytes || Vulkan.Device.Type != VulkanDeviceType.Cpu);
        Tensor<float, Vulkan> x = Tensor<float, Vulkan>.Arange(0, 40_000_000f);
        Tensor<float, Vulkan> sum = Sum(x, x.Flip());
        float[] result = sum.ToArray();
        for (int i = 0; i < length; i++)
        {
            if (result[i] != i + (float)(length - 1 - i))
            {
                Assert.Fail($"element {i} is {result[i]}");
            }
        }
    }

    private static void Check(Tensor<float, Vulkan> x, Tensor<float, Vulkan> y, Tensor<float, Cpu> hostX, Tensor<float, Cpu> hostY) =>
        Assert.Equal((hostX + hostY).ToArray(), Sum(x, y).ToArray());

    private static Tensor<float, Vulkan> Sum(Tensor<float, Vulkan> x, Tensor<float, Vulkan> y)
    {
        Tensor<float, Vulkan> sum = Elementwise.Allocate<float, Vulkan>("Sum", [x, y]);
        ElementwisePrograms.Run<PrintedProgram<Sum>>(sum.Shape, [x, y], [sum]);
        return sum;
    }

    private static float[] Numbers(int length) => [.. Enumerable.Range(0, length).Select(i => (i * 0.37f) - 5)];
}
