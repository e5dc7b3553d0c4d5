using Microsoft.CodeAnalysis;

namespace TypedTensors.Analyzers.SharedMemory.Flow;

/// <summary>Finds which handles may lead to which memory at each place.</summary>
/// <param name="handles">The handles of the body and of the functions in it.</param>
/// <param name="nodes">The nodes, which it makes as it comes across them.</param>
sealed class ForwardPass(HandleTable handles, NodeTable nodes)
{
    // A place is looked at again only when something new leads to it, and each time at least one bit is new; this is for what nobody foresaw.
    const int MaxVisitsOfPlace = 200;

    /// <summary>What is known where a body begins.</summary>
    public FlowState Begin()
    {
        var state = new FlowState(handles.All.Count);
        foreach (Handle handle in handles.All)
        {
            if (handle.IsBound && !handle.IsUnstable)
            {
                state[handle] = Bits.Of(nodes.Of(handle.Initial).Id);
            }
        }

        return state;
    }

    /// <summary>Runs to the fixpoint.</summary>
    /// <param name="graph">The ways through the body.</param>
    /// <param name="begin">What is known where it begins.</param>
    /// <returns>Whether there is one.</returns>
    public bool Run(FlowGraph graph, FlowState begin)
    {
        var open = new Queue<Place>();
        var waiting = new HashSet<Place>();
        int visits = 0;
        void Lead(Place to, FlowState state)
        {
            if (to.Entry is null ? (to.Entry = state.Copy()) is not null : to.Entry.Join(state))
            {
                if (waiting.Add(to))
                {
                    open.Enqueue(to);
                }
            }
        }

        Lead(graph.Places[0], begin);
        while (open.Count > 0)
        {
            Place place = open.Dequeue();
            waiting.Remove(place);
            if (++visits > MaxVisitsOfPlace * graph.Places.Count || nodes.IsFull)
            {
                return false;
            }

            FlowState state = place.Entry!.Copy();
            place.Handlers.ForEach(handler => Lead(handler, state));
            foreach (Step step in place.Steps)
            {
                Apply(step, state);
                if (step is AssignStep or GiveBackStep)
                {
                    place.Handlers.ForEach(handler => Lead(handler, state));
                }
            }

            foreach ((Place next, Handle? isNull) in place.Next)
            {
                Lead(next, isNull is null ? state : WithNull(state, isNull));
            }
        }

        return !nodes.IsFull;
    }

    /// <summary>What a step makes of what is known.</summary>
    public void Apply(Step step, FlowState state)
    {
        switch (step)
        {
            case AssignStep assign:
                Assign(assign, state);
                break;
            case WriteStep write:
                // A row that is written leaves the others as they are.
                foreach (Node node in nodes.In(Resolve(write.Value, state)).Where(node => node.Chain().All(view => view.Link is not { Extent.IsWhole: false })))
                {
                    state.Blank = state.Blank.Except(Bits.Of(node.Root.Id));
                }

                break;
            case ReadStep read:
                state.Blank = state.Blank.Except(Roots(Resolve(read.Value, state)));
                break;
            case GiveBackStep giveBack:
                state.GivenBack |= Roots(Resolve(giveBack.Value, state));
                break;
            case ForgetStep:
                foreach (Handle member in handles.All.Where(handle => handle.IsField && handle.Symbol is not IFieldSymbol { IsReadOnly: true }))
                {
                    state[member] = default;
                }

                break;
        }
    }

    /// <summary>The nodes that an expression may lead to.</summary>
    public Bits Resolve(Value value, FlowState state)
    {
        Bits all = default;
        foreach (Term term in value.Terms)
        {
            all |= Resolve(term, state);
        }

        return all;
    }

    /// <summary>The roots of the regions that nodes belong to.</summary>
    public Bits Roots(Bits views)
    {
        Bits roots = default;
        foreach (Node node in nodes.In(views))
        {
            roots |= Bits.Of(node.Root.Id);
        }

        return roots;
    }

    Bits Resolve(Term term, FlowState state)
    {
        Bits found = term.Origin is { } origin ? Bits.Of(nodes.Of(origin).Id) : Reached(term.Handle!, state, withMembers: term.Links.Length > 0);
        foreach (Link link in term.Links)
        {
            Bits views = default;
            foreach (Node node in nodes.In(found).ToList())
            {
                views |= Bits.Of(nodes.View(node, link, link.Kind == LinkKind.Share && state.Blank.Contains(node.Root.Id)).Id);
            }

            found = views;
        }

        return found;
    }

    static Bits Reached(Handle handle, FlowState state, bool withMembers)
    {
        if (handle.IsUnstable)
        {
            return default;
        }

        Bits found = state[handle];
        foreach (Handle member in withMembers && handle.Kind != HandleKind.This ? handle.Members : [])
        {
            found |= Reached(member, state, withMembers: true);
        }

        return found;
    }

    void Assign(AssignStep assign, FlowState state)
    {
        foreach (Origin made in assign.Value.Terms.Select(term => term.Origin).OfType<Origin>())
        {
            Node root = nodes.Of(made);
            state.Drop(nodes.Region(root));
            state.Blank |= made.Kind is OriginKind.Blank or OriginKind.Rented ? Bits.Of(root.Id) : default;
        }

        if (assign.Target.IsUnstable)
        {
            return;
        }

        Bits value = Resolve(assign.Value, state);
        if (assign.Adds)
        {
            state[assign.Target] |= value;
            state.Blank = state.Blank.Except(Roots(value));
            return;
        }

        state[assign.Target] = value;
        Handle? source = assign.Value.Single;
        foreach (Handle member in assign.Target.Members)
        {
            AssignMember(member, source?.Find(member.Symbol!), state);
        }
    }

    void AssignMember(Handle target, Handle? source, FlowState state)
    {
        Node own = nodes.Of(target.Initial);
        if (source is null)
        {
            state.Drop(nodes.Region(own));
        }

        state[target] = source is null ? Bits.Of(own.Id) : state[source];
        foreach (Handle member in target.Members)
        {
            AssignMember(member, source?.Find(member.Symbol!), state);
        }
    }

    // On the way on which a handle is null it leads to no memory, so that there is nothing left to give back.
    FlowState WithNull(FlowState state, Handle handle)
    {
        FlowState copy = state.Copy();
        copy.GivenBack |= Roots(state[handle]);
        return copy;
    }
}
