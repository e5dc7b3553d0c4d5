using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using TypedTensors.Generators;
using Xunit;

namespace TypedTensors.Testing.Generation;

/// <summary>
/// Runs the generator over source text with the real runtime. Every run also checks what must hold for all of them: an unrelated edit
/// runs nothing again, a repetition gives the same bytes, and the output compiles without a warning.
/// </summary>
public static class GeneratorHarness
{
    static readonly string[] Steps = [StepNames.ElementwiseKernels, StepNames.KernelFunctions, StepNames.Reductions, StepNames.ComputeKernels];

    /// <summary>Runs the generator.</summary>
    /// <param name="source">A file of a user's project.</param>
    /// <returns>What it emitted, compiled with the source.</returns>
    public static GeneratorRun Run(string source)
    {
        CSharpCompilation compilation = SourceCompilation.Create(source);
        GeneratorDriver driver = CreateDriver().RunGenerators(compilation);
        GeneratorRun run = Read(driver, compilation);

        CheckCaching(driver, compilation, run);
        Assert.Equal(run.Sources, Read(CreateDriver().RunGenerators(compilation), compilation).Sources);
        CheckDiagnostics(run);
        return run;
    }

    /// <summary>A driver that records its steps.</summary>
    /// <returns>A driver that has not run.</returns>
    public static GeneratorDriver CreateDriver() => CSharpGeneratorDriver.Create(
        [new KernelGenerator().AsSourceGenerator(), new ComputeGenerator().AsSourceGenerator()],
        parseOptions: SourceCompilation.ParseOptions,
        driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));

    /// <summary>How often a driver's last run found each reason in the outputs of the generator's own steps.</summary>
    /// <param name="driver">A driver that has run.</param>
    /// <returns>The reasons with their counts.</returns>
    public static ImmutableDictionary<IncrementalStepRunReason, int> Reasons(GeneratorDriver driver) =>
        driver.GetRunResult().Results.SelectMany(result => result.TrackedSteps)
            .Where(step => Steps.Contains(step.Key))
            .SelectMany(step => step.Value)
            .SelectMany(run => run.Outputs)
            .GroupBy(output => output.Reason)
            .ToImmutableDictionary(group => group.Key, group => group.Count());

    static GeneratorRun Read(GeneratorDriver driver, CSharpCompilation compilation)
    {
        ImmutableArray<GeneratorRunResult> results = driver.GetRunResult().Results;
        Assert.All(results, result => Assert.Null(result.Exception));
        Assert.All(results, result => Assert.Empty(result.Diagnostics));
        List<GeneratedSourceResult> files = [.. results.SelectMany(result => result.GeneratedSources)];
        return new GeneratorRun(
            files.ToImmutableSortedDictionary(file => file.HintName, file => file.SourceText.ToString(), StringComparer.Ordinal),
            compilation.AddSyntaxTrees(files.Select(file => file.SyntaxTree)));
    }

    static void CheckCaching(GeneratorDriver driver, CSharpCompilation compilation, GeneratorRun run)
    {
        SyntaxTree unrelated = CSharpSyntaxTree.ParseText("static class Unrelated;", SourceCompilation.ParseOptions);
        GeneratorDriver again = driver.RunGenerators(compilation.AddSyntaxTrees(unrelated));
        Assert.All(Reasons(again).Keys, reason => Assert.True(reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged, $"an unrelated edit: {reason}"));
        Assert.Equal(run.Sources, Read(again, compilation).Sources);
    }

    // The user's own text may lack docs; what is emitted may lack nothing.
    static void CheckDiagnostics(GeneratorRun run)
    {
        IEnumerable<Diagnostic> faults = run.Compilation.GetDiagnostics().Where(diagnostic =>
            diagnostic.Severity == DiagnosticSeverity.Error
            || (diagnostic.Severity == DiagnosticSeverity.Warning && diagnostic.Location.SourceTree?.FilePath.EndsWith(".g.cs", StringComparison.Ordinal) == true));
        Assert.True(!faults.Any(), string.Join("\n", faults.Take(10)) + "\n" + string.Join("\n", run.Sources.Values));
    }
}
