using System.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Diagnostics.Telemetry;

namespace TypedTensors.Testing.Analyzers;

/// <summary>What analyzers cost beside the compiler.</summary>
/// <param name="Compiler">The time of <c>GetDiagnostics</c>.</param>
/// <param name="Analyzers">The time spent in the analyzers.</param>
public sealed record AnalyzerCost(TimeSpan Compiler, TimeSpan Analyzers)
{
    /// <summary>The analyzers' time as a part of the compiler's.</summary>
    public double Ratio => Analyzers / Compiler;

    /// <summary>Measures a compilation, after a first pass that compiles the code of compiler and analyzers.</summary>
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

        return new AnalyzerCost(passes.Min(pass => pass.Compiler), passes.Min(pass => pass.Analyzers));
    }

    static async Task<AnalyzerCost> Once(Compilation compilation, DiagnosticAnalyzer[] analyzers)
    {
        var clock = Stopwatch.StartNew();
        Fresh(compilation).GetDiagnostics();
        TimeSpan compiler = clock.Elapsed;

        var run = new CompilationWithAnalyzers(Fresh(compilation), [.. analyzers], new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([]), onAnalyzerException: null, concurrentAnalysis: false, logAnalyzerExecutionTime: true));
        await run.GetAllDiagnosticsAsync();
        TimeSpan spent = TimeSpan.Zero;
        foreach (DiagnosticAnalyzer analyzer in analyzers)
        {
            AnalyzerTelemetryInfo telemetry = await run.GetAnalyzerTelemetryInfoAsync(analyzer, default);
            spent += telemetry.ExecutionTime;
        }

        return new AnalyzerCost(compiler, spent);
    }

    // A compilation keeps what it has bound.
    static Compilation Fresh(Compilation compilation) => compilation.Clone();
}
