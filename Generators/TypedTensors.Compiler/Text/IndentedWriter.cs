using System.Text;

namespace TypedTensors.Compiler.Text;

/// <summary>Collects C# text line by line; nested blocks indent by four spaces, every line ends in <c>\n</c>.</summary>
public sealed class IndentedWriter
{
    const int IndentSize = 4;
    readonly StringBuilder _text = new();
    int _depth;

    /// <summary>Writes an empty line.</summary>
    public void Line() => _text.Append('\n');

    /// <summary>Writes one line, or each line of a raw string, at the current indentation.</summary>
    /// <param name="text">The text; empty lines in it stay free of blanks.</param>
    public void Line(string text)
    {
        int start = 0;
        while (start <= text.Length)
        {
            int end = text.IndexOf('\n', start);
            end = end < 0 ? text.Length : end;
            int length = end - start - (end > start && end < text.Length && text[end - 1] == '\r' ? 1 : 0);
            if (length > 0)
            {
                _text.Append(' ', _depth * IndentSize).Append(text, start, length);
            }

            _text.Append('\n');
            start = end + 1;
        }
    }

    /// <summary>Writes the head of a method, its parameters one to a line when they are too long for one.</summary>
    /// <param name="head">What stands before the parameters.</param>
    /// <param name="parameters">The parameters.</param>
    public void Signature(string head, IReadOnlyList<string> parameters)
    {
        const int LongLine = 130;
        string line = $"{head}({string.Join(", ", parameters)})";
        Line(line.Length <= LongLine ? line : $"{head}(\n    {string.Join(",\n    ", parameters)})");
    }

    /// <summary>Writes a header and, in braces below it, a body.</summary>
    /// <param name="header">What stands before the opening brace, on lines of its own.</param>
    /// <param name="body">Writes what stands between the braces.</param>
    public void Block(string header, Action body)
    {
        Line(header);
        Line("{");
        Indent(body);
        Line("}");
    }

    /// <summary>Writes a body one step further in.</summary>
    /// <param name="body">Writes the lines.</param>
    public void Indent(Action body)
    {
        _depth++;
        body();
        _depth--;
    }

    /// <inheritdoc/>
    public override string ToString() => _text.ToString();
}
