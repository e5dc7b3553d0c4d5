using TypedTensors.Ops.Tests;
using TypedTensors.Testing.Devices;

namespace TypedTensors.VulkanRuntime.Tests.Operations;

/// <summary>Running totals on the device: the laws of the processor.</summary>
public class ScanTests
{
    [VulkanFact]
    public void Literals_AreNumpys() => ScanLaws<Vulkan>.Literals();

    [VulkanFact]
    public void Integers_AccumulateInSixtyFourBits() => ScanLaws<Vulkan>.Integers();

    [VulkanFact]
    public void LongRows_AreNumpys() => ScanLaws<Vulkan>.LongRows();

    [VulkanFact]
    public void TotalsOfTotals_ReachTheEnd() => ScanLaws<Vulkan>.TotalsOfTotals();

    [VulkanFact]
    public void EveryLayoutAndAxis_IsTheSumOfItsBeginning() => ScanLaws<Vulkan>.EveryLayout();

    [VulkanFact]
    public void RoundingErrors_AreWithinTheirBound() => ScanLaws<Vulkan>.RoundingErrors();

    [VulkanFact]
    public void NaN_Stays() => ScanLaws<Vulkan>.SpecialValues();

    [VulkanFact]
    public void Halves_AccumulateInSingle() => ScanLaws<Vulkan>.Halves();

    [VulkanFact]
    public void Empties_AndAxesOutOfRange() => ScanLaws<Vulkan>.EmptyAndRefused();
}
