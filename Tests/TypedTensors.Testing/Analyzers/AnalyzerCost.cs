using System.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace TypedTensors.Testing.Analyzers;

/// <summary>What analyzers cost beside the compiler.</summary>
/// <param name="Compiler">The time of <c>GetDiagnostics</c>.</param>
/// <param name="Analyzers">The time spent in each analyzer.</param>
public sealed record AnalyzerCost(TimeSpan Compiler, IReadOnlyDictionary<DiagnosticAnalyzer, TimeSpan> Analyzers)
{
    /// <summary>Measures a compilation, after a first pass in which the code of compiler and analyzers itself is compiled.</summary>
    /// <param name="compilation">The compilation.</param>
    /// <param name="analyzers">The analyzers.</param>
    /// <returns>The shortest times of three passes, for other work of the machine only adds.</returns>
    public static async Task<AnalyzerCost> Measure(Compilation compilation, params DiagnosticAnalyzer[] analyzers)
    {
        await Once(compilation, analyzers);
        List<AnalyzerCost> passes = [];
        for (int pass = 0; pass < 3; pass++)
        {
            passes.Add(await Once(compilation, analyzers));
        }

        return new AnalyzerCost(passes.Min(pass => pass.Compiler), analyzers.ToDictionary(analyzer => analyzer, analyzer => passes.Min(pass => pass.Analyzers[analyzer])));
    }

    static async Task<AnalyzerCost> Once(Compilation compilation, DiagnosticAnalyzer[] analyzers)
    {
        var clock = Stopwatch.StartNew();
        Fresh(compilation).GetDiagnostics();
        TimeSpan compiler = clock.Elapsed;

        var run = new CompilationWithAnalyzers(Fresh(compilation), [.. analyzers], new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([]), onAnalyzerException: null, concurrentAnalysis: false, logAnalyzerExecutionTime: true));
        AnalysisResult result = await run.GetAnalysisResultAsync(default);
        return new AnalyzerCost(compiler, result.AnalyzerTelemetryInfo.ToDictionary(pair => pair.Key, pair => pair.Value.ExecutionTime));
    }

    // A compilation keeps what it has bound.
    static Compilation Fresh(Compilation compilation) => compilation.Clone();
}
