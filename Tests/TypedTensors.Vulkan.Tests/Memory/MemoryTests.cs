using TypedTensors.Testing.Devices;
using TypedTensors.VulkanRuntime.Tests.Programs;

namespace TypedTensors.VulkanRuntime.Tests.Memory;

public class MemoryTests
{
    [VulkanFact]
    public void ThousandChainedOperations_AreOneSubmission()
    {
        Tensor<float, Vulkan> x = Tensor<float, Vulkan>.Zeros(64);
        Tensor<float, Vulkan> one = Ones(64);
        Vulkan.Synchronize();
        ulong before = DeviceContext.Current.Commands.Submissions;
        for (int i = 0; i < 1000; i++)
        {
            Tensor<float, Vulkan> next = Add(x, one);
            x.Dispose();
            x = next;
        }

        Assert.Equal(before, DeviceContext.Current.Commands.Submissions);
        Assert.Equal(1000, x[63]);
        Assert.Equal(before + 1, DeviceContext.Current.Commands.Submissions);
    }

    [VulkanFact]
    public void IndependentOperations_NeedNoBarrier()
    {
        Tensor<float, Vulkan> one = Ones(64);
        List<Tensor<float, Vulkan>> results = [.. Enumerable.Range(0, 20).Select(_ => Tensor<float, Vulkan>.Empty(64))];
        Add(one, one).Dispose();
        Vulkan.Synchronize();
        DeviceContext.Current.Memory.Trim();
        ulong before = DeviceContext.Current.Commands.Barriers;
        List<Tensor<float, Vulkan>> sums = [.. results.Select(_ => Add(one, one))];
        Assert.InRange(DeviceContext.Current.Commands.Barriers - before, 0u, 1u);
        Assert.All(sums, sum => Assert.Equal(2, sum[0]));
        GC.KeepAlive(results);
    }

    [VulkanTheory]
    [InlineData(true)]
    [InlineData(false)]
    public void TenThousandOperations_TakeBoundedMemory(bool disposes)
    {
        const int length = 250_000;
        Tensor<float, Vulkan> x = Tensor<float, Vulkan>.Zeros(length), one = Ones(length);
        long most = 0;
        for (int i = 0; i < 10_000; i++)
        {
            Tensor<float, Vulkan> next = Add(x[..100], one[..100]);
            using Tensor<float, Vulkan> large = disposes ? Tensor<float, Vulkan>.Empty(length) : Tensor<float, Vulkan>.Empty(1);
            if (!disposes)
            {
                Tensor<float, Vulkan>.Empty(length);
            }

            x = next;
            most = Math.Max(most, Vulkan.MemoryTaken);
        }

        Assert.Equal(10_000, x[99]);
        Assert.InRange(most, length * 4, 1L << 30);
        Vulkan.TrimMemory();
    }

    [VulkanFact]
    public void DisposedMemory_IsReusedAndTrimmed()
    {
        Collect();
        long before = Vulkan.MemoryInUse;
        Tensor<byte, Vulkan> x = Tensor<byte, Vulkan>.Empty(100 << 20);
        Assert.InRange(Vulkan.MemoryInUse - before, 100 << 20, 126 << 20);
        x.Dispose();
        Assert.Equal(before, Vulkan.MemoryInUse);
        long taken = Vulkan.MemoryTaken;
        using Tensor<byte, Vulkan> y = Tensor<byte, Vulkan>.Empty(100 << 20);
        Assert.Equal(taken, Vulkan.MemoryTaken);
        y.Dispose();
        Vulkan.TrimMemory();
        Assert.True(Vulkan.MemoryTaken <= taken - (100 << 20));
    }

    [VulkanFact]
    public void UnreachableTensors_AreReclaimed()
    {
        Collect();
        long before = Vulkan.MemoryInUse;
        Drop();
        Collect();
        Assert.Equal(before, Vulkan.MemoryInUse);

        [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
        static void Drop()
        {
            for (int i = 0; i < 10; i++)
            {
                Tensor<float, Vulkan>.Zeros(1000 + i);
            }
        }
    }

    [VulkanFact]
    public void Terabyte_IsRefusedWithARemedy_AndHarmsNothing()
    {
        Tensor<float, Vulkan> kept = Ones(10);
        VulkanOutOfMemoryException refused = Assert.Throws<VulkanOutOfMemoryException>(() => Tensor<byte, Vulkan>.Empty(nint.CreateChecked(1L << 40)));
        Assert.Contains("1,099,511,627,776 bytes do not fit", refused.Message, StringComparison.Ordinal);
        Assert.Contains("Dispose tensors", refused.Message, StringComparison.Ordinal);
        Assert.Equal(2, Add(kept, kept)[9]);
    }

    [VulkanFact]
    public void MemoryBeyondTheLimit_IsRefused_AfterReclaimingWhatIsUnreachable()
    {
        Collect();
        Vulkan.TrimMemory();
        Tensor<float, Vulkan> kept = Ones(10);
        long taken = Vulkan.MemoryTaken;
        VulkanOptions.MemoryLimit = taken + (100L << 20);
        try
        {
            // Ten times what fits, each dropped: only what is reachable counts.
            for (int i = 0; i < 20; i++)
            {
                Tensor<byte, Vulkan>.Empty(48 << 20);
            }

            Collect();
            using Tensor<byte, Vulkan> first = Tensor<byte, Vulkan>.Empty(60 << 20);
            Assert.Throws<VulkanOutOfMemoryException>(() => Tensor<byte, Vulkan>.Empty(60 << 20));
            Assert.Equal(2, Add(kept, kept)[9]);
        }
        finally
        {
            VulkanOptions.MemoryLimit = null;
        }
    }

    private static Tensor<float, Vulkan> Ones(int length) => Enumerable.Repeat(1f, length).ToArray().AsTensor(length).To<Vulkan>();

    private static Tensor<float, Vulkan> Add(Tensor<float, Vulkan> x, Tensor<float, Vulkan> y)
    {
        Tensor<float, Vulkan> sum = Tensor<float, Vulkan>.Empty(x.Shape);
        ElementwisePrograms.Run<PrintedProgram<Sum>>(sum.Shape, [x, y], [sum]);
        return sum;
    }

    private static void Collect()
    {
        Vulkan.Synchronize();
        DeviceContext.Current.Memory.Collect();
    }
}
