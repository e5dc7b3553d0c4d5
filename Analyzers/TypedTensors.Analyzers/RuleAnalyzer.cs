using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace TypedTensors.Analyzers;

/// <summary>
/// What all rules have in common: they run concurrently, leave generated code alone, and register nothing in a project that has
/// none of the types they speak of. A rule says which descriptors it has and what it looks at.
/// </summary>
/// <param name="descriptors">What the analyzer may report.</param>
public abstract class RuleAnalyzer(params DiagnosticDescriptor[] descriptors) : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public sealed override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [.. descriptors];

    /// <inheritdoc/>
    public sealed override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(start =>
        {
            if (KnownSymbols.Of(start.Compilation) is { } symbols)
            {
                Register(start, symbols);
            }
        });
    }

    /// <summary>Registers what the rule looks at, in a project that references the runtime.</summary>
    /// <param name="context">Where actions are registered, for one compilation.</param>
    /// <param name="symbols">The types the rules speak of.</param>
    protected abstract void Register(CompilationStartAnalysisContext context, KnownSymbols symbols);
}
