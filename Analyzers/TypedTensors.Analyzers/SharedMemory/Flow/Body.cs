using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace TypedTensors.Analyzers.SharedMemory.Flow;

/// <summary>A method, or a function in it, as the steps of its blocks.</summary>
/// <param name="symbol">The method; null for an initializer.</param>
/// <param name="graph">Its blocks.</param>
sealed class Body(IMethodSymbol? symbol, ControlFlowGraph graph)
{
    /// <summary>The method; null for an initializer.</summary>
    public IMethodSymbol? Symbol => symbol;

    /// <summary>Its blocks.</summary>
    public ControlFlowGraph Graph => graph;

    /// <summary>What each block does, by its ordinal.</summary>
    public ImmutableArray<Step>[] Steps { get; } = new ImmutableArray<Step>[graph.Blocks.Length];

    /// <summary>What a block's condition finds to be null where it holds, by its ordinal.</summary>
    public Handle?[] NullTests { get; } = new Handle?[graph.Blocks.Length];

    /// <summary>The functions in it whose steps are known.</summary>
    public List<Body> Functions { get; } = [];

    /// <summary>All steps, in no order.</summary>
    public IEnumerable<Step> AllSteps => Steps.SelectMany(steps => steps.IsDefault ? [] : steps);
}
