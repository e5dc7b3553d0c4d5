using System.Xml;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TypedTensors.Compiler.Model;

namespace TypedTensors.Compiler.Parsing;

/// <summary>Reads the doc comment of what a kernel is declared by.</summary>
static class DocsReader
{
    static readonly DocsModel None = new(null, null, null, EquatableArray<ParameterDocs>.Empty);

    public static DocsModel Read(ISymbol symbol, SyntaxNode declaration, CancellationToken cancellation)
    {
        // Roslyn's own reading has resolved every cref; but a project that writes no documentation file has it not read comments at all.
        string? xml = symbol.GetDocumentationCommentXml(cancellationToken: cancellation);
        if (string.IsNullOrWhiteSpace(xml))
        {
            xml = $"<doc>{string.Join("\n", CommentLines(declaration))}</doc>";
        }

        try
        {
            XElement root = XElement.Parse(xml, LoadOptions.PreserveWhitespace);
            return new DocsModel(
                Text(root.Element("summary")),
                Text(root.Element("remarks")),
                Text(root.Element("returns")),
                root.Elements("param")
                    .Where(parameter => parameter.Attribute("name") is not null && Text(parameter) is not null)
                    .Select(parameter => new ParameterDocs(parameter.Attribute("name").Value, Text(parameter)!))
                    .ToEquatableArray());
        }
        catch (XmlException)
        {
            // The compiler warns of malformed comments where they stand.
            return None;
        }
    }

    static IEnumerable<string> CommentLines(SyntaxNode declaration) =>
        declaration.GetLeadingTrivia().ToFullString().Split('\n')
            .Select(line => line.Trim())
            .Where(line => line.StartsWith("///", StringComparison.Ordinal))
            .Select(line => line.Substring(3));

    static string? Text(XElement? element)
    {
        if (element is null)
        {
            return null;
        }

        string inner = string.Concat(element.Nodes().Select(node => node.ToString(SaveOptions.DisableFormatting)));
        string[] lines = [.. inner.Replace("\r\n", "\n").Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0)];
        return lines.Length == 0 ? null : string.Join("\n", lines);
    }
}
