using TypedTensors.Analyzers.SharedMemory.Flow;

namespace TypedTensors.Analyzers.Tests.SharedMemory.Flow;

public class BitsTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(63)]
    [InlineData(64)]
    [InlineData(127)]
    [InlineData(128)]
    [InlineData(191)]
    [InlineData(192)]
    [InlineData(255)]
    public void SingleNumber_IsTheOnlyOne(int number)
    {
        Bits one = Bits.Of(number);
        Assert.Equal([number], one.Numbers());
        Assert.All(Enumerable.Range(0, Bits.Capacity), other => Assert.Equal(other == number, one.Contains(other)));
        Assert.True(one.Except(one).IsEmpty);
        Assert.True(default(Bits).IsEmpty);
        Assert.True(Bits.All.Contains(number));
    }

    [Fact]
    public void RandomSets_BehaveAsHashSets()
    {
        var random = new Random(7);
        for (int round = 0; round < 200; round++)
        {
            SortedSet<int> left = Numbers(random), right = Numbers(random);
            Bits a = Of(left), b = Of(right);
            Assert.Equal(left, a.Numbers());
            Assert.Equal(left.Union(right).Order(), (a | b).Numbers());
            Assert.Equal(left.Intersect(right).Order(), (a & b).Numbers());
            Assert.Equal(left.Except(right).Order(), a.Except(b).Numbers());
            Assert.Equal(left.SetEquals(right), a == b);
        }
    }

    static SortedSet<int> Numbers(Random random) => [.. Enumerable.Range(0, random.Next(20)).Select(_ => random.Next(Bits.Capacity))];

    static Bits Of(IEnumerable<int> numbers) => numbers.Aggregate(default(Bits), (all, number) => all | Bits.Of(number));
}
