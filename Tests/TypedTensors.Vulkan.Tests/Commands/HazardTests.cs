using TypedTensors.Testing.Devices;

namespace TypedTensors.VulkanRuntime.Tests.Commands;

/// <summary>Commands that could meet in memory are ordered. The layer says where one is not, if it is asked to watch; without it these tests check results alone.</summary>
public class HazardTests
{
    /// <summary>What the tensor was used for whose memory the results are given.</summary>
    public enum Use
    {
        CopiedTo,
        CopiedFrom,
        Written,
        Read,
    }

    [VulkanTheory]
    [InlineData(Use.CopiedTo)]
    [InlineData(Use.CopiedFrom)]
    [InlineData(Use.Written)]
    [InlineData(Use.Read)]
    public void ReductionInTwoPasses_LeavesMemoryInUseAlone(Use use)
    {
        const int length = 1 << 20;
        Tensor<float, Vulkan> large = Tensor<float, Vulkan>.Ones(length), small = Tensor<float, Vulkan>.Ones(1);
        Vulkan.Synchronize();
        DeviceContext.Current.Memory.Trim();
        Tensor<float, Vulkan> other = Tensor<float, Vulkan>.Empty(1), used = Tensor<float, Vulkan>.Empty(1);
        switch (use)
        {
            case Use.CopiedTo: used.CopyFrom(small); break;
            case Use.CopiedFrom: other.CopyFrom(used); break;
            case Use.Written: small.Exp(destination: used); break;
            default: used.Exp(destination: other); break;
        }

        Block freed = ((VulkanStorage)used.Storage).Block;
        used.Dispose();
        AssertSilent(() =>
        {
            Tensor<float, Vulkan> sum = large.Sum();
            Assert.Same(freed, ((VulkanStorage)sum.Storage).Block);
            Assert.Equal([length], sum.ToArray());
        });
    }

    [VulkanFact]
    public void OperationInPieces_IsOrderedByWhatIsBound()
    {
        // Three axes of which none continues the next, and two scalars of eight bytes: more than the constants describe at once. The first piece ends between words.
        Tensor<double, Vulkan> x = Tensor<double, Vulkan>.Ones(3, 5, 2 * 19)[.., .., new Slice(step: 2)];
        Tensor<double, Vulkan> y = Tensor<double, Vulkan>.Ones(19, 5, 3).Transpose();
        AssertSilent(() => Assert.DoesNotContain(false, x.IsClose(y, relative: 0, absolute: 0.5).ToArray()));
    }

    [VulkanFact]
    public void OperationInPlaceInPieces_IsOrderedByWhatIsBound()
    {
        // Cut along the innermost axis, so that the pieces lie in one another.
        Tensor<double, Vulkan> x = Tensor<double, Vulkan>.Ones(8, 6, 4, 3)[..7, ..5, ..3, ..2];
        AssertSilent(() =>
        {
            x.Clamp(2, 3, destination: x);
            Assert.All(x.ToArray(), element => Assert.Equal(2, element));
        });
    }

    private static void AssertSilent(Action action)
    {
        int before = ValidationMessages.All.Count;
        action();
        Assert.True(ValidationMessages.All.Count == before, string.Join('\n', ValidationMessages.All.Skip(before)));
    }
}
