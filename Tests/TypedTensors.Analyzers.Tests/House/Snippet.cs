using System.Reflection;
using TypedTensors.Testing.Analyzers;

namespace TypedTensors.Analyzers.Tests.House;

/// <summary>A text that a theory of the precision rules hands to its rule.</summary>
/// <param name="Tests">The class it stands in.</param>
/// <param name="Marks">How many reports it must have.</param>
/// <param name="File">The whole file without the marks, as the test compiles it.</param>
sealed record Snippet(Type Tests, int Marks, string File)
{
    /// <summary>The texts of all tests of the precision rules.</summary>
    public static IReadOnlyList<Snippet> All { get; } =
    [
        .. typeof(Snippet).Assembly.GetTypes()
            .Where(type => type.Namespace?.EndsWith(".Precision", StringComparison.Ordinal) == true && type.Name.EndsWith("Tests", StringComparison.Ordinal) && type != typeof(Precision.ValueRangeTests))
            .SelectMany(In),
    ];

    // What the class puts before and behind its texts stands in constants of it.
    static IEnumerable<Snippet> In(Type tests)
    {
        string head = Constant(tests, "Head") + Constant(tests, "Tensors"), tail = Constant(tests, "Tail") + Constant(tests, "Torch");
        return tests.GetMethods()
            .SelectMany(method => method.GetCustomAttributes<InlineDataAttribute>().SelectMany(data => data.GetData(method)))
            .Select(row => row.OfType<string>().FirstOrDefault(text => text.Contains(';') || text.Contains('}')))
            .OfType<string>()
            .Select(Markup.Parse)
            .Select(markup => new Snippet(tests, markup.Expected.Length, Declares(markup.Text) ? markup.Text : head + markup.Text + "\n" + tail));
    }

    static bool Declares(string text) => text.StartsWith("class ", StringComparison.Ordinal) || text.StartsWith("public class ", StringComparison.Ordinal);

    static string Constant(Type type, string name) => type.GetField(name, BindingFlags.NonPublic | BindingFlags.Static)?.GetRawConstantValue() as string ?? "";
}
