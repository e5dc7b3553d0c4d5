using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TypedTensors.Analyzers;

namespace TypedTensors.CodeFixes.SharedMemory;

/// <summary>TT2003: reads a copy of the operand that is the destination in another layout.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class CopyOperandFix() : RuleFix(Descriptors.OverlappingOperands.Id, "Read a copy of the operand")
{
    /// <inheritdoc/>
    protected override ExpressionSyntax? Mend(ExpressionSyntax reported, Diagnostic report, SemanticModel model, CancellationToken cancellation) => Copying.OfValue(reported, model);
}
