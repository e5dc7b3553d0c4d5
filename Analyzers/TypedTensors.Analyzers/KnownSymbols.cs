using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using TypedTensors.Compiler;

namespace TypedTensors.Analyzers;

/// <summary>The types the rules speak of, looked up once for each compilation and shared by all rules.</summary>
public sealed class KnownSymbols
{
    static readonly ConditionalWeakTable<Compilation, KnownSymbols> Cache = new();

    readonly INamedTypeSymbol? _mutates;

    KnownSymbols(Compilation compilation, INamedTypeSymbol tensor)
    {
        Tensor = tensor;
        Computes = compilation.GetTypeByMetadataName(RuntimeNames.Computes + "`1");
        ComputesFunctions = compilation.GetTypeByMetadataName(RuntimeNames.ComputesFunctions + "`1");
        _mutates = compilation.GetTypeByMetadataName(RuntimeNames.MutatesAttribute);
        Devices = [.. new[] { RuntimeNames.Cpu, RuntimeNames.Vulkan }.Select(compilation.GetTypeByMetadataName).OfType<INamedTypeSymbol>()];
    }

    /// <summary><c>Tensor&lt;TDtype, TDevice&gt;</c>.</summary>
    public INamedTypeSymbol Tensor { get; }

    /// <summary><c>IComputes&lt;T&gt;</c>.</summary>
    public INamedTypeSymbol? Computes { get; }

    /// <summary><c>IComputesFunctions&lt;T&gt;</c>.</summary>
    public INamedTypeSymbol? ComputesFunctions { get; }

    /// <summary>The devices that have every capability, as far as the project references them.</summary>
    public IReadOnlyList<INamedTypeSymbol> Devices { get; }

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

    /// <summary>The element type of a tensor.</summary>
    /// <param name="type">A type.</param>
    /// <returns>Its element type, or null where it is no tensor.</returns>
    public ITypeSymbol? ElementOf(ITypeSymbol? type) => IsTensor(type) ? ((INamedTypeSymbol)type!).TypeArguments[0] : null;

    /// <summary>Whether a method says that it writes the elements of its receiver.</summary>
    /// <param name="method">The method.</param>
    /// <returns>True where it has <c>[Mutates]</c>.</returns>
    public bool Mutates(IMethodSymbol method) =>
        method.OriginalDefinition.GetAttributes().Any(attribute => SymbolEqualityComparer.Default.Equals(attribute.AttributeClass, _mutates));

    /// <summary>Whether an interface is a capability of devices.</summary>
    /// <param name="type">The interface.</param>
    /// <returns>True for <c>IComputes&lt;&gt;</c> and <c>IComputesFunctions&lt;&gt;</c>.</returns>
    public bool IsCapability(INamedTypeSymbol type) => SymbolEqualityComparer.Default.Equals(type.OriginalDefinition, Computes) || IsFunctions(type);

    /// <summary>Whether an interface is the capability to compute elementary functions.</summary>
    /// <param name="type">The interface.</param>
    /// <returns>True for <c>IComputesFunctions&lt;&gt;</c>.</returns>
    public bool IsFunctions(INamedTypeSymbol type) => SymbolEqualityComparer.Default.Equals(type.OriginalDefinition, ComputesFunctions);
}
