using Xunit.Abstractions;

namespace TypedTensors.Ops.Tests.Conformance;

/// <summary>NumPy's points on the processor.</summary>
public class CpuUmathTests(ITestOutputHelper output) : UmathTests<Cpu>(output);
