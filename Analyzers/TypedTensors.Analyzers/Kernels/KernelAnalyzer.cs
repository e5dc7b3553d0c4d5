using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using TypedTensors.Compiler.Parsing;

namespace TypedTensors.Analyzers.Kernels;

/// <summary>Explains why a method or a class marked as a kernel yields no code: the parser of the generator reads it again and its faults are reported where they stand.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class KernelAnalyzer() : TensorRuleAnalyzer([.. KernelRules.All.Values])
{
    /// <inheritdoc/>
    protected override void Register(CompilationStartAnalysisContext context, KnownSymbols symbols)
    {
        Dictionary<INamedTypeSymbol, KernelKind> marks = KernelMarks.In(context.Compilation);
        var view = new GeneratorView(context.Compilation);
        context.RegisterSyntaxNodeAction(node => Analyze(node, marks, view), SyntaxKind.Attribute);
    }

    static void Analyze(SyntaxNodeAnalysisContext context, Dictionary<INamedTypeSymbol, KernelKind> marks, GeneratorView view)
    {
        if (context.SemanticModel.GetSymbolInfo(context.Node, context.CancellationToken).Symbol?.ContainingType is not { } attribute
            || !marks.TryGetValue(attribute, out KernelKind kind)
            || context.Node.Parent?.Parent is not { } marked)
        {
            return;
        }

        foreach (Fault fault in Faults(marked, kind, context, view))
        {
            SyntaxTree tree = TreeOf(fault, marked.SyntaxTree, context.Compilation);
            if (!HasErrors(marked.SyntaxTree, marked.Span, context) && !HasErrors(tree, EnclosingMember(fault, tree, context.CancellationToken), context))
            {
                context.ReportDiagnostic(Diagnostic.Create(KernelRules.All[fault.Kind], fault.GetLocation(tree), NameOf(marked), fault.Message));
            }
        }
    }

    static IEnumerable<Fault> Faults(SyntaxNode marked, KernelKind kind, SyntaxNodeAnalysisContext context, GeneratorView view)
    {
        if (kind == KernelKind.Reduction ? marked is not ClassDeclarationSyntax : marked is not MethodDeclarationSyntax)
        {
            return [kind == KernelKind.Reduction
                ? Fault.At(FaultKind.ContainingType, "only a static class is read as a reduction; move the members into one.", context.Node)
                : Fault.At(FaultKind.Method, "only a static method of a class is read as a kernel; move the code into one.", context.Node)];
        }

        return context.SemanticModel.GetDeclaredSymbol(marked, context.CancellationToken) is { } kernel && !view.HasFileOf(kernel)
            && view.SymbolOf(marked, context.CancellationToken) is { } symbol
            ? KernelFaults.Of(symbol, kind, view.Compilation, context.CancellationToken)
            : [];
    }

    // What does not compile is the compiler's to explain; the parser would only repeat it in other words.
    static bool HasErrors(SyntaxTree tree, TextSpan span, SyntaxNodeAnalysisContext context) =>
        CompilerErrors.Touch(context.Compilation, tree, span, context.CancellationToken);

    // A fault may stand in a method that the kernel calls.
    static TextSpan EnclosingMember(Fault fault, SyntaxTree tree, CancellationToken cancellation) =>
        tree.GetRoot(cancellation).FindNode(new TextSpan(fault.Start, fault.Length)).FirstAncestorOrSelf<MemberDeclarationSyntax>()?.Span ?? default;

    static SyntaxTree TreeOf(Fault fault, SyntaxTree kernel, Compilation compilation) =>
        fault.FilePath == kernel.FilePath ? kernel : compilation.SyntaxTrees.First(tree => tree.FilePath == fault.FilePath);

    static string NameOf(SyntaxNode marked) =>
        marked switch
        {
            MethodDeclarationSyntax method => method.Identifier.ValueText,
            TypeDeclarationSyntax type => type.Identifier.ValueText,
            LocalFunctionStatementSyntax function => function.Identifier.ValueText,
            _ => "This",
        };
}
