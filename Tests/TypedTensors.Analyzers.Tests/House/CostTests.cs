using Microsoft.CodeAnalysis;
using TypedTensors.Testing.Analyzers;
using Xunit.Abstractions;

namespace TypedTensors.Analyzers.Tests.House;

/// <summary>All rules together cost a small part of what the compiler takes, on the repository's largest project.</summary>
public class CostTests(ITestOutputHelper output)
{
    [Fact]
    public async Task AllRules_TakeASmallPartOfTheCompilersTime()
    {
        (Compilation complete, _) = RepositoryProject.Complete(RepositoryProject.Operations());
        AnalyzerCost cost = await AnalyzerCost.Measure(complete, [.. AllRules.Analyzers]);
        output.WriteLine($"compiler {cost.Compiler.TotalMilliseconds:F0} ms, analyzers {cost.Analyzers.TotalMilliseconds:F0} ms, ratio {cost.Ratio:F3}");
        Assert.InRange(cost.Ratio, 0, 0.25);
    }

    [Fact]
    public async Task PrecisionRules_TakeLessThanATenthOfTheCompilersTime()
    {
        (Compilation complete, _) = RepositoryProject.Complete(RepositoryProject.Operations());
        AnalyzerCost cost = await AnalyzerCost.Measure(complete, [.. AllRules.Analyzers.Where(analyzer => analyzer.SupportedDiagnostics[0].Id.StartsWith("TT1", StringComparison.Ordinal))]);
        output.WriteLine($"compiler {cost.Compiler.TotalMilliseconds:F0} ms, precision rules {cost.Analyzers.TotalMilliseconds:F0} ms, ratio {cost.Ratio:F3}");
        Assert.InRange(cost.Ratio, 0, 0.10);
    }
}
