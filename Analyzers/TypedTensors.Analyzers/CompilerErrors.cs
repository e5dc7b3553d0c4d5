using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace TypedTensors.Analyzers;

/// <summary>Asks whether the compiler has something to say about a piece of text. Binding it again costs time: ask last, when there is something to report.</summary>
static class CompilerErrors
{
    static readonly ConditionalWeakTable<Compilation, ConcurrentDictionary<SyntaxNode, bool>> Members = new();

    public static bool Touch(Compilation compilation, SyntaxTree tree, TextSpan span, CancellationToken cancellation) =>
        compilation.GetSemanticModel(tree).GetDiagnostics(span, cancellation).Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);

    /// <summary>Whether the member that a piece of text stands in has an error, anywhere in it. The statements of a program are one member.</summary>
    public static bool TouchMember(Compilation compilation, SyntaxNode node, CancellationToken cancellation)
    {
        SyntaxNode member = node.FirstAncestorOrSelf<MemberDeclarationSyntax>(ancestor => ancestor is not GlobalStatementSyntax) ?? node.SyntaxTree.GetRoot(cancellation);
        return Members.GetOrCreateValue(compilation).GetOrAdd(member, asked => Touch(compilation, asked.SyntaxTree, asked.Span, cancellation));
    }
}
