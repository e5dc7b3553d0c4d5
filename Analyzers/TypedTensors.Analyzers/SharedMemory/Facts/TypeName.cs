using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace TypedTensors.Analyzers.SharedMemory.Facts;

/// <summary>The full name of a type as a row of a table writes it: <c>System.Buffers.ArrayPool&lt;T&gt;</c>. A part may be <c>*</c>, for any name.</summary>
/// <param name="Parts">The namespaces, the outer types and the type, from the outside in, each with its number of type parameters.</param>
sealed record TypeName(ImmutableArray<(string Name, int Arity)> Parts)
{
    /// <summary>Whether a type is meant. An extension block counts as the class that it stands in.</summary>
    public bool Matches(INamedTypeSymbol type)
    {
        INamespaceOrTypeSymbol? current = Named(type);
        for (int index = Parts.Length - 1; index >= 0; index--)
        {
            (string name, int arity) = Parts[index];
            if (current is null or INamespaceSymbol { IsGlobalNamespace: true } || (name != "*" && name != current.Name) || (current is INamedTypeSymbol { Arity: var actual } && actual != arity))
            {
                return false;
            }

            current = Around(current);
        }

        return current is INamespaceSymbol { IsGlobalNamespace: true };
    }

    /// <summary>The class around an extension block, and any other type itself.</summary>
    public static INamedTypeSymbol? Named(INamedTypeSymbol? type)
    {
        while (type is { Name.Length: 0, ContainingType: not null })
        {
            type = type.ContainingType;
        }

        return type;
    }

    static INamespaceOrTypeSymbol? Around(INamespaceOrTypeSymbol symbol) => symbol.ContainingType is { } outer ? outer : symbol.ContainingNamespace;
}
