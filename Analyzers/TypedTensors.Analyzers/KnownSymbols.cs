using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using TypedTensors.Compiler;

namespace TypedTensors.Analyzers;

/// <summary>The types the rules speak of, looked up once for each compilation and shared by all rules.</summary>
public sealed class KnownSymbols
{
    static readonly ConditionalWeakTable<Compilation, KnownSymbols> Cache = new();

    KnownSymbols(Compilation compilation, INamedTypeSymbol tensor)
    {
        Tensor = tensor;
        Device = compilation.GetTypeByMetadataName(RuntimeNames.Device);
        Computes = compilation.GetTypeByMetadataName(RuntimeNames.Computes + "`1");
        ComputesFunctions = compilation.GetTypeByMetadataName(RuntimeNames.ComputesFunctions + "`1");
    }

    /// <summary><c>Tensor&lt;TDtype, TDevice&gt;</c>.</summary>
    public INamedTypeSymbol Tensor { get; }

    /// <summary><c>IDevice</c>.</summary>
    public INamedTypeSymbol? Device { get; }

    /// <summary><c>IComputes&lt;T&gt;</c>.</summary>
    public INamedTypeSymbol? Computes { get; }

    /// <summary><c>IComputesFunctions&lt;T&gt;</c>.</summary>
    public INamedTypeSymbol? ComputesFunctions { get; }

    /// <summary>The types of a compilation.</summary>
    /// <param name="compilation">The compilation.</param>
    /// <returns>The types, or null where the runtime is not referenced.</returns>
    public static KnownSymbols? Of(Compilation compilation)
    {
        if (Cache.TryGetValue(compilation, out KnownSymbols? known))
        {
            return known;
        }

        return compilation.GetTypeByMetadataName(RuntimeNames.Tensor + "`2") is { } tensor
            ? Cache.GetValue(compilation, key => new KnownSymbols(key, tensor))
            : null;
    }

    /// <summary>Whether a type is a tensor of any element type on any device.</summary>
    /// <param name="type">The type.</param>
    /// <returns>True for <c>Tensor&lt;,&gt;</c>.</returns>
    public bool IsTensor(ITypeSymbol? type) => SymbolEqualityComparer.Default.Equals(type?.OriginalDefinition, Tensor);
}
