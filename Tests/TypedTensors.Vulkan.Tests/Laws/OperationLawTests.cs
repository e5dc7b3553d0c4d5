using TypedTensors.Testing.Catalog;
using TypedTensors.Testing.Devices;
using TypedTensors.Testing.Laws;

namespace TypedTensors.VulkanRuntime.Tests.Laws;

/// <summary>The laws of the operations, as they hold on the processor, on the device: every operation with every dtype.</summary>
public class OperationLawTests
{
    [VulkanTheory]
    [MemberData(nameof(BuiltIn.Cases), MemberType = typeof(BuiltIn))]
    public void Bits_AreTheProcessors(string operation, Dtype dtype) => ProcessorLaw.Check<Vulkan>(BuiltIn.Find(operation), dtype);

    [VulkanTheory]
    [MemberData(nameof(BuiltIn.CasesButHalf), MemberType = typeof(BuiltIn))]
    public void Operation_IsTheScalarMethod(string operation, Dtype dtype) => ScalarMethodLaw.Check<Vulkan>(BuiltIn.Find(operation), dtype);

    [VulkanTheory]
    [MemberData(nameof(BuiltIn.CasesButHalf), MemberType = typeof(BuiltIn))]
    public void Operation_IsTheScalarMethodAtSpecialValues(string operation, Dtype dtype) => ScalarMethodLaw.CheckSpecial<Vulkan>(BuiltIn.Find(operation), dtype);

    [VulkanTheory]
    [MemberData(nameof(BuiltIn.OnHalf), MemberType = typeof(BuiltIn))]
    public void Half_IsFloatRoundedOnce(string operation) => HalfLaw.Check<Vulkan>(BuiltIn.Find(operation));

    [VulkanTheory]
    [MemberData(nameof(BuiltIn.Cases), MemberType = typeof(BuiltIn))]
    public void Elements_DoNotDependOnTheirNeighbours(string operation, Dtype dtype) => VectorEqualsScalarLaw.Check<Vulkan>(BuiltIn.Find(operation), dtype);

    [VulkanTheory]
    [MemberData(nameof(BuiltIn.Cases), MemberType = typeof(BuiltIn))]
    public void Layout_ChangesNothing(string operation, Dtype dtype) => LayoutLaw.Check<Vulkan>(BuiltIn.Find(operation), dtype);

    [VulkanTheory]
    [MemberData(nameof(BuiltIn.Cases), MemberType = typeof(BuiltIn))]
    public void Broadcast_IsTheStretchedClone(string operation, Dtype dtype) => BroadcastLaw.Check<Vulkan>(BuiltIn.Find(operation), dtype);

    [VulkanTheory]
    [MemberData(nameof(BuiltIn.Cases), MemberType = typeof(BuiltIn))]
    public void Destination_ChangesNothing(string operation, Dtype dtype) => DestinationLaw.Check<Vulkan>(BuiltIn.Find(operation), dtype);

    [VulkanTheory]
    [MemberData(nameof(BuiltIn.Cases), MemberType = typeof(BuiltIn))]
    public void Overlap_IsAsIfCopiedFirst(string operation, Dtype dtype) => OverlapLaw.Check<Vulkan>(BuiltIn.Find(operation), dtype);

    [VulkanTheory]
    [MemberData(nameof(BuiltIn.Cases), MemberType = typeof(BuiltIn))]
    public void RefusedDestination_IsNotWritten(string operation, Dtype dtype) => RefusalLaw.Check<Vulkan>(BuiltIn.Find(operation), dtype);
}
