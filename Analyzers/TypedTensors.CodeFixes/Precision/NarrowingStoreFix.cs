using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TypedTensors.Analyzers;
using TypedTensors.Analyzers.Precision;

namespace TypedTensors.CodeFixes.Precision;

/// <summary>TT1001: writes the conversion, <c>x += y.Cast&lt;float&gt;()</c>.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class NarrowingStoreFix() : RuleFix(Descriptors.NarrowingStore.Id, "Write the conversion with 'Cast'")
{
    /// <inheritdoc/>
    protected override ExpressionSyntax? Mend(ExpressionSyntax reported, Diagnostic report, SemanticModel model, CancellationToken cancellation)
    {
        ExpressionSyntax operand = reported is CastExpressionSyntax ? SyntaxFactory.ParenthesizedExpression(reported.WithoutTrivia()) : PrecisionReport.Operand(reported);
        return Casting.TypeOf(report) is { } type ? SyntaxFactory.ParseExpression($"{operand}.Cast<{type}>()") : null;
    }
}
