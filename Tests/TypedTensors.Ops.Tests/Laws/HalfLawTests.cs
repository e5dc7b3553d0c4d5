using TypedTensors.Testing.Catalog;
using TypedTensors.Testing.Laws;

namespace TypedTensors.Ops.Tests.Laws;

/// <summary>Half is computed in float and rounded once.</summary>
public class HalfLawTests
{
    [Theory]
    [MemberData(nameof(BuiltIn.OnHalf), MemberType = typeof(BuiltIn))]
    public void Half_IsFloatRoundedOnce(string operation) => HalfLaw.Check<Cpu>(BuiltIn.Find(operation));
}
