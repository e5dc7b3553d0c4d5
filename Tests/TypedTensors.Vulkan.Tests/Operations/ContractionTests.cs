using TypedTensors.Ops.Tests;
using TypedTensors.Testing.Devices;

namespace TypedTensors.VulkanRuntime.Tests.Operations;

/// <summary>Products along chosen axes on Vulkan.</summary>
public class ContractionTests
{
    [VulkanFact]
    public void Einsum_IsThatOfNumPy() => ContractionLaws<Vulkan>.Einsum();

    [VulkanFact]
    public void EinsumOfOneOperand_MakesItsOwnMemory() => ContractionLaws<Vulkan>.EinsumOfOne();

    [VulkanFact]
    public void FaultyEquations_AreExplained() => ContractionLaws<Vulkan>.EinsumRefusals();

    [VulkanFact]
    public void Vectors_MultiplyAsInNumPy() => ContractionLaws<Vulkan>.Vectors();

    [VulkanFact]
    public void Tensors_MultiplyAlongAxesAsInNumPy() => ContractionLaws<Vulkan>.Tensors();

    [VulkanFact]
    public void Traces_AreThoseOfNumPy() => ContractionLaws<Vulkan>.Traces();
}
