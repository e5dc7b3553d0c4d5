using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TypedTensors.Analyzers;
using TypedTensors.Analyzers.Precision;

namespace TypedTensors.CodeFixes.Precision;

/// <summary>TT1011: writes <c>(long)rows * columns</c>, which computes in the wider type.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class LateWideningFix() : RuleFix(Descriptors.LateWidening.Id, "Widen an operand first")
{
    /// <inheritdoc/>
    protected override ExpressionSyntax? Mend(ExpressionSyntax reported, Diagnostic report, SemanticModel model, CancellationToken cancellation)
    {
        ExpressionSyntax? first = reported;
        while (first is ParenthesizedExpressionSyntax parentheses)
        {
            first = parentheses.Expression;
        }

        if (Casting.TypeOf(report) is not { } type || first is not BinaryExpressionSyntax product)
        {
            return null;
        }

        ExpressionSyntax operand = LateWideningAnalyzer.Operand(product, model, cancellation);
        return reported.ReplaceNode(operand, Casting.Write(type, operand, operand).WithTriviaFrom(operand));
    }
}
