using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace TypedTensors.CodeFixes;

/// <summary>Mends all reports of each document in one pass, but for those whose fix wants a reader.</summary>
/// <param name="fix">The fix.</param>
sealed class RuleFixAll(RuleFix fix) : DocumentBasedFixAllProvider
{
    /// <inheritdoc/>
    protected override async Task<Document?> FixAllAsync(FixAllContext fixAllContext, Document document, ImmutableArray<Diagnostic> diagnostics)
    {
        ImmutableArray<Diagnostic> reports = [.. diagnostics.Where(fix.IsForAll)];
        if (await fix.Apply(document, reports, fixAllContext.CancellationToken).ConfigureAwait(false) is { } mended)
        {
            return mended;
        }

        // One of them does not compile: leave out those that do not by themselves.
        List<Diagnostic> safe = [];
        foreach (Diagnostic report in reports)
        {
            if (await fix.Apply(document, [report], fixAllContext.CancellationToken).ConfigureAwait(false) is not null)
            {
                safe.Add(report);
            }
        }

        return await fix.Apply(document, safe, fixAllContext.CancellationToken).ConfigureAwait(false);
    }
}
