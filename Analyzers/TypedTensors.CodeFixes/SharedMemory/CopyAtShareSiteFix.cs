using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TypedTensors.Analyzers;

namespace TypedTensors.CodeFixes.SharedMemory;

/// <summary>Copies where the memory came to be shared: <c>pixels.ToTensor(2, 3)</c> instead of <c>AsTensor</c>, <c>.Clone()</c> behind a view, a copy of the array that is handed over.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class CopyAtShareSiteFix() : RuleFix(
    [Descriptors.OwnerWritten.Id, Descriptors.ViewWritten.Id, Descriptors.ViewOutlivesMemory.Id, Descriptors.ViewEscapes.Id, Descriptors.GradientInputWritten.Id, Descriptors.ShareSite.Id],
    "Copy where the memory is shared")
{
    /// <inheritdoc/>
    protected override Location? PlaceOf(Diagnostic report) => report.AdditionalLocations.FirstOrDefault();

    /// <inheritdoc/>
    protected override ExpressionSyntax? Mend(ExpressionSyntax reported, Diagnostic report, SemanticModel model, CancellationToken cancellation) => Copying.Write(reported, model);
}
