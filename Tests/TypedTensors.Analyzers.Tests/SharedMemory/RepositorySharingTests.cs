using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using TypedTensors.Analyzers.SharedMemory;
using TypedTensors.Testing.Analyzers;

namespace TypedTensors.Analyzers.Tests.SharedMemory;

/// <summary>The library shares memory on every page, and does so on purpose.</summary>
public class RepositorySharingTests
{
    [Theory]
    [InlineData("Runtime/TypedTensors.Ops")]
    [InlineData("Runtime/TypedTensors.Vulkan")]
    public async Task Library_HasNoWarning(string project)
    {
        (Compilation complete, _) = RepositoryProject.Complete(RepositoryProject.Sources(project));
        ImmutableArray<Diagnostic> reports = await AnalyzerRun.Reports(complete, null, new SharedMemoryAnalyzer());
        Assert.Empty(reports.Where(report => report.Severity >= DiagnosticSeverity.Warning).Select(report => report.ToString()));
    }
}
