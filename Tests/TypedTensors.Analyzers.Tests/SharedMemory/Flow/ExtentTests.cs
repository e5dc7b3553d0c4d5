using TypedTensors.Analyzers.SharedMemory.Flow;

namespace TypedTensors.Analyzers.Tests.SharedMemory.Flow;

public class ExtentTests
{
    static Extent Between(int start, int end) => new(false, start, end, null);

    static Extent From(int start) => new(false, start, null, 0);

    [Theory]
    [InlineData(0, 2, 2, 4, true)]
    [InlineData(2, 4, 0, 2, true)]
    [InlineData(0, 3, 2, 4, false)]
    [InlineData(0, 4, 1, 2, false)]
    public void ConstantParts_AreApartWhereTheyHaveNoElementInCommon(int start, int end, int otherStart, int otherEnd, bool apart)
    {
        Assert.Equal(apart, Between(start, end).IsApartFrom(Between(otherStart, otherEnd)));
        Assert.Equal(!apart, Between(start, end).Meets(Between(otherStart, otherEnd)));
    }

    [Fact]
    public void Whole_MeetsEverything()
    {
        Assert.True(Extent.Whole.Meets(Extent.Part));
        Assert.True(Extent.At(3).Meets(Extent.Whole));
        Assert.False(Extent.Whole.IsApartFrom(Extent.At(3)));
    }

    // Of a part of which nothing is known it is certain neither that it meets another nor that it is apart from it.
    [Fact]
    public void UnknownPart_IsNeitherApartNorMet()
    {
        Assert.False(Extent.Part.Meets(Extent.At(0)));
        Assert.False(Extent.Part.IsApartFrom(Extent.At(0)));
        Assert.False(Extent.Part.IsShiftedFrom(Extent.At(0)));
    }

    [Fact]
    public void PartToTheEnd_ReachesWhateverBeginsBehindItsStart()
    {
        Assert.True(From(1).Meets(From(4)));
        Assert.True(From(1).Meets(Between(2, 3)));
        Assert.True(From(2).IsApartFrom(Between(0, 2)));
        Assert.True(From(1).IsShiftedFrom(From(0)));
        Assert.False(From(1).IsShiftedFrom(Between(1, 2)));
    }
}
