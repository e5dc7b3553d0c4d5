using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TypedTensors.Analyzers;

namespace TypedTensors.CodeFixes.Precision;

/// <summary>TT1005: writes <c>(double)n</c>, which takes the overload that holds the integer.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class NarrowOverloadFix() : RuleFix(Descriptors.NarrowOverload.Id, "Take the double overload")
{
    /// <inheritdoc/>
    protected override ExpressionSyntax? Mend(ExpressionSyntax reported, Diagnostic report, SemanticModel model, CancellationToken cancellation) =>
        Casting.TypeOf(report) is { } type ? Casting.Write(type, reported, reported) : null;
}
