using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace TypedTensors.Compiler.Parsing;

/// <summary>The text of a method for those who read emitted code: without comments and attributes, moved to the left margin.</summary>
static class SourceText
{
    public static string Of(MethodDeclarationSyntax method)
    {
        MethodDeclarationSyntax bare = method.WithAttributeLists(default).WithParameterList(
            method.ParameterList.WithParameters(SyntaxFactory.SeparatedList(
                method.ParameterList.Parameters, method.ParameterList.Parameters.GetSeparators())));
        var uncommented = (MethodDeclarationSyntax)new CommentRemover().Visit(bare);
        string[] lines = uncommented.ToFullString().Replace("\r\n", "\n").Split('\n')
            .Select(CollapseBlanks)
            .Where(line => line.Length > 0)
            .ToArray();

        // The first line has lost its indentation with the attribute before it; the last, the closing one, has kept it.
        int margin = lines.Length > 1 ? lines.Skip(1).Min(Indentation) : 0;
        bool isBlock = method.Body is not null;
        return string.Join("\n", lines.Select((line, index) =>
            index == 0 ? line.TrimStart() : (isBlock ? "" : "    ") + line.Substring(Math.Min(margin, Indentation(line)))));
    }

    // Where a comment stood between two blanks, both are left.
    static string CollapseBlanks(string line)
    {
        int margin = Indentation(line);
        return line.Substring(0, margin) + string.Join(" ", line.Substring(margin).Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries));
    }

    static int Indentation(string line) => line.Length - line.TrimStart().Length;

    sealed class CommentRemover : CSharpSyntaxRewriter
    {
        public override SyntaxTrivia VisitTrivia(SyntaxTrivia trivia) =>
            trivia.IsKind(SyntaxKind.WhitespaceTrivia) || trivia.IsKind(SyntaxKind.EndOfLineTrivia) ? trivia : default;
    }
}
