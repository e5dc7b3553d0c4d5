using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace TypedTensors.Testing.Generation;

/// <summary>Compilations of source text as a user's project would have them: implicit usings, nullable, docs, and the real runtime.</summary>
public static class SourceCompilation
{
    const string ImplicitUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.Linq;
        global using TypedTensors;
        """;

    /// <summary>How source text is parsed.</summary>
    public static CSharpParseOptions ParseOptions { get; } = new(LanguageVersion.CSharp14, DocumentationMode.Diagnose);

    static readonly ImmutableArray<MetadataReference> References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(path => MetadataReference.CreateFromFile(path)),
    ];

    /// <summary>Makes a compilation: a program where a file begins with statements, a library otherwise.</summary>
    /// <param name="sources">The text of its files.</param>
    /// <returns>The compilation, with warnings as they are.</returns>
    public static CSharpCompilation Create(params ReadOnlySpan<string> sources)
    {
        List<SyntaxTree> trees = [];
        foreach (string source in sources)
        {
            trees.Add(CSharpSyntaxTree.ParseText(source, ParseOptions, $"Source{(trees.Count == 0 ? "" : trees.Count)}.cs"));
        }

        OutputKind kind = trees.Any(tree => tree.GetCompilationUnitRoot().Members.FirstOrDefault() is GlobalStatementSyntax)
            ? OutputKind.ConsoleApplication
            : OutputKind.DynamicallyLinkedLibrary;
        return CSharpCompilation.Create(
            "UserCode",
            [.. trees, CSharpSyntaxTree.ParseText(ImplicitUsings, ParseOptions, "ImplicitUsings.cs")],
            References,
            new CSharpCompilationOptions(kind, nullableContextOptions: NullableContextOptions.Enable));
    }
}
