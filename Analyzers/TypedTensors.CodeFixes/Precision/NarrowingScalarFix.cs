using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TypedTensors.Analyzers;

namespace TypedTensors.CodeFixes.Precision;

/// <summary>TT1002: writes the scalar in the tensor's element type, <c>0.1f</c> or <c>(float)x</c>. The value is the same as before.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class NarrowingScalarFix() : RuleFix(Descriptors.NarrowingScalar.Id, "Write the scalar in the tensor's element type")
{
    /// <inheritdoc/>
    protected override ExpressionSyntax? Mend(ExpressionSyntax reported, Diagnostic report, SemanticModel model, CancellationToken cancellation) =>
        Casting.TypeOf(report) is not { } type ? null
        : type == "float" && FloatLiterals.Write(reported) is { } literal ? literal
        : Casting.Write(type, reported, reported);
}
