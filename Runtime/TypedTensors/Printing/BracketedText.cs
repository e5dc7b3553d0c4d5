using System.Text;

namespace TypedTensors.Printing;

/// <summary>Words in nested brackets, as NumPy sets them: rows that are too long go on under their beginning, blank lines part the higher axes.</summary>
internal sealed class BracketedText(string[] words, ShownElements shown, PrintOptions options)
{
    private const string Gap = "...";

    private readonly StringBuilder text = new();
    private int next;

    /// <summary>The whole text.</summary>
    public string Write()
    {
        WriteAxis(0);
        return text.ToString();
    }

    private void WriteAxis(int axis)
    {
        text.Append('[');
        if (axis == shown.Shape.Rank - 1)
        {
            WriteRow(axis);
        }
        else
        {
            for (nint i = 0; i < shown.Shape[axis]; i++)
            {
                if (i > 0)
                {
                    BreakLines(axis);
                }

                if (i == shown.Edge && shown.IsCut(axis))
                {
                    text.Append(Gap);
                    BreakLines(axis);
                }

                WriteAxis(axis + 1);
            }
        }

        text.Append(']');
    }

    /// <summary>Ends an entry of an axis: one line break for each axis within it; the next entry stands behind the brackets that are open.</summary>
    private void BreakLines(int axis) => text.Append('\n', shown.Shape.Rank - axis - 1).Append(' ', axis + 1);

    private void WriteRow(int axis)
    {
        // However the line began, with brackets or with blanks, it is as long as the tensor has axes.
        int column = shown.Shape.Rank;
        for (nint i = 0; i < shown.Shape[axis]; i++)
        {
            if (i == shown.Edge && shown.IsCut(axis))
            {
                WriteWord(Gap, isFirst: false, ref column);
            }

            WriteWord(words[next++], isFirst: i == 0, ref column);
        }
    }

    private void WriteWord(string word, bool isFirst, ref int column)
    {
        int indent = shown.Shape.Rank;
        if (!isFirst)
        {
            text.Append(' ');
            column++;
        }

        // As many columns as brackets will close stay free at the end. A word that starts a line stays there, however long.
        if (column > indent && column + word.Length > options.LineWidth - indent)
        {
            TrimEnd();
            text.Append('\n').Append(' ', indent);
            column = indent;
        }

        text.Append(word);
        column += word.Length;
    }

    private void TrimEnd()
    {
        while (text[^1] == ' ')
        {
            text.Length--;
        }
    }
}
