using Microsoft.CodeAnalysis;

namespace TypedTensors.Analyzers.Kernels;

/// <summary>
/// The compilation as the generator saw it, without what it emitted. A kernel that calls an emitted method would otherwise look
/// different to the rules: it is this view that decides whether a kernel was skipped.
/// </summary>
/// <param name="complete">The compilation with the emitted files.</param>
sealed class GeneratorView(Compilation complete)
{
    // Roslyn puts an emitted file into a folder of the generator's assembly, and there into one of its type.
    const string Folder = "TypedTensors.Generators";

    readonly Lazy<Compilation> _compilation = new(() =>
    {
        SyntaxTree[] emitted = [.. complete.SyntaxTrees.Where(tree => IsEmitted(tree.FilePath))];
        return emitted.Length == 0 ? complete : complete.RemoveSyntaxTrees(emitted);
    });

    public Compilation Compilation => _compilation.Value;

    public ISymbol? SymbolOf(SyntaxNode declaration, CancellationToken cancellation) =>
        Compilation.GetSemanticModel(declaration.SyntaxTree).GetDeclaredSymbol(declaration, cancellation);

    static bool IsEmitted(string path)
    {
        string[] parts = path.Split('/', '\\');
        return parts.Length >= 3 && parts[parts.Length - 3] == Folder && parts[parts.Length - 2].StartsWith(Folder + ".", StringComparison.Ordinal);
    }
}
