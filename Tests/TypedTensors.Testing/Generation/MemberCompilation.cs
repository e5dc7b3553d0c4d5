using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;
using Xunit;

namespace TypedTensors.Testing.Generation;

/// <summary>Members of one class, one to a line, compiled as a user's project would: which compile, and what they do.</summary>
public sealed class MemberCompilation
{
    const string Name = "Members";

    readonly CSharpCompilation compilation;

    /// <summary>Compiles members.</summary>
    /// <param name="members">The text of each, without line ends.</param>
    public MemberCompilation(IEnumerable<string> members)
    {
        compilation = SourceCompilation.Create($"public static class {Name}\n{{\n{string.Join("\n", members)}\n}}\n");
        Errors = compilation.GetDiagnostics()
            .Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
            .ToLookup(diagnostic => diagnostic.Location.GetLineSpan().StartLinePosition.Line - 2, diagnostic => diagnostic.ToString());
    }

    /// <summary>The errors by the member's index.</summary>
    public ILookup<int, string> Errors { get; }

    /// <summary>Loads the members, none of which may have an error.</summary>
    public Type Load()
    {
        using var stream = new MemoryStream();
        EmitResult result = compilation.Emit(stream);
        Assert.True(result.Success, string.Join("\n", result.Diagnostics.Take(20)));
        return Assembly.Load(stream.ToArray()).GetType(Name)!;
    }
}
