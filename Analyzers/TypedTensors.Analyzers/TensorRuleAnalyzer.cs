using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace TypedTensors.Analyzers;

/// <summary>What rules about tensors have in common: they register nothing in a project that does not reference the runtime.</summary>
/// <param name="descriptors">What the analyzer may report.</param>
public abstract class TensorRuleAnalyzer(params DiagnosticDescriptor[] descriptors) : RuleAnalyzer(descriptors)
{
    /// <inheritdoc/>
    protected sealed override void Register(CompilationStartAnalysisContext context)
    {
        if (KnownSymbols.Of(context.Compilation) is { } symbols)
        {
            Register(context, symbols);
        }
    }

    /// <summary>Registers what the rule looks at, in a project that references the runtime.</summary>
    /// <param name="context">Where actions are registered, for one compilation.</param>
    /// <param name="symbols">The types the rules speak of.</param>
    protected abstract void Register(CompilationStartAnalysisContext context, KnownSymbols symbols);
}
