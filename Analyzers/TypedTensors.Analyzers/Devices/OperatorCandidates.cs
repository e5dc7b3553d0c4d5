using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace TypedTensors.Analyzers.Devices;

/// <summary>
/// The tensor operators that would fit operands if their constraints were met. The compiler names no candidates for an operator that
/// it cannot apply, so they are looked for where tensors have theirs: in the extension blocks of the tensor's namespace.
/// </summary>
static class OperatorCandidates
{
    public static IEnumerable<TypeSubstitution> Find(string name, IReadOnlyList<ITypeSymbol> operands, KnownSymbols symbols, Compilation compilation) =>
        from type in TypesOf(compilation.GlobalNamespace, symbols.Tensor.ContainingNamespace.ToDisplayString())
        where type.IsStatic
        from block in type.GetTypeMembers()
        from candidate in block.GetMembers(name).OfType<IMethodSymbol>()
        where candidate.Parameters.Length == operands.Count
        let substitution = new TypeSubstitution()
        where Fits(candidate, operands, substitution, symbols, compilation)
        select substitution;

    // The tensors say what the type parameters are; a scalar converts.
    static bool Fits(IMethodSymbol candidate, IReadOnlyList<ITypeSymbol> operands, TypeSubstitution substitution, KnownSymbols symbols, Compilation compilation)
    {
        IEnumerable<(ITypeSymbol Wanted, ITypeSymbol Given)> pairs = candidate.Parameters.Zip(operands, (parameter, operand) => (parameter.Type, operand));
        ILookup<bool, (ITypeSymbol Wanted, ITypeSymbol Given)> byTensor = pairs.ToLookup(pair => symbols.IsTensor(pair.Wanted));
        return byTensor[true].All(pair => substitution.Unify(pair.Wanted, pair.Given))
            && byTensor[false].All(pair => compilation.ClassifyConversion(pair.Given, substitution.Apply(pair.Wanted)).IsImplicit);
    }

    static IEnumerable<INamedTypeSymbol> TypesOf(INamespaceSymbol root, string name) =>
        name.Split('.').Aggregate<string, INamespaceSymbol?>(root, (space, part) => space?.GetNamespaceMembers().FirstOrDefault(inner => inner.Name == part))
            ?.GetTypeMembers() ?? [];
}
