using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.FlowAnalysis;
using TypedTensors.Analyzers.SharedMemory.Facts;
using TypedTensors.Analyzers.SharedMemory.Flow;
using TypedTensors.Analyzers.SharedMemory.Lowering;

namespace TypedTensors.Analyzers.SharedMemory;

/// <summary>Everything that is known of a body: which handles lead to which memory at each step, and which of them are read later.</summary>
sealed class SharingAnalysis
{
    readonly ForwardPass _forward;

    SharingAnalysis(HandleTable handles, NodeTable nodes, ForwardPass forward)
    {
        Handles = handles;
        Nodes = nodes;
        _forward = forward;
    }

    /// <summary>The handles of the body and of the functions in it.</summary>
    public HandleTable Handles { get; }

    /// <summary>The memory that they may lead to.</summary>
    public NodeTable Nodes { get; }

    /// <summary>The steps of the body and of the functions in it that a rule can ask about, with what is known there.</summary>
    public List<Moment> Moments { get; } = [];

    /// <summary>Analyses a body.</summary>
    /// <param name="symbol">The method; null for an initializer.</param>
    /// <param name="graph">Its blocks.</param>
    /// <param name="facts">What the members that it calls do with memory.</param>
    /// <returns>The analysis, or null where the body has more in it than can be told apart.</returns>
    public static SharingAnalysis? Of(IMethodSymbol? symbol, ControlFlowGraph graph, Func<IMethodSymbol, ITypeSymbol?, MemberFacts> facts)
    {
        var handles = new HandleTable();
        Body body = BodyLowering.Lower(symbol, graph, handles, facts);
        if (handles.All.Count >= Bits.Capacity)
        {
            return null;
        }

        var nodes = new NodeTable();
        var forward = new ForwardPass(handles, nodes);
        var analysis = new SharingAnalysis(handles, nodes, forward);
        return analysis.Run(body, forward.Begin()) ? analysis : null;
    }

    /// <summary>The nodes that an expression may lead to.</summary>
    public IEnumerable<Node> Reached(Value value, FlowState state) => Nodes.In(_forward.Resolve(value, state));

    bool Run(Body body, FlowState begin)
    {
        if (FlowGraph.Of(body) is not { } graph || !_forward.Run(graph, begin))
        {
            return false;
        }

        LivePass.Run(graph);
        Dictionary<Body, FlowState> functions = [];
        foreach (Place place in graph.Places.Where(place => place.Entry is not null))
        {
            Bits[] live = LivePass.AfterEach(place);
            FlowState state = place.Entry!.Copy();
            for (int index = 0; index < place.Steps.Length; index++)
            {
                Step step = place.Steps[index];
                if (step is WriteStep or EscapeStep or GiveBackStep || (step is ReadStep && (Handles.HasFixed || !state.GivenBack.IsEmpty)))
                {
                    Moments.Add(new Moment(this, body, place, index, state.Copy(), live[index]));
                }

                if (step is FunctionStep { Function: var function })
                {
                    if (functions.TryGetValue(function, out FlowState? known))
                    {
                        known.Join(state);
                    }
                    else
                    {
                        functions[function] = state.Copy();
                    }
                }

                _forward.Apply(step, state);
            }
        }

        return functions.All(function => Run(function.Key, function.Value));
    }
}
