using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

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

    /// <summary>Makes a compilation.</summary>
    /// <param name="source">The text of its file.</param>
    /// <returns>The compilation, with warnings as they are.</returns>
    public static CSharpCompilation Create(string source) => CSharpCompilation.Create(
        "UserCode",
        [
            CSharpSyntaxTree.ParseText(source, ParseOptions, "Source.cs"),
            CSharpSyntaxTree.ParseText(ImplicitUsings, ParseOptions, "ImplicitUsings.cs"),
        ],
        References,
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
}
