using TypedTensors.Testing.Generation;

namespace TypedTensors.Generators.Tests;

/// <summary>A faulty kernel yields nothing, and does not keep others from being emitted.</summary>
public class FaultyKernelTests
{
    [Fact]
    public void FaultyKernel_YieldsNothing()
    {
        GeneratorRun run = GeneratorHarness.Run("""
            public static partial class Kernels
            {
                [Elementwise]
                public static float Good(float x) => x + 1;

                [Elementwise]
                public static float Bad(float x) => x + Random.Shared.NextSingle();
            }
            """);
        Assert.Equal(["Kernels.Good.g.cs"], run.Sources.Keys);
    }

    [Fact]
    public void ClassThatIsNotPartial_YieldsNothing() =>
        Assert.Empty(GeneratorHarness.Run("public static class Kernels { [Elementwise] public static float Same(float x) => x; }").Sources);
}
