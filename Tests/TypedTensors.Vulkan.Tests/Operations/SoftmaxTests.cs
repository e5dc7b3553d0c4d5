using TypedTensors.Ops.Tests;
using TypedTensors.Testing.Devices;

namespace TypedTensors.VulkanRuntime.Tests.Operations;

/// <summary>The softmax on the device: the laws of the processor.</summary>
public class SoftmaxTests
{
    [VulkanFact]
    public void Literals_ArePyTorchs() => SoftmaxLaws<Vulkan>.Literals();

    [VulkanFact]
    public void Logarithms_ArePyTorchs() => SoftmaxLaws<Vulkan>.Logarithms();

    [VulkanFact]
    public void EveryLayoutAndAxis_IsTheNaiveSoftmax() => SoftmaxLaws<Vulkan>.EveryLayout();

    [VulkanFact]
    public void LongRows_AreWithinTheirBound() => SoftmaxLaws<Vulkan>.LongRows();

    [VulkanFact]
    public void ExtremeValues_DoNotOverflow() => SoftmaxLaws<Vulkan>.ExtremeValues();

    [VulkanFact]
    public void RowsWithNaNOrInfinity_AreNaN() => SoftmaxLaws<Vulkan>.SpecialValues();

    [VulkanFact]
    public void Empties_AndAxesOutOfRange() => SoftmaxLaws<Vulkan>.EmptyAndRefused();
}
