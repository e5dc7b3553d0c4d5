using TypedTensors.Testing.Catalog;
using TypedTensors.Testing.Laws;

namespace TypedTensors.Ops.Tests.Laws;

/// <summary>One thread and several give the same bits.</summary>
public class ThreadLawTests
{
    [Theory]
    [MemberData(nameof(BuiltIn.Cases), MemberType = typeof(BuiltIn))]
    public void ThreadCount_ChangesNothing(string operation, Dtype dtype) => ThreadLaw.Check(BuiltIn.Find(operation), dtype);
}
