using System.Reflection;
using TypedTensors.Analyzers.SharedMemory;
using TypedTensors.Testing.Analyzers;

namespace TypedTensors.Analyzers.Tests.SharedMemory;

/// <summary>The texts of all tests of the shared-memory rules, damaged token by token, make none of them throw.</summary>
public class SharingFuzzTests
{
    [Fact]
    public async Task Fuzz_NothingThrows()
    {
        Type[] tests = [typeof(OwnerWrittenTests), typeof(ViewWrittenTests), typeof(OtherSharingRulesTests)];
        string[] sources = [.. tests.SelectMany(Texts)];
        Assert.True(sources.Length > 40, $"Only {sources.Length} texts were found.");
        await TokenFuzz.Run(sources, TokenFuzz.Count, seed: 22, new SharedMemoryAnalyzer());
    }

    // Three snippets of a test make one file, with what the class puts before and behind them.
    static IEnumerable<string> Texts(Type tests) => tests.GetMethods()
        .SelectMany(method => method.GetCustomAttributes<InlineDataAttribute>().SelectMany(data => data.GetData(method)))
        .Select(row => Markup.Parse((string)row[0]!).Text)
        .Where(text => text.EndsWith(';'))
        .Select(text => "{ " + text + " }\n")
        .Chunk(3)
        .Select(chunk => Constant(tests, "Head") + string.Concat(chunk) + Constant(tests, "Tail") + Constant(tests, "Gradients"));

    static string Constant(Type type, string name) => type.GetField(name, BindingFlags.NonPublic | BindingFlags.Static)?.GetRawConstantValue() as string ?? "";
}
