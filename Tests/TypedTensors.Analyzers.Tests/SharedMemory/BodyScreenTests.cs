using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using TypedTensors.Analyzers.SharedMemory;
using TypedTensors.Testing.Analyzers;
using TypedTensors.Testing.Generation;
using Xunit.Abstractions;

namespace TypedTensors.Analyzers.Tests.SharedMemory;

/// <summary>Bodies that can have nothing to report are not analysed: with that and without it the reports are the same.</summary>
public class BodyScreenTests(ITestOutputHelper output)
{
    [Fact]
    public async Task EveryText_HasTheSameReportsWithAndWithoutTheScreen()
    {
        Assert.True(SharingTexts.Files.Count > 200, $"Only {SharingTexts.Files.Count} texts were found.");
        int reports = 0;
        foreach (string text in SharingTexts.Files)
        {
            reports += await Same(SourceCompilation.Create(text), text);
        }

        output.WriteLine($"{SharingTexts.Files.Count} texts, {reports} reports");
        Assert.True(reports > 90, $"Only {reports} reports.");
    }

    [Theory]
    [InlineData("Runtime/TypedTensors.Ops")]
    [InlineData("Runtime/TypedTensors")]
    [InlineData("Generators/TypedTensors.Compiler")]
    [InlineData("Tests/TypedTensors.Ops.Tests")]
    [InlineData("Tests/TypedTensors.Tests")]
    [InlineData("Samples")]
    public async Task EveryProject_HasTheSameReportsWithAndWithoutTheScreen(string project) =>
        output.WriteLine($"{project}: {await Same(RepositoryProject.Complete(RepositoryProject.Sources(project)).Complete, project)} reports");

    static async Task<int> Same(Compilation compilation, string what)
    {
        ImmutableArray<Diagnostic> screened = await AnalyzerRun.Once(compilation, null, isConcurrent: true, new SharedMemoryAnalyzer());
        ImmutableArray<Diagnostic> all = await AnalyzerRun.Once(compilation, null, isConcurrent: true, new SharedMemoryAnalyzer { Screens = false });
        Assert.True(all.Select(report => report.ToString()).SequenceEqual(screened.Select(report => report.ToString())), $"{what}\nwithout: {string.Join("\n", all)}\nwith: {string.Join("\n", screened)}");
        return all.Length;
    }
}
