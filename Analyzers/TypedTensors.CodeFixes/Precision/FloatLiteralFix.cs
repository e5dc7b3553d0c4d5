using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TypedTensors.Analyzers;

namespace TypedTensors.CodeFixes.Precision;

/// <summary>TT1010: writes the literal as a double, with the digits that stand there.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class FloatLiteralFix() : RuleFix(Descriptors.FloatLiteral.Id, "Drop the suffix")
{
    /// <inheritdoc/>
    protected override ExpressionSyntax? Mend(ExpressionSyntax reported, Diagnostic report, SemanticModel model, CancellationToken cancellation) =>
        reported is LiteralExpressionSyntax literal ? FloatLiterals.Widen(literal) : null;
}
