using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using TypedTensors.Generators;
using TypedTensors.Testing.Generation;

namespace TypedTensors.Testing.Analyzers;

/// <summary>The repository's own projects as compilations, for what must hold of real code.</summary>
public static class RepositoryProject
{
    const string ImplicitUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Threading;
        global using System.Threading.Tasks;

        """;

    static readonly Lazy<(Compilation Complete, IReadOnlyList<string> Kernels)> CompleteOperations = new(() => Complete(Sources("Runtime/TypedTensors.Ops")));

    /// <summary>The built-in operations with what the generators emit, and the names of the emitted kernels' files: the largest project.</summary>
    public static (Compilation Complete, IReadOnlyList<string> Kernels) Operations => CompleteOperations.Value;

    /// <summary>The sources of a project, against everything that the tests reference but the project itself.</summary>
    /// <param name="project">The folder of the project, from the root of the repository.</param>
    /// <returns>A compilation.</returns>
    public static CSharpCompilation Sources(string project)
    {
        string folder = Path.Combine(Repository.Root, project), name = Path.GetFileName(project);
        IEnumerable<string> files = Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
            .Where(file => !Path.GetRelativePath(folder, file).StartsWith("obj", StringComparison.Ordinal) && !Path.GetRelativePath(folder, file).StartsWith("bin", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);
        CSharpCompilation user = SourceCompilation.Create("");
        return user
            .WithAssemblyName(name)
            .WithOptions(user.Options.WithAllowUnsafe(true))
            .WithReferences(user.References.Where(reference => Path.GetFileName(reference.Display) != name + ".dll"))
            .RemoveAllSyntaxTrees()
            .AddSyntaxTrees(files.Select(file => CSharpSyntaxTree.ParseText(File.ReadAllText(file), SourceCompilation.ParseOptions, file)))
            .AddSyntaxTrees(CSharpSyntaxTree.ParseText(ImplicitUsings + (project.StartsWith("Tests/", StringComparison.Ordinal) ? "global using Xunit;" : ""), SourceCompilation.ParseOptions, "ImplicitUsings.cs"));
    }

    /// <summary>Runs the generators.</summary>
    /// <param name="compilation">A compilation.</param>
    /// <returns>The compilation with what they emit, and the names of the emitted kernels' files.</returns>
    public static (Compilation Complete, IReadOnlyList<string> Kernels) Complete(Compilation compilation)
    {
        GeneratorDriver driver = CSharpGeneratorDriver.Create(
                [new KernelGenerator().AsSourceGenerator(), new ComputeGenerator().AsSourceGenerator(), new PromotionGenerator().AsSourceGenerator()], parseOptions: SourceCompilation.ParseOptions)
            .RunGeneratorsAndUpdateCompilation(compilation, out Compilation complete, out _);
        return (complete, [.. driver.GetRunResult().Results.Take(2).SelectMany(result => result.GeneratedSources).Select(source => source.HintName)]);
    }
}
