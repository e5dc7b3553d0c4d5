using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TypedTensors.Analyzers;
using TypedTensors.Analyzers.Precision;

namespace TypedTensors.CodeFixes.Precision;

/// <summary>TT1007: writes <c>d.NarrowChecked&lt;float&gt;()</c>, which throws where the others return infinity.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class UncheckedNarrowingFix() : RuleFix(Descriptors.UncheckedNarrowing.Id, "Check with 'NarrowChecked'")
{
    /// <inheritdoc/>
    protected override ExpressionSyntax? Mend(ExpressionSyntax reported, Diagnostic report, SemanticModel model, CancellationToken cancellation)
    {
        ExpressionSyntax? value = Value(reported);
        return value is not null && Casting.TypeOf(report) is { } type
            ? SyntaxFactory.ParseExpression($"{(value is CastExpressionSyntax or LiteralExpressionSyntax ? SyntaxFactory.ParenthesizedExpression(value) : PrecisionReport.Operand(value))}.NarrowChecked<{type}>()")
            : null;
    }

    static ExpressionSyntax? Value(ExpressionSyntax reported) =>
        reported switch
        {
            CheckedExpressionSyntax guard => Value(guard.Expression),
            ParenthesizedExpressionSyntax parentheses => Value(parentheses.Expression),
            CastExpressionSyntax cast => cast.Expression,
            InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "CreateChecked" }, ArgumentList.Arguments: [{ Expression: { } argument }] } => argument,
            _ => null,
        };
}
