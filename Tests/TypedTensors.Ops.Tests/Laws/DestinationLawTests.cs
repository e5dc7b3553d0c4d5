using TypedTensors.Testing.Catalog;
using TypedTensors.Testing.Laws;

namespace TypedTensors.Ops.Tests.Laws;

/// <summary>Given destinations and the methods in place give what allocated results hold.</summary>
public class DestinationLawTests
{
    [Theory]
    [MemberData(nameof(BuiltIn.Cases), MemberType = typeof(BuiltIn))]
    public void Destination_ChangesNothing(string operation, Dtype dtype) => DestinationLaw.Check<Cpu>(BuiltIn.Find(operation), dtype);
}
