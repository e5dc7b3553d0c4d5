using TypedTensors.Ops.Tests;
using TypedTensors.Testing.Devices;

namespace TypedTensors.VulkanRuntime.Tests.Operations;

/// <summary>Matrix products on the device: the laws of the processor.</summary>
public class MatMulTests
{
    [VulkanFact]
    public void EveryDtype_MatchesTheNaiveProduct() => MatMulLaws<Vulkan>.EveryDtype();

    [VulkanFact]
    public void Vectors_LoseTheirAxis() => MatMulLaws<Vulkan>.Vectors();

    [VulkanFact]
    public void Matrices_MultiplyAsInNumPy() => MatMulLaws<Vulkan>.Literals();

    [VulkanFact]
    public void Batches_Broadcast() => MatMulLaws<Vulkan>.Batches();

    [VulkanFact]
    public void ViewsOfAllLayouts_MatchTheNaiveProduct() => MatMulLaws<Vulkan>.Views();

    [VulkanFact]
    public void LargerThanATile_MatchesTheNaiveProduct() => MatMulLaws<Vulkan>.LargerThanATile();

    [VulkanFact]
    public void RoundingErrors_AreWithinTheirBound() => MatMulLaws<Vulkan>.RoundingErrors();

    [VulkanFact]
    public void AnEmptyInnerAxis_GivesZeros() => MatMulLaws<Vulkan>.EmptyAxes();

    [VulkanFact]
    public void Integers_Wrap() => MatMulLaws<Vulkan>.WrappingIntegers();

    [VulkanFact]
    public void OfHalves_IsRoundedOnce() => MatMulLaws<Vulkan>.Halves();

    [VulkanFact]
    public void NaNAndInfinity_ReachEveryElementTheyCountIn() => MatMulLaws<Vulkan>.SpecialValues();

    [VulkanFact]
    public void Destinations_OfAnyLayout_AreWritten() => MatMulLaws<Vulkan>.Destinations();

    [VulkanFact]
    public void ShapesThatDoNotFit_AreRefused() => MatMulLaws<Vulkan>.Refusals();
}
