using TypedTensors.Testing.Catalog;
using TypedTensors.Testing.Laws;

namespace TypedTensors.Ops.Tests.Laws;

/// <summary>Operands that overlap the destination count as copied first.</summary>
public class OverlapLawTests
{
    [Theory]
    [MemberData(nameof(BuiltIn.Cases), MemberType = typeof(BuiltIn))]
    public void Overlap_IsAsIfCopiedFirst(string operation, Dtype dtype) => OverlapLaw.Check<Cpu>(BuiltIn.Find(operation), dtype);
}
