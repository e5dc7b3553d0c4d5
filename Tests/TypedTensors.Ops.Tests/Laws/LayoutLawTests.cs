using TypedTensors.Testing.Catalog;
using TypedTensors.Testing.Laws;

namespace TypedTensors.Ops.Tests.Laws;

/// <summary>Strided, reversed and transposed operands give what contiguous ones give.</summary>
public class LayoutLawTests
{
    [Theory]
    [MemberData(nameof(BuiltIn.Cases), MemberType = typeof(BuiltIn))]
    public void Layout_ChangesNothing(string operation, Dtype dtype) => LayoutLaw.Check<Cpu>(BuiltIn.Find(operation), dtype);
}
