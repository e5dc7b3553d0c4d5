using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using TypedTensors.Testing.Analyzers;

namespace TypedTensors.Analyzers.Tests.House;

/// <summary>The projects that make the rules cannot be built with them; they are held to them here. All others are analysed when they are built.</summary>
public class RepositoryTests
{
    [Theory]
    [InlineData("Generators/TypedTensors.Compiler")]
    [InlineData("Generators/TypedTensors.Generators")]
    [InlineData("Analyzers/TypedTensors.Analyzers")]
    [InlineData("Analyzers/TypedTensors.CodeFixes")]
    public async Task ProjectThatMakesTheRules_HasNoWarning(string project)
    {
        CSharpCompilation compilation = RepositoryProject.Sources(project);
        Assert.True(compilation.SyntaxTrees.Length > 5, $"{project} has only {compilation.SyntaxTrees.Length} files.");
        ImmutableArray<Diagnostic> reports = await AnalyzerRun.Once(compilation, null, isConcurrent: true, AllRules.Analyzers);
        Assert.Empty(reports.Where(report => report.Severity >= DiagnosticSeverity.Warning).Select(report => report.ToString()));
    }
}
