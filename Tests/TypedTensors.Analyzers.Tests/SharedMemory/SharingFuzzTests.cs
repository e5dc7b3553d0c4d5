using TypedTensors.Analyzers.SharedMemory;
using TypedTensors.Testing.Analyzers;

namespace TypedTensors.Analyzers.Tests.SharedMemory;

/// <summary>The texts of all tests of the shared-memory rules, damaged token by token, make none of them throw.</summary>
public class SharingFuzzTests
{
    [Fact]
    public async Task Fuzz_NothingThrows()
    {
        IReadOnlyList<string> sources = SharingTexts.FilesOf(3);
        Assert.True(sources.Count > 40, $"Only {sources.Count} texts were found.");
        await TokenFuzz.Run(sources, TokenFuzz.Count, seed: 22, new SharedMemoryAnalyzer());
    }
}
