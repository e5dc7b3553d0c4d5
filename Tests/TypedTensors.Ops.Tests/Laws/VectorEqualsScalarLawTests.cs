using TypedTensors.Testing.Catalog;
using TypedTensors.Testing.Laws;

namespace TypedTensors.Ops.Tests.Laws;

/// <summary>Lengths 0 to 257 at any alignment give what single elements give.</summary>
public class VectorEqualsScalarLawTests
{
    [Theory]
    [MemberData(nameof(BuiltIn.Cases), MemberType = typeof(BuiltIn))]
    public void Elements_DoNotDependOnTheirNeighbours(string operation, Dtype dtype) => VectorEqualsScalarLaw.Check<Cpu>(BuiltIn.Find(operation), dtype);
}
