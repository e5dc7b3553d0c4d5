using Microsoft.CodeAnalysis.Diagnostics;
using TypedTensors.Testing.Analyzers;
using Xunit.Abstractions;

namespace TypedTensors.Analyzers.Tests.House;

/// <summary>The rules cost a small part of what the compiler takes, on the repository's largest project.</summary>
[Trait("Category", "Cost")]
[Collection(nameof(CostTests))]
public class CostTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Rules_TakeASmallPartOfTheCompilersTime()
    {
        AnalyzerCost cost = await AnalyzerCost.Measure(RepositoryProject.Operations.Complete, [.. AllRules.Analyzers]);
        double all = Print("all rules", cost, _ => true), precision = Print("precision rules", cost, analyzer => Speaks(analyzer, "TT1")), sharing = Print("shared-memory rules", cost, analyzer => Speaks(analyzer, "TT2"));
        Assert.InRange(all, 0, 0.25);
        Assert.InRange(precision, 0, 0.10);
        Assert.InRange(sharing, 0, 0.15);
    }

    static bool Speaks(DiagnosticAnalyzer analyzer, string family) => analyzer.SupportedDiagnostics[0].Id.StartsWith(family, StringComparison.Ordinal);

    double Print(string rules, AnalyzerCost cost, Func<DiagnosticAnalyzer, bool> chosen)
    {
        TimeSpan spent = TimeSpan.FromTicks(cost.Analyzers.Where(pair => chosen(pair.Key)).Sum(pair => pair.Value.Ticks));
        output.WriteLine($"compiler {cost.Compiler.TotalMilliseconds:F0} ms, {rules} {spent.TotalMilliseconds:F0} ms, ratio {spent / cost.Compiler:F3}");
        return spent / cost.Compiler;
    }
}
