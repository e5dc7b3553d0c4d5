using TypedTensors.Dispatch;
using TypedTensors.Testing.Devices;

namespace TypedTensors.VulkanRuntime.Tests.Reductions;

/// <summary>Reductions that take several passes, or several dispatches because the device reaches little at once.</summary>
public class ReductionDispatchTests
{
    [VulkanTheory]
    [InlineData(1 << 24)]
    [InlineData((1 << 24) - 1)]
    [InlineData(100_003)]
    public void WholeNumbersInAnyOrder_SumExactly(int length)
    {
        // 0, ..., 6 repeated: all partial sums are whole, and in double exact.
        Tensor<double, Vulkan> x = Tensor<float, Vulkan>.Arange(0, length).Remainder(7f).Cast<double>();
        double expected = (21.0 * (length / 7)) + Enumerable.Range(0, length % 7).Sum();
        Assert.Equal([expected], x.Sum().ToArray());
        Assert.Equal([expected], x.Flip().Sum().ToArray());
    }

    [VulkanTheory]
    [InlineData(16384)]
    [InlineData(4096)]
    [InlineData(1024)]
    public void SmallBindings_ChangeNothing(int largestBinding)
    {
        DeviceContext context = DeviceContext.Current;
        DispatchLimits limits = context.DispatchLimits;
        Tensor<int, Vulkan> x = Tensor<int, Vulkan>.Arange(60 * 37 * 11).Reshape(60, 37, 11);
        Tensor<int, Cpu> host = x.To<Cpu>();
        context.DispatchLimits = limits with { LargestBinding = largestBinding, LargestGroupCount = 3 };
        try
        {
            foreach (int[] axes in (int[][])[[0], [1], [2], [0, 1], [0, 2], [1, 2], [0, 1, 2]])
            {
                Check(axes, x, host);
                Check(axes, x.Transpose(), host.Transpose());
                Check(axes, x.Flip(0, 2), host.Flip(0, 2));
                Check(axes, x[new Slice(start: 50, step: -3), .., 2..9], host[new Slice(start: 50, step: -3), .., 2..9]);
            }
        }
        finally
        {
            context.DispatchLimits = limits;
        }
    }

    [VulkanFact]
    public void TwoRuns_GiveTheSameBits()
    {
        Tensor<float, Vulkan> x = Tensor<float, Vulkan>.Arange(0, 3_000_000).Sin();
        float[] first = x.Sum().ToArray(), rows = x.Reshape(3, 1_000_000).Var(1).ToArray();
        for (int round = 0; round < 5; round++)
        {
            Assert.Equal(first, x.Sum().ToArray());
            Assert.Equal(rows, x.Reshape(3, 1_000_000).Var(1).ToArray());
        }
    }

    [VulkanFact]
    public void AxesOfEveryStride_FitTheConstants()
    {
        // Eight axes of which none continues its neighbour; every other one is reduced.
        Tensor<int, Vulkan> x = Tensor<int, Vulkan>.Arange(6561).Reshape(3, 3, 3, 3, 3, 3, 3, 3);
        Tensor<int, Vulkan> strided = x[.., ..2, .., ..2, .., ..2, .., ..2];
        Tensor<int, Cpu> host = strided.To<Cpu>();
        Check([0, 2, 4, 6], strided, host);
        Check([1, 3, 5, 7], strided, host);
        Check([7], strided, host);
        Check([0], strided.Flip(), host.Flip());
        Assert.Equal(host.Var([1, 3, 5], correction: 1).ToArray(), strided.Var([1, 3, 5], correction: 1).ToArray().Select(value => value), Close);
    }

    private static bool Close(double expected, double actual) => Math.Abs(expected - actual) <= 1e-12 * Math.Abs(expected);

    private static void Check(int[] axes, Tensor<int, Vulkan> x, Tensor<int, Cpu> host)
    {
        Assert.Equal(host.Sum(axes).ToArray(), x.Sum(axes).ToArray());
        Assert.Equal(host.ArgMax(axes).ToArray(), x.ArgMax(axes).ToArray());
        Assert.Equal(host.Min(axes).ToArray(), x.Min(axes).ToArray());
    }
}
