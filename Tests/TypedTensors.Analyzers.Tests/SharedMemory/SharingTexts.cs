using System.Reflection;
using TypedTensors.Testing.Analyzers;

namespace TypedTensors.Analyzers.Tests.SharedMemory;

/// <summary>The texts that the theories of the shared-memory rules hand to them, without their marks.</summary>
static class SharingTexts
{
    static readonly Type[] Tests = [.. typeof(SharingTexts).Assembly.GetTypes().Where(type => type.Namespace == typeof(SharingTexts).Namespace && type.Name.EndsWith("Tests", StringComparison.Ordinal))];

    /// <summary>Each as a file, with what its class puts before and behind it.</summary>
    public static IReadOnlyList<string> Files { get; } = [.. Tests.SelectMany(tests => Texts(tests).Select(text => Around(tests, text)))];

    /// <summary>Those that are statements, some in a file.</summary>
    /// <param name="count">How many in each file.</param>
    public static IReadOnlyList<string> FilesOf(int count) =>
        [.. Tests.SelectMany(tests => Texts(tests).Where(text => text.EndsWith(';')).Select(text => "{ " + text + " }\n").Chunk(count).Select(chunk => Around(tests, string.Concat(chunk))))];

    static IEnumerable<string> Texts(Type tests) => tests.GetMethods()
        .SelectMany(method => method.GetCustomAttributes<InlineDataAttribute>().SelectMany(data => data.GetData(method)))
        .Select(row => row[0])
        .OfType<string>()
        .Where(text => text.Contains(';'))
        .Select(text => Markup.Parse(text).Text);

    static string Around(Type tests, string text) => Constant(tests, "Head") + text + Constant(tests, "Tail") + Constant(tests, "Gradients");

    static string Constant(Type type, string name) => type.GetField(name, BindingFlags.NonPublic | BindingFlags.Static)?.GetRawConstantValue() as string ?? "";
}
