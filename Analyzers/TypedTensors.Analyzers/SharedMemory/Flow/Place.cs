using System.Collections.Immutable;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace TypedTensors.Analyzers.SharedMemory.Flow;

/// <summary>A block on a way through the body. What stands in a finally block is a place of its own for each way that leads through it.</summary>
/// <param name="block">The block.</param>
/// <param name="steps">What it does.</param>
sealed class Place(BasicBlock block, ImmutableArray<Step> steps)
{
    public BasicBlock Block => block;

    public ImmutableArray<Step> Steps => steps;

    /// <summary>Where it goes on, and what is null on that way.</summary>
    public List<(Place Place, Handle? Null)> Next { get; } = [];

    /// <summary>Where it comes from.</summary>
    public List<Place> Previous { get; } = [];

    /// <summary>Where an exception leads.</summary>
    public List<Place> Handlers { get; } = [];

    /// <summary>What is known when it begins; null as long as nothing leads here.</summary>
    public FlowState? Entry { get; set; }

    /// <summary>The handles whose elements are read after it.</summary>
    public Bits LiveAtEnd { get; set; }

    /// <summary>The handles whose elements are read from its beginning.</summary>
    public Bits LiveAtStart { get; set; }
}
