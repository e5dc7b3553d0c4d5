using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace TypedTensors.CodeFixes;

/// <summary>A fix that replaces the reported expression by another; it can mend a whole project at once.</summary>
/// <param name="id">The rule.</param>
/// <param name="title">What the editor offers.</param>
public abstract class RuleFix(string id, string title) : CodeFixProvider
{
    /// <inheritdoc/>
    public sealed override ImmutableArray<string> FixableDiagnosticIds { get; } = [id];

    /// <inheritdoc/>
    public sealed override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        SyntaxNode? root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        SemanticModel? model = await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false);
        if (root?.FindNode(context.Span, getInnermostNodeForTie: true).FirstAncestorOrSelf<ExpressionSyntax>() is { } inner
            && model is not null
            && Outermost(inner) is var reported
            && Mend(reported, model, context.CancellationToken) is { } mended)
        {
            Document document = context.Document.WithSyntaxRoot(root.ReplaceNode(reported, mended.WithTriviaFrom(reported)));
            context.RegisterCodeFix(CodeAction.Create(title, _ => Task.FromResult(document), equivalenceKey: id), context.Diagnostics);
        }
    }

    // What compiles to nothing is not part of what a rule reports.
    static ExpressionSyntax Outermost(ExpressionSyntax expression) => expression.Parent is ParenthesizedExpressionSyntax parentheses ? Outermost(parentheses) : expression;

    /// <summary>Writes the expression anew.</summary>
    /// <param name="reported">The expression that the rule reported.</param>
    /// <param name="model">What it means.</param>
    /// <param name="cancellation">Ends the work early.</param>
    /// <returns>What replaces it, or null where nothing safe does.</returns>
    protected abstract ExpressionSyntax? Mend(ExpressionSyntax reported, SemanticModel model, CancellationToken cancellation);
}
