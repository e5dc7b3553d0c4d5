using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace TypedTensors.Analyzers;

/// <summary>Asks whether the compiler has something to say about a piece of text. Binding it again costs time: ask last, when there is something to report.</summary>
static class CompilerErrors
{
    public static bool Touch(Compilation compilation, SyntaxTree tree, TextSpan span, CancellationToken cancellation) =>
        compilation.GetSemanticModel(tree).GetDiagnostics(span, cancellation).Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
}
