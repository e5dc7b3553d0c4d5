using TypedTensors.Dispatch;
using TypedTensors.Ops.Tests.Kernels;
using TypedTensors.Testing.Devices;

namespace TypedTensors.VulkanRuntime.Tests.Kernels;

/// <summary>Kernels over an index space on the device: the laws that hold on the processor, and what only devices have.</summary>
public class KernelTests
{
    [VulkanFact]
    public void Mandelbrot_HasTheCountsOfPythonsComplexNumbers() => KernelLaws<Vulkan>.Mandelbrot();

    [VulkanFact]
    public void TiledProduct_IsNumpys() => KernelLaws<Vulkan>.TiledProduct();

    [VulkanFact]
    public void TiledProduct_HasTheProcessorsBits() => KernelLaws<Vulkan>.InexactProduct();

    [VulkanFact]
    public void TiledProductOfLongs_IsNumpys() => WideKernelLaws<Vulkan>.TiledProduct();

    [VulkanFact]
    public void TiledProduct_TakesStridedAndBroadcastTensors() => KernelLaws<Vulkan>.TiledProductOfViews();

    [VulkanFact]
    public void GroupSums_AreNumpysCumsumOfEachGroup() => KernelLaws<Vulkan>.GroupSums();

    [VulkanFact]
    public void Transpose_MovesEveryElement() => KernelLaws<Vulkan>.Transpose();

    [VulkanFact]
    public void CalledMethods_ReturnEarlyAndFromLoops() => KernelLaws<Vulkan>.CalledMethods();

    [VulkanFact]
    public void Half_IsRoundedAtEachWrite() => KernelLaws<Vulkan>.HalfRounding();

    [VulkanFact]
    public void ManyAxes_AreFoundThroughTheLayoutBuffer() => KernelLaws<Vulkan>.ManyAxes();

    [VulkanFact]
    public void SideEffects_HappenOnce() => WideKernelLaws<Vulkan>.SideEffects();

    [VulkanFact]
    public void MoreGroupsThanADispatchMayHave_TakeSeveral() => WithLimits(
        limits => limits with { LargestGroupCount = 2 },
        () =>
        {
            KernelLaws<Vulkan>.Mandelbrot();
            KernelLaws<Vulkan>.TiledProduct();
            KernelLaws<Vulkan>.Transpose();
            KernelLaws<Vulkan>.ManyAxes();
            KernelLaws<Vulkan>.GroupSums();
        });

    [VulkanFact]
    public void Launches_AreOneSubmission_AndWaitForWhatTheyRead()
    {
        Tensor<float, Vulkan> x = Tensor<float, Vulkan>.FromFunction(index => index[0] == index[1] ? 2 : 0, 16, 16), product = x.Clone();
        Vulkan.Synchronize();
        ulong before = DeviceContext.Current.Commands.Submissions;
        for (int i = 0; i < 20; i++)
        {
            Tensor<float, Vulkan> next = Tensor<float, Vulkan>.Empty(16, 16);
            SampleKernels.Multiply(product, x, next);
            product.Dispose();
            product = next;
        }

        Assert.Equal(1 << 21, product[3, 3]);
        Assert.Equal(before + 1, DeviceContext.Current.Commands.Submissions);
        Assert.Equal(0, product[3, 4]);
    }

    [VulkanFact]
    public void TensorsBeyondOneBinding_AreRefused() => WithLimits(
        limits => limits with { LargestBinding = 1024 },
        () =>
        {
            Tensor<float, Vulkan> x = Tensor<float, Vulkan>.Ones(20, 20), product = Tensor<float, Vulkan>.Zeros(3, 3);
            NotSupportedException refused = Assert.Throws<NotSupportedException>(() => SampleKernels.Multiply(x[..3, ..], x[.., ..3], product));
            Assert.Contains("Multiply: b of shape [20, 3] reaches over", refused.Message, StringComparison.Ordinal);
            SampleKernels.Multiply(x[..3, ..5], x[^5.., ..3], product);
            Assert.Equal(5, product[2, 2]);
        });

    [VulkanFact]
    public void GroupsBeyondTheDevice_AreRefused()
    {
        PhysicalDevice device = DeviceContext.Current.Physical;
        int most = (int)device.Limits.MaxComputeWorkGroupInvocations;
        long shared = device.Limits.MaxComputeSharedMemorySize;
        GroupLimits.Check("Fits", most, shared, device);
        Assert.Contains("Long: a group has 1048576 threads along X", Refusal("Long", 1 << 20, 0), StringComparison.Ordinal);
        Assert.Contains($"Wide: a group has {2 * most} threads", Refusal("Wide", (most, 2), 0), StringComparison.Ordinal);
        Assert.Contains($"Sharing: a group shares {shared + 4} bytes, and the device '{device.Info.Name}' has {shared}", Refusal("Sharing", 1, shared + 4), StringComparison.Ordinal);

        string Refusal(string kernel, GridSize group, long bytes) => Assert.Throws<NotSupportedException>(() => GroupLimits.Check(kernel, group, bytes, device)).Message;
    }

    [Fact]
    public void SharedMemory_IsThatOfTheModulesWorkgroupVariables()
    {
        // A float and a bool array of 64 and 3 items in workgroup memory, and a private array of 64 floats.
        uint[] words =
        [
            0x07230203, 0x00010300, 0, 20, 0,
            Op(22, 3), 1, 32, Op(21, 4), 2, 32, 0, Op(20, 2), 3, Op(43, 4), 2, 4, 64, Op(43, 4), 2, 5, 3,
            Op(28, 4), 6, 1, 4, Op(28, 4), 7, 3, 5,
            Op(32, 4), 8, 4, 6, Op(32, 4), 9, 4, 7, Op(32, 4), 10, 6, 6,
            Op(59, 4), 8, 11, 4, Op(59, 4), 9, 12, 4, Op(59, 4), 10, 13, 6,
        ];
        Assert.Equal((64 * 4) + (3 * 4), SpirvSharedMemory.Bytes(words));

        static uint Op(uint code, uint length) => (length << 16) | code;
    }

    private static void WithLimits(Func<DispatchLimits, DispatchLimits> change, Action action)
    {
        DeviceContext context = DeviceContext.Current;
        DispatchLimits limits = context.DispatchLimits;
        context.DispatchLimits = change(limits);
        try
        {
            action();
        }
        finally
        {
            context.DispatchLimits = limits;
        }
    }
}
