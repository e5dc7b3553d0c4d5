using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace TypedTensors.Analyzers;

/// <summary>
/// What all rules have in common: they run concurrently and leave generated code alone. A rule says which descriptors it has and what
/// it looks at; <see cref="TensorRuleAnalyzer"/> is for those that speak of tensors.
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
        context.RegisterCompilationStartAction(Register);
    }

    /// <summary>Registers what the rule looks at.</summary>
    /// <param name="context">Where actions are registered, for one compilation.</param>
    protected abstract void Register(CompilationStartAnalysisContext context);
}
