using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using TypedTensors.Testing;
using TypedTensors.Testing.Analyzers;
using TypedTensors.Testing.Generation;

namespace TypedTensors.Analyzers.Tests.House;

/// <summary>The projects that make the rules, and these tests, cannot be built with them; they are held to them here. All others are analysed when they are built, where a warning is an error.</summary>
public class RepositoryTests
{
    static readonly string[] Names =
    [
        "Generators/TypedTensors.Compiler",
        "Generators/TypedTensors.Generators",
        "Analyzers/TypedTensors.Analyzers",
        "Analyzers/TypedTensors.CodeFixes",
        "Tests/TypedTensors.Analyzers.Tests",
    ];

    public static TheoryData<string> Projects => [.. Names];

    [Theory]
    [MemberData(nameof(Projects))]
    public async Task ProjectThatIsNotBuiltWithTheRules_HasNoWarning(string project)
    {
        CSharpCompilation compilation = RepositoryProject.Sources(project);
        Assert.True(compilation.SyntaxTrees.Length > 5, $"{project} has only {compilation.SyntaxTrees.Length} files.");
        Assert.Empty(await Warnings(compilation));
        Assert.NotEmpty(await Warnings(compilation.AddSyntaxTrees(CSharpSyntaxTree.ParseText("class Planted { double Square(int n) => n * n; }", SourceCompilation.ParseOptions, "Planted.cs"))));
    }

    // A file with an error is left alone, and would say nothing.
    [Theory]
    [MemberData(nameof(Projects))]
    public void ProjectThatIsNotBuiltWithTheRules_Compiles(string project) => Assert.Empty(RuleProject.Errors(RepositoryProject.Sources(project)));

    [Fact]
    public void EveryOtherProject_IsBuiltWithTheRules()
    {
        IEnumerable<string> untaken = Directory.EnumerateFiles(Repository.Root, "*.csproj", SearchOption.AllDirectories)
            .Where(file => File.ReadAllText(file).Contains("<TakesAnalyzers>false", StringComparison.Ordinal) || Path.GetRelativePath(Repository.Root, file).StartsWith("Generators", StringComparison.Ordinal) || Path.GetRelativePath(Repository.Root, file).StartsWith("Analyzers", StringComparison.Ordinal))
            .Select(file => Path.GetRelativePath(Repository.Root, Path.GetDirectoryName(file)!).Replace('\\', '/'));
        Assert.Equal(Names.Order(StringComparer.Ordinal), untaken.Order(StringComparer.Ordinal));
    }

    static async Task<IEnumerable<string>> Warnings(CSharpCompilation compilation)
    {
        ImmutableArray<Diagnostic> reports = await AnalyzerRun.Once(compilation, null, isConcurrent: true, AllRules.Analyzers);
        return reports.Where(report => report.Severity >= DiagnosticSeverity.Warning).Select(report => report.ToString());
    }
}
