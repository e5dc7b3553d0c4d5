using System.Collections.Immutable;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace TypedTensors.Analyzers.SharedMemory.Flow;

/// <summary>The ways through a body. A finally block that several ways lead through is there once for each of them, so that what is true of one is not believed of another.</summary>
sealed class FlowGraph
{
    const int MaxPlaces = 4000;

    readonly Body _body;
    readonly Dictionary<(int Block, Continuation? After), Place> _places = [];
    readonly Queue<(Place Place, Continuation? After)> _open = new();

    FlowGraph(Body body) => _body = body;

    /// <summary>All places, the first being where the body begins.</summary>
    public List<Place> Places { get; } = [];

    /// <summary>Lays out the ways through a body.</summary>
    /// <returns>The graph, or null where there are too many.</returns>
    public static FlowGraph? Of(Body body)
    {
        var graph = new FlowGraph(body);
        graph.At(body.Graph.Blocks[0], null);
        while (graph._open.Count > 0)
        {
            if (graph.Places.Count > MaxPlaces)
            {
                return null;
            }

            (Place place, Continuation? after) = graph._open.Dequeue();
            graph.GoOn(place, after);
        }

        return graph;
    }

    void GoOn(Place place, Continuation? after)
    {
        BasicBlock block = place.Block;
        Handle? tested = _body.NullTests[block.Ordinal];
        Follow(place, block.ConditionalSuccessor, after, block.ConditionKind == ControlFlowConditionKind.WhenTrue ? tested : null);
        Follow(place, block.FallThroughSuccessor, after, block.ConditionKind == ControlFlowConditionKind.WhenFalse ? tested : null);
        // Beyond the root of a function's graph lie the regions of the graph around it.
        for (ControlFlowRegion? region = block.EnclosingRegion; region is { Kind: not ControlFlowRegionKind.Root }; region = region.EnclosingRegion)
        {
            if (region.Kind == ControlFlowRegionKind.Try)
            {
                foreach (ControlFlowRegion handler in region.EnclosingRegion!.NestedRegions.Where(sibling => sibling.Kind != ControlFlowRegionKind.Try))
                {
                    place.Handlers.Add(At(_body.Graph.Blocks[handler.FirstBlockOrdinal], handler.Kind == ControlFlowRegionKind.Finally ? Continuation.Exceptional : after));
                }
            }
        }
    }

    void Follow(Place place, ControlFlowBranch? branch, Continuation? after, Handle? isNull)
    {
        if (branch is null)
        {
            return;
        }

        if (branch.Semantics == ControlFlowBranchSemantics.StructuredExceptionHandling)
        {
            if (after is { Branch: { } left })
            {
                Enter(place, left, after.Index + 1, after.Outer, isNull);
            }
        }
        else if (branch.Destination is not null)
        {
            Enter(place, branch, 0, after, isNull);
        }
    }

    void Enter(Place place, ControlFlowBranch branch, int index, Continuation? outer, Handle? isNull)
    {
        Place next = index < branch.FinallyRegions.Length
            ? At(_body.Graph.Blocks[branch.FinallyRegions[index].FirstBlockOrdinal], new Continuation(branch, index, outer))
            : At(branch.Destination!, outer);
        place.Next.Add((next, isNull));
        next.Previous.Add(place);
    }

    Place At(BasicBlock block, Continuation? after)
    {
        if (!_places.TryGetValue((block.Ordinal, after), out Place? place))
        {
            ImmutableArray<Step> steps = _body.Steps[block.Ordinal];
            place = _places[(block.Ordinal, after)] = new Place(block, steps.IsDefault ? [] : steps);
            Places.Add(place);
            _open.Enqueue((place, after));
        }

        return place;
    }

    /// <summary>Where a finally block goes on.</summary>
    /// <param name="Branch">The branch that left the try block; null for an exception, which ends the way.</param>
    /// <param name="Index">Which of the branch's finally blocks it is.</param>
    /// <param name="Outer">Where the branch's destination goes on, being itself in a finally block.</param>
    sealed record Continuation(ControlFlowBranch? Branch, int Index, Continuation? Outer)
    {
        public static Continuation Exceptional { get; } = new(null, 0, null);
    }
}
