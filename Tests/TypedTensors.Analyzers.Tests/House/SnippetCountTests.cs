using Xunit.Abstractions;

namespace TypedTensors.Analyzers.Tests.House;

/// <summary>Every precision rule has a dozen texts that it reports, and as many that it must not.</summary>
public class SnippetCountTests(ITestOutputHelper output)
{
    const int Least = 12;

    public static TheoryData<string> Rules =>
        [.. AllRules.Analyzers.Select(analyzer => analyzer.GetType()).Where(type => type.Namespace!.EndsWith(".Precision", StringComparison.Ordinal)).Select(type => type.Name[..^"Analyzer".Length])];

    [Theory]
    [MemberData(nameof(Rules))]
    public void Rule_HasEnoughTexts(string rule)
    {
        string id = AllRules.Analyzers.Single(analyzer => analyzer.GetType().Name == rule + "Analyzer").SupportedDiagnostics[0].Id;
        Snippet[] texts = [.. Snippet.All.Where(snippet => snippet.Tests.Name == rule + "Tests")];
        int reported = texts.Count(snippet => snippet.Marks > 0), silent = texts.Count(snippet => snippet.Marks == 0);
        output.WriteLine($"{id} {rule}: {reported} texts are reported, {silent} are silent");
        Assert.InRange(reported, Least, int.MaxValue);
        Assert.InRange(silent, Least, int.MaxValue);
    }
}
