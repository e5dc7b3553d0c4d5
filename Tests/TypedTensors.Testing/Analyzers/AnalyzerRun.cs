using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Xunit;

namespace TypedTensors.Testing.Analyzers;

/// <summary>Runs analyzers over a compilation. Every run is made twice, on one thread and on many, and must give the same reports.</summary>
public static class AnalyzerRun
{
    /// <summary>Runs analyzers.</summary>
    /// <param name="compilation">What they look at.</param>
    /// <param name="options">What they are told by <c>.editorconfig</c>.</param>
    /// <param name="analyzers">The analyzers.</param>
    /// <returns>Their reports, in the order of the text.</returns>
    public static async Task<ImmutableArray<Diagnostic>> Reports(Compilation compilation, AnalyzerOptions? options, params ImmutableArray<DiagnosticAnalyzer> analyzers)
    {
        ImmutableArray<Diagnostic> together = await Once(compilation, options, isConcurrent: true, analyzers);
        ImmutableArray<Diagnostic> alone = await Once(compilation, options, isConcurrent: false, analyzers);
        Assert.Equal(alone.Select(report => report.ToString()), together.Select(report => report.ToString()));
        return alone;
    }

    /// <summary>Runs analyzers once.</summary>
    /// <param name="compilation">What they look at.</param>
    /// <param name="options">What they are told by <c>.editorconfig</c>.</param>
    /// <param name="isConcurrent">Whether they may run side by side.</param>
    /// <param name="analyzers">The analyzers.</param>
    /// <returns>Their reports, in the order of the text.</returns>
    /// <exception cref="InvalidOperationException">An analyzer threw.</exception>
    public static async Task<ImmutableArray<Diagnostic>> Once(
        Compilation compilation, AnalyzerOptions? options, bool isConcurrent, params ImmutableArray<DiagnosticAnalyzer> analyzers)
    {
        var run = new CompilationWithAnalyzers(compilation, analyzers, new CompilationWithAnalyzersOptions(
            options ?? new AnalyzerOptions([]),
            (exception, analyzer, _) => throw new InvalidOperationException($"{analyzer} threw.", exception),
            isConcurrent,
            logAnalyzerExecutionTime: false,
            reportSuppressedDiagnostics: false));
        ImmutableArray<Diagnostic> reports = await run.GetAnalyzerDiagnosticsAsync();
        return reports.FirstOrDefault(report => report.Id == "AD0001") is { } crash
            ? throw new InvalidOperationException(crash.ToString())
            : [.. reports.OrderBy(report => report.Location.SourceTree?.FilePath, StringComparer.Ordinal)
                .ThenBy(report => report.Location.SourceSpan.Start)
                .ThenBy(report => report.Location.SourceSpan.Length)
                .ThenBy(report => report.Id, StringComparer.Ordinal)
                .ThenBy(report => report.GetMessage(), StringComparer.Ordinal)];
    }
}
