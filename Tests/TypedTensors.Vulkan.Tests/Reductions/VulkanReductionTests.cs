using TypedTensors.Ops.Tests;

namespace TypedTensors.VulkanRuntime.Tests.Reductions;

/// <summary>The tests of sums, on the device.</summary>
public class VulkanSumTests : SumTests<Vulkan>;

/// <summary>The tests of means, on the device.</summary>
public class VulkanMeanTests : MeanTests<Vulkan>;

/// <summary>The tests of variances, on the device.</summary>
public class VulkanMomentTests : MomentTests<Vulkan>;

/// <summary>The tests of Any, All and CountNonZero, on the device.</summary>
public class VulkanZeroTests : ZeroTests<Vulkan>;

/// <summary>The tests of extremes, on the device.</summary>
public class VulkanExtremeTests : ExtremeTests<Vulkan>;

/// <summary>The tests of products and norms, on the device.</summary>
public class VulkanProductTests : ProductTests<Vulkan>;

/// <summary>The tests of reductions into tensors that exist, on the device.</summary>
public class VulkanReductionDestinationTests : ReductionDestinationTests<Vulkan>;
