using System.Reflection;
using TypedTensors.Testing.Analyzers;
using TypedTensors.Analyzers.Tests.House;

namespace TypedTensors.Analyzers.Tests.Precision;

/// <summary>The texts of all tests of the precision rules, damaged token by token, make no rule throw.</summary>
public class PrecisionFuzzTests
{
    [Fact]
    public async Task Fuzz_NothingThrows()
    {
        string[] sources = [.. typeof(PrecisionFuzzTests).Assembly.GetTypes()
            .Where(type => type.Namespace == typeof(PrecisionFuzzTests).Namespace && type.Name.EndsWith("Tests", StringComparison.Ordinal))
            .SelectMany(Texts)];
        Assert.True(sources.Length > 20, $"Only {sources.Length} texts were found.");
        await TokenFuzz.Run(sources, TokenFuzz.Count, seed: 11, [.. AllRules.Analyzers.Where(analyzer => analyzer.GetType().Namespace!.EndsWith("Precision", StringComparison.Ordinal))]);
    }

    // Two snippets of a test make one file, with what the class puts before and behind them.
    static IEnumerable<string> Texts(Type tests)
    {
        string head = Constant(tests, "Head") + Constant(tests, "Tensors"), tail = Constant(tests, "Tail") + Constant(tests, "Torch");
        return head.Length == 0 ? [] : tests.GetMethods()
            .SelectMany(method => method.GetCustomAttributes<InlineDataAttribute>().SelectMany(data => data.GetData(method)))
            .Select(row => row[0] as string)
            .Where(text => text?.EndsWith(';') == true)
            .Select(text => "{ " + Markup.Parse(text!).Text + " }\n")
            .Chunk(2)
            .Select(chunk => head + string.Concat(chunk) + tail);
    }

    static string Constant(Type type, string name) => type.GetField(name, BindingFlags.NonPublic | BindingFlags.Static)?.GetRawConstantValue() as string ?? "";
}
