using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Xunit;

namespace TypedTensors.Testing.Analyzers;

/// <summary>
/// Tests of one analyzer over files of a user's project: <c>await RuleTest&lt;MyAnalyzer&gt;.Verify("x = [|1 + 1|];")</c>. A file may
/// begin with statements; it must compile.
/// </summary>
/// <typeparam name="TAnalyzer">The analyzer.</typeparam>
public static class RuleTest<TAnalyzer>
    where TAnalyzer : DiagnosticAnalyzer, new()
{
    /// <summary>Checks that the analyzer reports exactly what is marked; a file without marks must stay without a report.</summary>
    /// <param name="marked">A file with marks, as <see cref="Markup"/> reads them.</param>
    /// <param name="message">A part of each report's message, or null.</param>
    /// <param name="editorConfig">Lines of an <c>.editorconfig</c>, or null.</param>
    /// <param name="compiles">Whether the file must compile: only rules about what does not compile say no.</param>
    /// <returns>The reports.</returns>
    public static async Task<ImmutableArray<Diagnostic>> Verify(string marked, string? message = null, string? editorConfig = null, bool compiles = true)
    {
        Markup markup = Markup.Parse(marked);
        ImmutableArray<Diagnostic> reports = await Reports(markup.Text, editorConfig, compiles);
        string? only = new TAnalyzer().SupportedDiagnostics is [{ Id: var id }] ? id : null;
        Assert.Equal(
            markup.Expected.Select(expected => Describe(expected.Id ?? only ?? throw new FormatException("Say which rule: {|TT1234:...|}."), markup.Text.Substring(expected.Span.Start, expected.Span.Length), expected.Span.Start)),
            reports.Select(report => Describe(report.Id, markup.Text.Substring(report.Location.SourceSpan.Start, report.Location.SourceSpan.Length), report.Location.SourceSpan.Start)));
        Assert.All(reports, report => Assert.Contains(message ?? "", report.GetMessage(), StringComparison.Ordinal));
        return reports;
    }

    /// <summary>What the analyzer reports in the first file of a project that consists of it.</summary>
    /// <param name="source">The file.</param>
    /// <param name="editorConfig">Lines of an <c>.editorconfig</c>, or null.</param>
    /// <param name="compiles">Whether the file must compile.</param>
    /// <returns>The reports.</returns>
    public static async Task<ImmutableArray<Diagnostic>> Reports(string source, string? editorConfig = null, bool compiles = true)
    {
        Project project = RuleProject.Create([source], editorConfig);
        Compilation compilation = (await project.GetCompilationAsync())!;
        IEnumerable<string> errors = RuleProject.Errors(compilation);
        Assert.True(compiles == !errors.Any(), compiles ? string.Join("\n", errors) : "The file was expected not to compile.");
        return await AnalyzerRun.Reports(compilation, project.AnalyzerOptions, new TAnalyzer());
    }

    static string Describe(string id, string text, int start) => $"{id} at {start}: {text}";
}
