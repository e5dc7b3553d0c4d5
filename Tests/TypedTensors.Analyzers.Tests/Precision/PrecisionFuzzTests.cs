using TypedTensors.Testing.Analyzers;
using TypedTensors.Analyzers.Tests.House;
using Xunit.Abstractions;

namespace TypedTensors.Analyzers.Tests.Precision;

/// <summary>The texts of all tests of the precision rules, damaged token by token, make no rule throw.</summary>
public class PrecisionFuzzTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Fuzz_NothingThrows()
    {
        Assert.True(Snippet.All.Count > 400, $"Only {Snippet.All.Count} texts were found.");
        int unknown = await TokenFuzz.Run(
            [.. Snippet.All.Select(snippet => snippet.File)], TokenFuzz.Count, seed: 11, [.. AllRules.Analyzers.Where(analyzer => analyzer.GetType().Namespace!.EndsWith("Precision", StringComparison.Ordinal))]);
        output.WriteLine($"{TokenFuzz.Count} damaged texts, on {unknown} of which the compiler itself throws or never ends");
        Assert.InRange(unknown, 0, TokenFuzz.Count / 100);
    }
}
