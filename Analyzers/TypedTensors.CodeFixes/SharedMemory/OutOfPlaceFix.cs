using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TypedTensors.Analyzers;
using TypedTensors.Analyzers.Precision;

namespace TypedTensors.CodeFixes.SharedMemory;

/// <summary>TT2005: writes <c>a = a + x</c> for <c>a += x</c>, which makes a new tensor.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class OutOfPlaceFix() : RuleFix(Descriptors.InPlaceAlias.Id, "Make a new tensor")
{
    /// <inheritdoc/>
    /// <remarks>The target is reported; the whole assignment is written anew.</remarks>
    protected override Location? PlaceOf(Diagnostic report) => report.Location.SourceTree?.GetRoot().FindNode(report.Location.SourceSpan).FirstAncestorOrSelf<AssignmentExpressionSyntax>()?.GetLocation();

    /// <inheritdoc/>
    protected override ExpressionSyntax? Mend(ExpressionSyntax reported, Diagnostic report, SemanticModel model, CancellationToken cancellation)
    {
        // What stands on the left is written twice, and must not do anything twice.
        if (reported is not AssignmentExpressionSyntax { Left: IdentifierNameSyntax target } assignment || assignment.OperatorToken.Text is not { Length: > 1 } compound)
        {
            return null;
        }

        return SyntaxFactory.ParseExpression($"{target.Identifier} = {target.Identifier} {compound.Substring(0, compound.Length - 1)} {PrecisionReport.Operand(assignment.Right)}");
    }
}
