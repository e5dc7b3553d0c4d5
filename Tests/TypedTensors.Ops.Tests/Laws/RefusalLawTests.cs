using TypedTensors.Testing.Catalog;
using TypedTensors.Testing.Laws;

namespace TypedTensors.Ops.Tests.Laws;

/// <summary>Read-only and misshapen destinations are refused before anything is written.</summary>
public class RefusalLawTests
{
    [Theory]
    [MemberData(nameof(BuiltIn.Cases), MemberType = typeof(BuiltIn))]
    public void RefusedDestination_IsNotWritten(string operation, Dtype dtype) => RefusalLaw.Check<Cpu>(BuiltIn.Find(operation), dtype);
}
