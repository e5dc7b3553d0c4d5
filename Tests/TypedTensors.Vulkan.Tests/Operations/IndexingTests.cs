using TypedTensors.Ops.Tests;
using TypedTensors.Testing.Devices;

namespace TypedTensors.VulkanRuntime.Tests.Operations;

/// <summary>Indices that are tensors, on the device: the laws of the processor.</summary>
public class IndexingTests
{
    [VulkanFact]
    public void TakeAlongAxis_IsNumpys() => IndexingLaws<Vulkan>.TakeAlongAxis();

    [VulkanFact]
    public void Take_IsNumpys() => IndexingLaws<Vulkan>.Take();

    [VulkanFact]
    public void Scatter_KeepsTheLastOfSeveral() => IndexingLaws<Vulkan>.Scatter();

    [VulkanFact]
    public void ScatterAdd_AddsAllInOrder() => IndexingLaws<Vulkan>.ScatterAdd();

    [VulkanFact]
    public void EveryDtype_MovesUnchanged() => IndexingLaws<Vulkan>.EveryDtype();

    [VulkanFact]
    public void EveryLayoutAndAxis_IsTheNaiveGather() => IndexingLaws<Vulkan>.EveryLayout();

    [VulkanFact]
    public void Empties_GiveEmpties() => IndexingLaws<Vulkan>.Empties();

    [VulkanFact]
    public void ShapesThatDoNotFit_AreRefused() => IndexingLaws<Vulkan>.Refusals();

    [VulkanFact]
    public void AnIndexOutside_ReadsTheNearestElement_AndWritesNothing()
    {
        Tensor<int, Vulkan> x = new[] { 1, 2, 3, 4, 5, 6 }.AsTensor(2, 3).To<Vulkan>(), indices = new[] { 7, -4 }.AsTensor(2, 1).To<Vulkan>();
        Assert.Equal([3, 4], x.TakeAlongAxis(indices, 1).ToArray());
        Assert.Equal([4, 5, 6], x.Take(new[] { 1L << 32 }.AsTensor().To<Vulkan>(), 0).ToArray());
        Assert.Equal([1, 2, 3, 4, 5, 6], x.ScatterAdd(indices, indices, 1).ToArray());
        Assert.Equal([1, 2, 3, 4, 5, 6], x.Scatter(indices, indices, 1).ToArray());
    }
}
