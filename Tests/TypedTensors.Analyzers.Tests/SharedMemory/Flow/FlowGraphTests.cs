using TypedTensors.Analyzers.SharedMemory.Flow;

namespace TypedTensors.Analyzers.Tests.SharedMemory.Flow;

public class FlowGraphTests
{
    static readonly Dictionary<string, Step> Steps = new() { ["A"] = new ForgetStep(FlowBody.Syntax), ["B"] = new ForgetStep(FlowBody.Syntax), ["C1"] = new ForgetStep(FlowBody.Syntax) };

    [Theory]
    [InlineData("A(); B();", 1)]
    [InlineData("if (flag) { A(); } B();", 1)]
    [InlineData("try { A(); } finally { B(); } C1();", 2)]
    [InlineData("try { if (flag) { return; } A(); } finally { B(); } C1();", 3)]
    [InlineData("try { try { A(); } finally { B(); } } finally { C1(); }", 2)]
    public void FinallyBlock_IsThereOnceForEachWay(string text, int places) => Assert.Equal(places, FlowBody.Of(text, Steps).Places("B").Count());

    [Fact]
    public void ExceptionalWay_EndsInTheFinallyBlock()
    {
        FlowBody body = FlowBody.Of("try { A(); } finally { B(); } C1();", Steps);
        Place after = body.Places("C1").Single();
        Assert.Single(body.Places("B"), place => Leads(place, after));
        Assert.Single(body.Places("A").Single().Handlers);
    }

    [Fact]
    public void Loop_LeadsBack()
    {
        Place place = FlowBody.Of("while (flag) { A(); } B();", Steps).Places("A").Single();
        Assert.True(place.Next.Exists(next => Leads(next.Place, place)));
    }

    static bool Leads(Place from, Place to)
    {
        HashSet<Place> seen = [];
        bool Reaches(Place place) => place == to || (seen.Add(place) && place.Next.Exists(next => Reaches(next.Place)));
        return Reaches(from);
    }
}
