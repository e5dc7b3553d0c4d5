using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TypedTensors.Analyzers;

namespace TypedTensors.CodeFixes.Precision;

/// <summary>TT1006: copies from <c>Array.ConvertAll(longs, value =&gt; (float)value)</c>. The values are the same as before.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class LossyArrayCopyFix() : RuleFix(Descriptors.LossyArrayCopy.Id, "Write the conversion with 'Array.ConvertAll'")
{
    /// <inheritdoc/>
    protected override ExpressionSyntax? Mend(ExpressionSyntax reported, Diagnostic report, SemanticModel model, CancellationToken cancellation)
    {
        string? array = model.Compilation.GetSpecialType(SpecialType.System_Array)?.ToMinimalDisplayString(model, reported.SpanStart);
        return Casting.TypeOf(report) is { } type ? SyntaxFactory.ParseExpression($"{array}.ConvertAll({reported.WithoutTrivia()}, value => ({type})value)") : null;
    }
}
