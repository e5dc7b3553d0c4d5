using System.Collections.Concurrent;

namespace TypedTensors;

/// <summary>An equation of Einstein's summation, taken apart once and kept.</summary>
/// <param name="Text">The equation as it was written.</param>
/// <param name="Operands">The labels of each operand's axes; <see cref="Ellipsis"/> for those that an ellipsis stands for.</param>
/// <param name="Output">The labels of the result's axes.</param>
internal sealed record EinsumEquation(string Text, char[][] Operands, char[] Output)
{
    /// <summary>Stands for an ellipsis among labels.</summary>
    public const char Ellipsis = '.';

    /// <summary>A program has few equations; one that makes them up should not keep them all.</summary>
    private const int MostKept = 1024;

    private static readonly ConcurrentDictionary<string, EinsumEquation> Known = new(StringComparer.Ordinal);

    /// <summary>Takes an equation apart.</summary>
    /// <exception cref="ArgumentException">It is no equation.</exception>
    public static EinsumEquation Parse(string text)
    {
        if (Known.TryGetValue(text, out EinsumEquation? known))
        {
            return known;
        }

        string[] sides = text.Replace(" ", string.Empty, StringComparison.Ordinal).Split("->");
        if (sides.Length > 2)
        {
            throw Fault(text, "it has more than one '->'");
        }

        char[][] operands = [.. sides[0].Split(',').Select((labels, number) => Labels(text, labels, $"operand {number}"))];
        char[] output = sides.Length == 2 ? Labels(text, sides[1], "the result") : Implied(operands);
        foreach (char label in output)
        {
            if (!operands.Any(labels => labels.Contains(label)))
            {
                throw Fault(text, $"{Name(label)} of the result is in no operand");
            }

            if (output.Count(other => other == label) > 1)
            {
                throw Fault(text, $"{Name(label)} is in the result twice");
            }
        }

        var equation = new EinsumEquation(text, operands, output);
        if (Known.Count >= MostKept)
        {
            Known.Clear();
        }

        return Known.GetOrAdd(text, equation);
    }

    /// <summary>A label as messages name it.</summary>
    public static string Name(char label) => label == Ellipsis ? "the ellipsis" : $"label '{label}'";

    private static char[] Labels(string text, string side, string place)
    {
        string labels = side.Replace("...", ".", StringComparison.Ordinal);
        foreach (char label in labels)
        {
            if (!char.IsAsciiLetter(label) && label != Ellipsis)
            {
                throw Fault(text, $"'{label}' in {place} is no label; labels are the letters a to z and A to Z");
            }
        }

        return labels.Count(label => label == Ellipsis) > 1 || side.Count(label => label == '.') % 3 != 0
            ? throw Fault(text, $"{place} may have one ellipsis of three dots")
            : labels.ToCharArray();
    }

    // As in NumPy: what stands for several axes, then each label that occurs once, in the order of the alphabet, capitals first.
    private static char[] Implied(char[][] operands)
    {
        char[] all = [.. operands.SelectMany(labels => labels)];
        return [.. all.Where(label => label == Ellipsis).Distinct(), .. all.Where(label => label != Ellipsis && all.Count(other => other == label) == 1).Order()];
    }

    private static ArgumentException Fault(string text, string fault) => new($"Einsum: '{text}': {fault}.", "equation");
}
