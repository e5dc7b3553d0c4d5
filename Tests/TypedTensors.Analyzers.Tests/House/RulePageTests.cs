using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedTensors.Testing.Analyzers;

namespace TypedTensors.Analyzers.Tests.House;

/// <summary>Every rule has an analyzer, a page that its help link points to, and examples that behave as the page says.</summary>
public class RulePageTests
{
    // Rules about what does not compile have a first example that does not.
    static readonly string[] RulesOfErrors = ["TT5001"];

    public static TheoryData<string> Ids => [.. AllRules.Descriptors.Select(descriptor => descriptor.Id)];

    [Fact]
    public void EveryDescriptor_BelongsToOneAnalyzer() => Assert.Equal(
        AllRules.Descriptors.Select(descriptor => descriptor.Id).Order(StringComparer.Ordinal),
        AllRules.Analyzers.SelectMany(analyzer => analyzer.SupportedDiagnostics).Select(descriptor => descriptor.Id).Order(StringComparer.Ordinal));

    [Fact]
    public void EveryPage_BelongsToARule() => Assert.Equal(
        AllRules.Descriptors.Select(descriptor => descriptor.Id + ".md").Order(StringComparer.Ordinal),
        Directory.EnumerateFiles(RulePage.Folder, "*.md").Select(Path.GetFileName).Where(name => name != "README.md").Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Ids))]
    public void HelpLink_PointsToThePage(string id)
    {
        DiagnosticDescriptor rule = AllRules.Descriptors.Single(descriptor => descriptor.Id == id);
        Assert.EndsWith($"/Analyzers/Rules/{id}.md", rule.HelpLinkUri, StringComparison.Ordinal);
        Assert.Equal(rule.Title.ToString(), RulePage.Read(id).Title);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task FirstExample_IsReportedWhereItSays(string id)
    {
        string example = RulePage.Read(id).Reported;
        Assert.NotEmpty(RulePage.Announced(example, id));
        Assert.Equal(RulePage.Announced(example, id), await Lines(example, id, compiles: !RulesOfErrors.Contains(id)));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task SecondExample_IsSilent(string id) => Assert.Empty(await Lines(RulePage.Read(id).NotReported, id, compiles: true));

    static async Task<IEnumerable<int>> Lines(string example, string id, bool compiles)
    {
        // A rule that is off by default is asked for where its own page is tried.
        string? asked = AllRules.Descriptors.Single(descriptor => descriptor.Id == id).IsEnabledByDefault ? null : $"dotnet_diagnostic.{id}.severity = warning";
        Project project = RulePage.Read(id).IsOfFiles
            ? RuleProject.Create([""], asked).AddAdditionalDocument("Acme.sharing.txt", example, filePath: "/Acme.sharing.txt").Project
            : RuleProject.Create([example], asked);
        Compilation compilation = (await project.GetCompilationAsync())!;
        Assert.Equal(compiles, !RuleProject.Errors(compilation).Any());
        ImmutableArray<Diagnostic> reports = await AnalyzerRun.Reports(compilation, project.AnalyzerOptions, AllRules.Analyzers);
        Assert.All(reports, report => Assert.Equal(id, report.Id));
        return reports.Select(report => report.Location.GetLineSpan().StartLinePosition.Line);
    }
}
