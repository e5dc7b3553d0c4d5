using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TypedTensors.Analyzers;

namespace TypedTensors.CodeFixes.Precision;

/// <summary>TT1004: writes the step that was hidden, <c>(Celsius)(float)d</c>. The value is the same as before.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class HiddenStepFix() : RuleFix(Descriptors.HiddenStep.Id, "Write the narrowing conversion")
{
    /// <inheritdoc/>
    protected override ExpressionSyntax? Mend(ExpressionSyntax reported, Diagnostic report, SemanticModel model, CancellationToken cancellation) =>
        Casting.TypeOf(report) is { } type ? Casting.Write(type, reported, reported) : null;
}
