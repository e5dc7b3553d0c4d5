using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TypedTensors.Analyzers;

namespace TypedTensors.CodeFixes.Precision;

/// <summary>TT1003: writes <c>var</c>, so that the elements stay as they are.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class NarrowingLoopFix() : RuleFix(Descriptors.NarrowingLoop.Id, "Let the variable have the type of the elements")
{
    /// <inheritdoc/>
    protected override ExpressionSyntax? Mend(ExpressionSyntax reported, Diagnostic report, SemanticModel model, CancellationToken cancellation) =>
        SyntaxFactory.IdentifierName("var");
}
