using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace TypedTensors.CodeFixes;

/// <summary>A fix that replaces the reported expression by another; it can mend a whole project at once, and is offered only where the result compiles.</summary>
/// <param name="ids">The rules.</param>
/// <param name="title">What the editor offers.</param>
public abstract class RuleFix(ImmutableArray<string> ids, string title) : CodeFixProvider
{
    /// <summary>A fix of one rule.</summary>
    /// <param name="id">The rule.</param>
    /// <param name="title">What the editor offers.</param>
    protected RuleFix(string id, string title)
        : this([id], title)
    {
    }

    /// <inheritdoc/>
    public sealed override ImmutableArray<string> FixableDiagnosticIds => ids;

    /// <inheritdoc/>
    public sealed override FixAllProvider GetFixAllProvider() => new RuleFixAll(this);

    /// <inheritdoc/>
    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (Diagnostic report in context.Diagnostics)
        {
            if (await Apply(context.Document, [report], context.CancellationToken).ConfigureAwait(false) is { } mended)
            {
                string offer = IsForAll(report) ? title : title + "; the value may change in its last bits";
                context.RegisterCodeFix(CodeAction.Create(offer, _ => Task.FromResult(mended), equivalenceKey: ids[0]), report);
            }
        }
    }

    /// <summary>Whether a report may be mended together with others, unseen: its fix does not change what is computed, or that is what the rule asks for.</summary>
    /// <param name="report">The report.</param>
    /// <returns>True, unless the fix says otherwise.</returns>
    public virtual bool IsForAll(Diagnostic report) => true;

    /// <summary>Mends reports of a document.</summary>
    /// <param name="document">The document.</param>
    /// <param name="reports">The reports.</param>
    /// <param name="cancellation">Ends the work early.</param>
    /// <returns>The document without them, or null where nothing safe is known or the result would not compile.</returns>
    internal async Task<Document?> Apply(Document document, IEnumerable<Diagnostic> reports, CancellationToken cancellation)
    {
        SyntaxNode? root = await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false);
        SemanticModel? model = await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false);
        var mended = new Dictionary<ExpressionSyntax, ExpressionSyntax>();
        foreach (Diagnostic report in reports)
        {
            if (PlaceOf(report) is { } place
                && place.SourceTree == root?.SyntaxTree
                && root?.FindNode(place.SourceSpan, getInnermostNodeForTie: true).FirstAncestorOrSelf<ExpressionSyntax>() is { } inner
                && Outermost(inner) is var reported
                && Mend(reported, report, model!, cancellation) is { } expression)
            {
                mended[reported] = expression;
            }
        }

        if (mended.Count == 0)
        {
            return null;
        }

        var mark = new SyntaxAnnotation();
        SyntaxNode result = root!.ReplaceNodes(mended.Keys, (reported, _) => mended[reported].WithTriviaFrom(reported).WithAdditionalAnnotations(mark));
        Document changed = document.WithSyntaxRoot(result);
        return await Compiles(changed, mark, cancellation).ConfigureAwait(false) ? changed : null;
    }

    /// <summary>Where the expression stands that is written anew: what is reported, unless the fix says otherwise.</summary>
    /// <param name="report">The report.</param>
    /// <returns>The place, or null where there is none.</returns>
    protected virtual Location? PlaceOf(Diagnostic report) => report.Location;

    /// <summary>Writes the expression anew.</summary>
    /// <param name="reported">The expression in that place.</param>
    /// <param name="report">The report.</param>
    /// <param name="model">What the expression means.</param>
    /// <param name="cancellation">Ends the work early.</param>
    /// <returns>What replaces it, or null where nothing safe does.</returns>
    protected abstract ExpressionSyntax? Mend(ExpressionSyntax reported, Diagnostic report, SemanticModel model, CancellationToken cancellation);

    // What compiles to nothing is not part of what a rule reports.
    static ExpressionSyntax Outermost(ExpressionSyntax expression) => expression.Parent is ParenthesizedExpressionSyntax parentheses ? Outermost(parentheses) : expression;

    // Rules report nothing where there is an error, so an error in the member is a new one.
    static async Task<bool> Compiles(Document document, SyntaxAnnotation mark, CancellationToken cancellation)
    {
        SyntaxNode? root = await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false);
        SemanticModel? model = await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false);
        IEnumerable<SyntaxNode> members = root!.GetAnnotatedNodes(mark)
            .Select(node => node.FirstAncestorOrSelf<MemberDeclarationSyntax>(ancestor => ancestor is not GlobalStatementSyntax) ?? root)
            .Distinct();
        return !members.Any(member => model!.GetDiagnostics(member.Span, cancellation).Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
    }
}
