using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using TypedTensors.Analyzers.SharedMemory.Facts;

namespace TypedTensors.Analyzers.SharedMemory;

/// <summary>TT2011: a line of a <c>*.sharing.txt</c> file that says nothing, so that the rules know nothing of the member it was written for.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SharingFileAnalyzer() : RuleAnalyzer(Descriptors.FaultySharingLine)
{
    /// <inheritdoc/>
    protected override void Register(CompilationStartAnalysisContext context) => context.RegisterAdditionalFileAction(Analyze);

    static void Analyze(AdditionalFileAnalysisContext context)
    {
        if (!SharingFacts.IsSharingFile(context.AdditionalFile) || context.AdditionalFile.GetText(context.CancellationToken) is not { } text)
        {
            return;
        }

        foreach ((int number, string line) in SharingTable.Read(text.ToString()).Faults)
        {
            TextLine place = text.Lines[number];
            var span = new TextSpan(place.Start + place.ToString().IndexOf(line, StringComparison.Ordinal), line.Length);
            context.ReportDiagnostic(Diagnostic.Create(
                Descriptors.FaultySharingLine, Location.Create(context.AdditionalFile.Path, span, text.Lines.GetLinePositionSpan(span)), line, SharingRowReader.FaultOf(line)));
        }
    }
}
