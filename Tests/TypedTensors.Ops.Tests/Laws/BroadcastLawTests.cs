using TypedTensors.Testing.Catalog;
using TypedTensors.Testing.Laws;

namespace TypedTensors.Ops.Tests.Laws;

/// <summary>Broadcast operands and scalars give what their stretched clones give.</summary>
public class BroadcastLawTests
{
    [Theory]
    [MemberData(nameof(BuiltIn.Cases), MemberType = typeof(BuiltIn))]
    public void Broadcast_IsTheStretchedClone(string operation, Dtype dtype) => BroadcastLaw.Check<Cpu>(BuiltIn.Find(operation), dtype);
}
