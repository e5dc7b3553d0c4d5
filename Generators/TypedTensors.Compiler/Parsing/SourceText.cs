using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace TypedTensors.Compiler.Parsing;

/// <summary>The text of a declaration for those who read emitted code: without comments and attributes, moved to the left margin.</summary>
static class SourceText
{
    public static string Of(MemberDeclarationSyntax member)
    {
        MemberDeclarationSyntax bare = member.WithAttributeLists(default);
        SyntaxNode uncommented = new CommentRemover().Visit(bare);
        string[] lines = uncommented.ToFullString().Replace("\r\n", "\n").Split('\n')
            .Select(CollapseBlanks)
            .Where(line => line.Trim().Length > 0)
            .ToArray();

        // The first line has lost its indentation with the attribute before it; the last, the closing one, has kept it.
        int margin = lines.Length > 1 ? lines.Skip(1).Min(Indentation) : 0;
        bool isBlock = member is not MethodDeclarationSyntax { Body: null };
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
        // Of the blanks before and after a doc comment, which has its line's end in it, only the latter are the indentation.
        public override SyntaxToken VisitToken(SyntaxToken token)
        {
            SyntaxToken visited = base.VisitToken(token);
            SyntaxTriviaList trivia = visited.LeadingTrivia;
            return visited.WithLeadingTrivia(trivia.Where((item, index) =>
                !item.IsKind(SyntaxKind.WhitespaceTrivia) || index == trivia.Count - 1 || !trivia[index + 1].IsKind(SyntaxKind.WhitespaceTrivia)));
        }

        public override SyntaxTrivia VisitTrivia(SyntaxTrivia trivia) =>
            trivia.IsKind(SyntaxKind.WhitespaceTrivia) || trivia.IsKind(SyntaxKind.EndOfLineTrivia) ? trivia : default;
    }
}
