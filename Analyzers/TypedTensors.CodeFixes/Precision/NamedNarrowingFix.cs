using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TypedTensors.Analyzers;

namespace TypedTensors.CodeFixes.Precision;

/// <summary>TT1008: writes <c>(float)d</c>. The value is the same as before.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class NamedNarrowingFix() : RuleFix(Descriptors.NamedNarrowing.Id, "Write a cast")
{
    /// <inheritdoc/>
    protected override ExpressionSyntax? Mend(ExpressionSyntax reported, Diagnostic report, SemanticModel model, CancellationToken cancellation) =>
        reported is InvocationExpressionSyntax { ArgumentList.Arguments: [{ Expression: { } value }] } ? Casting.Write("float", value, reported)
        : reported is MemberAccessExpressionSyntax or IdentifierNameSyntax ? SyntaxFactory.ParseExpression("value => (float)value")
        : null;
}
