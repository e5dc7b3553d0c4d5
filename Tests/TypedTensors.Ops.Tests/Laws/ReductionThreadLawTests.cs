using TypedTensors.Testing.Catalog;
using TypedTensors.Testing.Laws;

namespace TypedTensors.Ops.Tests.Laws;

/// <summary>One thread and several reduce to the same bits.</summary>
public class ReductionThreadLawTests
{
    [Theory]
    [MemberData(nameof(BuiltIn.ReductionCases), MemberType = typeof(BuiltIn))]
    public void ThreadCount_ChangesNothing(string id, Dtype dtype)
    {
        ReductionOperation operation = BuiltIn.Reductions.Single(reduction => reduction.Id == id);
        int threads = Cpu.ThreadCount;
        try
        {
            Cpu.ThreadCount = 1;
            ulong expected = ReductionDigest.Of(operation, dtype);
            Cpu.ThreadCount = 4;
            Assert.Equal(expected, ReductionDigest.Of(operation, dtype));
        }
        finally
        {
            Cpu.ThreadCount = threads;
        }
    }
}
