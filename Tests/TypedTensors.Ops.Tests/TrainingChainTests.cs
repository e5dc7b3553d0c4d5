namespace TypedTensors.Ops.Tests;

/// <summary>What a thousand steps of a network take from the collector.</summary>
public sealed class TrainingChainTests
{
    /// <summary>In a process of its own, where no test runner allocates beside it.</summary>
    /// <remarks>A block of the pool comes with an object that holds it, so that where nothing is allocated none of those is taken either.</remarks>
    [Theory]
    [InlineData("1")]
    [InlineData("2")]
    public async Task StepsIntoDestinations_AllocateNothing(string threads)
    {
        string[] rounds = await OwnProcess.Lines([nameof(TrainingChain), threads]);
        Assert.Equal(["0 0", "0 0", "0 0"], rounds[^3..]);
    }

    [Fact]
    public void StepsThatDropTheirResults_StayWithinBounds()
    {
        // Five results of 256 KB a step: 1.3 GB in all.
        var chain = new TrainingChain();
        long start = GC.GetTotalMemory(forceFullCollection: true), most = 0;
        for (int step = 0; step < TrainingChain.Steps; step++)
        {
            chain.Step();
            most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: false) - start);
        }

        Assert.InRange(most, 1, 256L << 20);
    }

    [Fact]
    public void BothWays_GiveTheSame()
    {
        var chain = new TrainingChain();
        Assert.Equal(chain.Step().ToArray(), chain.IntoDestinations().ToArray());
    }
}
