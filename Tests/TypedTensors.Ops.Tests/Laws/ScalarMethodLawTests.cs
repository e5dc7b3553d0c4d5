using TypedTensors.Testing.Catalog;
using TypedTensors.Testing.Laws;

namespace TypedTensors.Ops.Tests.Laws;

/// <summary>Operations compute what the scalar methods compute that they are generated from.</summary>
public class ScalarMethodLawTests
{
    [Theory]
    [MemberData(nameof(BuiltIn.CasesButHalf), MemberType = typeof(BuiltIn))]
    public void Operation_IsTheScalarMethod(string operation, Dtype dtype) => ScalarMethodLaw.Check<Cpu>(BuiltIn.Find(operation), dtype);

    [Theory]
    [MemberData(nameof(BuiltIn.CasesButHalf), MemberType = typeof(BuiltIn))]
    public void Operation_IsTheScalarMethodAtSpecialValues(string operation, Dtype dtype) =>
        ScalarMethodLaw.CheckSpecial<Cpu>(BuiltIn.Find(operation), dtype);
}
