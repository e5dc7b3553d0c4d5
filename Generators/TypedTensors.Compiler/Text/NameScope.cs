using Microsoft.CodeAnalysis.CSharp;

namespace TypedTensors.Compiler.Text;

/// <summary>Hands out C# identifiers that differ from each other, as close to the wished-for names as possible.</summary>
public sealed class NameScope
{
    readonly HashSet<string> _taken = new(StringComparer.Ordinal);

    /// <summary>Returns the wished-for name, with a number behind it when it is taken.</summary>
    /// <param name="wish">The name to start from, without an <c>@</c>.</param>
    /// <returns>A name that this scope has not handed out before, escaped when it is a keyword.</returns>
    public string Take(string wish)
    {
        string name = wish;
        for (int number = 2; !_taken.Add(name); number++)
        {
            name = wish + number.ToString(System.Globalization.CultureInfo.InvariantCulture);
        }

        return Escape(name);
    }

    /// <summary>Puts an <c>@</c> before a keyword.</summary>
    /// <param name="name">An identifier as symbols spell it.</param>
    /// <returns>The identifier as source text spells it.</returns>
    public static string Escape(string name) =>
        SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None || SyntaxFacts.GetContextualKeywordKind(name) != SyntaxKind.None ? "@" + name : name;

    /// <summary>Turns <c>Swish</c> into <c>swish</c>.</summary>
    /// <param name="name">A name in Pascal case.</param>
    /// <returns>The name in camel case.</returns>
    public static string Camel(string name) => name.Length == 0 ? name : char.ToLowerInvariant(name[0]) + name.Substring(1);

    /// <summary>Turns <c>swish</c> into <c>Swish</c>.</summary>
    /// <param name="name">A name in camel case.</param>
    /// <returns>The name in Pascal case.</returns>
    public static string Pascal(string name) => name.Length == 0 ? name : char.ToUpperInvariant(name[0]) + name.Substring(1);
}
