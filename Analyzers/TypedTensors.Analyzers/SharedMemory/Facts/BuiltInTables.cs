using System.Reflection;

namespace TypedTensors.Analyzers.SharedMemory.Facts;

/// <summary>What is known of .NET and of other libraries: the files in <c>Tables</c>, which are part of this assembly and have the format of a user's own.</summary>
static class BuiltInTables
{
    static readonly Lazy<SharingTable> Read = new(() => SharingTable.Read(Texts().Select(text => text.Text)));

    /// <summary>All of them as one.</summary>
    public static SharingTable Table => Read.Value;

    /// <summary>The text of each file, with its name.</summary>
    public static IEnumerable<(string Name, string Text)> Texts()
    {
        Assembly assembly = typeof(BuiltInTables).Assembly;
        foreach (string name in assembly.GetManifestResourceNames().Where(name => name.EndsWith(".sharing.txt", StringComparison.Ordinal)).OrderBy(name => name, StringComparer.Ordinal))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            yield return (name, reader.ReadToEnd());
        }
    }
}
