using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TypedTensors.Analyzers;

namespace TypedTensors.CodeFixes.Precision;

/// <summary>TT1001: writes the conversion, <c>x += y.Cast&lt;float&gt;()</c>.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class NarrowingStoreFix() : RuleFix(Descriptors.NarrowingStore.Id, "Write the conversion with 'Cast'")
{
    /// <inheritdoc/>
    protected override ExpressionSyntax? Mend(ExpressionSyntax reported, SemanticModel model, CancellationToken cancellation)
    {
        ExpressionSyntax? target = reported.Ancestors().Select(ancestor => ancestor switch
        {
            AssignmentExpressionSyntax assignment => assignment.Left,
            InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } call when call.ArgumentList.Span.Contains(reported.Span) => access.Expression,
            _ => null,
        }).FirstOrDefault(found => found is not null);
        if (target is null || model.GetTypeInfo(target, cancellation).Type is not INamedTypeSymbol { TypeArguments: [{ } element, ..] })
        {
            return null;
        }

        bool isPrimary = reported is IdentifierNameSyntax or MemberAccessExpressionSyntax or InvocationExpressionSyntax or ElementAccessExpressionSyntax or ParenthesizedExpressionSyntax;
        ExpressionSyntax operand = isPrimary ? reported.WithoutTrivia() : SyntaxFactory.ParenthesizedExpression(reported.WithoutTrivia());
        return SyntaxFactory.ParseExpression($"{operand}.Cast<{element.ToMinimalDisplayString(model, reported.SpanStart)}>()");
    }
}
