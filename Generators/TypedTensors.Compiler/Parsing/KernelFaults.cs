using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace TypedTensors.Compiler.Parsing;

/// <summary>Why what is marked as a kernel yields no code.</summary>
public static class KernelFaults
{
    /// <summary>Reads a kernel as the generator does.</summary>
    /// <param name="marked">A method, or a class where it is a reduction.</param>
    /// <param name="kind">What it is marked as.</param>
    /// <param name="compilation">Where it stands.</param>
    /// <param name="cancellation">Ends the reading early.</param>
    /// <returns>What is wrong with it; empty where nothing is, and where the symbol is not one that can be marked so.</returns>
    public static ImmutableArray<Fault> Of(ISymbol marked, KernelKind kind, Compilation compilation, CancellationToken cancellation) =>
        (kind, marked) switch
        {
            (KernelKind.Elementwise or KernelKind.Function, IMethodSymbol method) => KernelParser.Parse(method, kind, compilation, cancellation).Faults,
            (KernelKind.Compute, IMethodSymbol method) => ComputeParser.Parse(method, compilation, cancellation).Faults,
            (KernelKind.Reduction, INamedTypeSymbol type) => ReductionParser.Parse(type, compilation, cancellation).Faults,
            _ => [],
        };
}
