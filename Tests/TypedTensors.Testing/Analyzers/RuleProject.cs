using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using TypedTensors.Generators;
using TypedTensors.Testing.Generation;

namespace TypedTensors.Testing.Analyzers;

/// <summary>Projects as an editor holds them: source files, the real runtime, and the generators, which run as in a user's project.</summary>
public static class RuleProject
{
    /// <summary>Makes a project.</summary>
    /// <param name="sources">The text of each file.</param>
    /// <param name="editorConfig">The project's <c>.editorconfig</c>, without the section header, or null.</param>
    /// <returns>The project; its files are <c>/Source0.cs</c> and so on.</returns>
    public static Project Create(IEnumerable<string> sources, string? editorConfig = null)
    {
        CSharpCompilation compilation = SourceCompilation.Create([.. sources]);
        Project project = new AdhocWorkspace().AddProject(ProjectInfo.Create(
            ProjectId.CreateNewId(),
            VersionStamp.Default,
            compilation.AssemblyName!,
            compilation.AssemblyName!,
            LanguageNames.CSharp,
            filePath: "/UserCode.csproj",
            compilationOptions: compilation.Options,
            parseOptions: SourceCompilation.ParseOptions,
            metadataReferences: compilation.References,
            analyzerReferences: [new AnalyzerFileReference(typeof(KernelGenerator).Assembly.Location, new LoadedAssemblies())]));
        foreach (SyntaxTree tree in compilation.SyntaxTrees)
        {
            string name = Path.GetFileName(tree.FilePath);
            project = project.AddDocument(name, tree.GetText(), filePath: "/" + name).Project;
        }

        return editorConfig is null
            ? project
            : project.AddAnalyzerConfigDocument(".editorconfig", SourceText.From($"root = true\n[*.cs]\n{editorConfig}\n"), filePath: "/.editorconfig").Project;
    }

    /// <summary>The errors of the compiler, with the generators' output.</summary>
    /// <param name="compilation">A compilation.</param>
    /// <returns>The errors, as text.</returns>
    public static IEnumerable<string> Errors(Compilation compilation) =>
        compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Select(diagnostic => diagnostic.ToString());

    sealed class LoadedAssemblies : IAnalyzerAssemblyLoader
    {
        public void AddDependencyLocation(string fullPath)
        {
        }

        public Assembly LoadFromPath(string fullPath) => Assembly.LoadFrom(fullPath);
    }
}
