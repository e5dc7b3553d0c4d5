using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace TypedTensors.Testing.Analyzers;

/// <summary>A place where a rule must report.</summary>
/// <param name="Id">The rule, or null for the only one that the analyzer has.</param>
/// <param name="Span">The text that must be underlined.</param>
public sealed record ExpectedReport(string? Id, TextSpan Span);

/// <summary>Source text with marks: <c>[|text|]</c> where the analyzer's only rule reports, <c>{|TT1001:text|}</c> where that rule does.</summary>
/// <param name="Text">The text without the marks.</param>
/// <param name="Expected">What the marks ask for, in order.</param>
public sealed record Markup(string Text, ImmutableArray<ExpectedReport> Expected)
{
    /// <summary>Reads marked text. Marks may enclose each other.</summary>
    /// <param name="marked">The text.</param>
    /// <returns>The text and the marks.</returns>
    public static Markup Parse(string marked)
    {
        var text = new StringBuilder();
        var open = new Stack<(string? Id, int Start)>();
        var expected = ImmutableArray.CreateBuilder<ExpectedReport>();
        for (int index = 0; index < marked.Length;)
        {
            ReadOnlySpan<char> rest = marked.AsSpan(index);
            if (rest.StartsWith("[|"))
            {
                open.Push((null, text.Length));
                index += 2;
            }
            else if (rest.StartsWith("{|TT") && rest.IndexOf(':') is > 0 and var colon)
            {
                open.Push((rest[2..colon].ToString(), text.Length));
                index += colon + 1;
            }
            else if (open.Count > 0 && (rest.StartsWith("|]") || rest.StartsWith("|}")))
            {
                (string? id, int start) = open.Pop();
                expected.Add(new ExpectedReport(id, TextSpan.FromBounds(start, text.Length)));
                index += 2;
            }
            else
            {
                text.Append(marked[index++]);
            }
        }

        return open.Count == 0
            ? new Markup(text.ToString(), [.. expected.OrderBy(report => report.Span.Start)])
            : throw new FormatException($"A mark is not closed: {marked}");
    }
}
