using System.Text.RegularExpressions;

namespace TypedTensors.Testing.Analyzers;

/// <summary>The page of a rule under <c>Analyzers/Rules</c>.</summary>
/// <param name="Title">What stands after the id in its first line.</param>
/// <param name="Reported">The example that the rule reports, in each line that ends with its id as a comment.</param>
/// <param name="NotReported">The example without a report.</param>
/// <param name="IsOfFiles">Whether the examples are files of a project that are no C#.</param>
public sealed partial record RulePage(string Title, string Reported, string NotReported, bool IsOfFiles)
{
    /// <summary>The folder of the pages.</summary>
    public static string Folder { get; } = Path.Combine(Repository.Root, "Analyzers", "Rules");

    /// <summary>Reads a page.</summary>
    /// <param name="id">The rule.</param>
    /// <returns>The page.</returns>
    /// <exception cref="FileNotFoundException">The rule has no page.</exception>
    /// <exception cref="FormatException">The page does not have a title with the id and two examples.</exception>
    public static RulePage Read(string id)
    {
        string text = File.ReadAllText(Path.Combine(Folder, id + ".md"));
        string[] examples = [.. Example().Matches(text).Select(match => match.Groups[2].Value)];
        string title = text[..text.IndexOf('\n')];
        return title.StartsWith($"# {id}: ", StringComparison.Ordinal) && examples is [var reported, var silent] && text.Contains("\n## Configure\n", StringComparison.Ordinal)
            ? new RulePage(title[$"# {id}: ".Length..], reported, silent, Example().Match(text).Groups[1].Value == "text")
            : throw new FormatException($"The page of {id} must begin with '# {id}: title', have two examples, and say how to configure it.");
    }

    /// <summary>The lines of an example that announce a report, counted from 0.</summary>
    /// <param name="example">The example.</param>
    /// <param name="id">The rule.</param>
    /// <returns>The lines.</returns>
    public static IEnumerable<int> Announced(string example, string id) =>
        example.Split('\n').Index().Where(line => (line.Item.EndsWith($"// {id}", StringComparison.Ordinal) || line.Item.EndsWith($"# {id}", StringComparison.Ordinal))).Select(line => line.Index);

    [GeneratedRegex("```(csharp|text)\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Example();
}
