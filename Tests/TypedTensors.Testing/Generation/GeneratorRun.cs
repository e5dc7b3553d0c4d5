using System.Collections.Immutable;
using System.Reflection;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;
using Xunit;

namespace TypedTensors.Testing.Generation;

/// <summary>What a run of the generator gave.</summary>
/// <param name="Sources">The emitted files by name.</param>
/// <param name="Compilation">The user's source with the emitted files.</param>
public sealed record GeneratorRun(ImmutableSortedDictionary<string, string> Sources, CSharpCompilation Compilation)
{
    /// <summary>Compiles everything and loads it into this process.</summary>
    /// <returns>The loaded assembly.</returns>
    public Assembly Load()
    {
        using var stream = new MemoryStream();
        EmitResult result = Compilation.Emit(stream);
        Assert.True(result.Success, string.Join("\n", result.Diagnostics));
        return Assembly.Load(stream.ToArray());
    }
}
