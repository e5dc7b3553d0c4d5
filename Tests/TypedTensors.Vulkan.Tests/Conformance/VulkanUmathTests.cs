using TypedTensors.Ops.Tests.Conformance;
using Xunit.Abstractions;

namespace TypedTensors.VulkanRuntime.Tests.Conformance;

/// <summary>NumPy's points on the device.</summary>
public class VulkanUmathTests(ITestOutputHelper output) : UmathTests<Vulkan>(output);
