using Microsoft.CodeAnalysis;
using TypedTensors.Compiler;

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

    readonly Lazy<HashSet<string>> _files = new(() => new HashSet<string>(Emitted(complete).Select(tree => Path.GetFileName(tree.FilePath)), StringComparer.Ordinal));

    readonly Lazy<Compilation> _compilation = new(() =>
    {
        SyntaxTree[] emitted = [.. Emitted(complete)];
        return emitted.Length == 0 ? complete : complete.RemoveSyntaxTrees(emitted);
    });

    public Compilation Compilation => _compilation.Value;

    /// <summary>
    /// Whether a kernel's file is there. It spares reading the kernel again, which would cost a third of what the compiler takes on a
    /// project full of kernels; where the answer is no, the kernel is read.
    /// </summary>
    public bool HasFileOf(ISymbol kernel)
    {
        if (kernel.ContainingType is not { ContainingType: null } type)
        {
            return false;
        }

        string scope = type.ContainingNamespace.IsGlobalNamespace ? type.Name : $"{type.ContainingNamespace.ToDisplayString()}.{type.Name}";
        return kernel is IMethodSymbol method
            ? _files.Value.Contains($"{scope}.{method.Name}.g.cs")
                || _files.Value.Contains($"{scope}.{method.Name}.{string.Join("_", method.Parameters.Select(parameter => parameter.Type.Name))}.g.cs")
            : OperationOf(kernel) is { } operation && _files.Value.Contains($"{scope}.{operation}.g.cs");
    }

    public ISymbol? SymbolOf(SyntaxNode declaration, CancellationToken cancellation) =>
        Compilation.GetSemanticModel(declaration.SyntaxTree).GetDeclaredSymbol(declaration, cancellation);

    // A reduction's file is named after the operation, which is said in its attribute.
    static string? OperationOf(ISymbol reduction) =>
        reduction.GetAttributes().FirstOrDefault(data => data.AttributeClass?.ToDisplayString() == RuntimeNames.ReductionAttribute)?.ConstructorArguments is [{ Value: string name }] ? name : null;

    static IEnumerable<SyntaxTree> Emitted(Compilation compilation) => compilation.SyntaxTrees.Where(tree => IsEmitted(tree.FilePath));

    static bool IsEmitted(string path)
    {
        string[] parts = path.Split('/', '\\');
        return parts.Length >= 3 && parts[parts.Length - 3] == Folder && parts[parts.Length - 2].StartsWith(Folder + ".", StringComparison.Ordinal);
    }
}
