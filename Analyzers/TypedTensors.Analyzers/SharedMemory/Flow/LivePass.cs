namespace TypedTensors.Analyzers.SharedMemory.Flow;

/// <summary>Finds which handles have elements that are read later. Exceptions are left out: what only a handler reads is not expected to be read.</summary>
static class LivePass
{
    /// <summary>Runs to the fixpoint.</summary>
    public static void Run(FlowGraph graph)
    {
        var open = new Stack<Place>(graph.Places);
        while (open.Count > 0)
        {
            Place place = open.Pop();
            Bits live = place.Next.Aggregate(default(Bits), (all, next) => all | next.Place.LiveAtStart);
            place.LiveAtEnd = live;
            for (int index = place.Steps.Length - 1; index >= 0; index--)
            {
                live = Before(place.Steps[index], live);
            }

            if (live != place.LiveAtStart)
            {
                place.LiveAtStart = live;
                place.Previous.ForEach(open.Push);
            }
        }
    }

    /// <summary>The handles that are read after each step of a place.</summary>
    public static Bits[] AfterEach(Place place)
    {
        var after = new Bits[place.Steps.Length];
        Bits live = place.LiveAtEnd;
        for (int index = place.Steps.Length - 1; index >= 0; index--)
        {
            after[index] = live;
            live = Before(place.Steps[index], live);
        }

        return after;
    }

    /// <summary>The handles that are read from a step on, given those that are after it.</summary>
    public static Bits Before(Step step, Bits live) => step switch
    {
        AssignStep assign => BeforeAssignment(assign, live),
        ReadStep read => live | Handles(read.Value),
        EscapeStep escape => live | Handles(escape.Value),
        BackwardStep backward => live | Handles(backward.Value),

        // What is overwritten from one end to the other is not what was there before.
        WriteStep { IsStore: true, IsElement: false, Value.Single: { } handle } => live.Except(handle.Whole),
        WriteStep { IsStore: false } write => live | Handles(write.Value),
        _ => live,
    };

    static Bits BeforeAssignment(AssignStep assign, Bits live)
    {
        bool isLive = !(live & assign.Target.Whole).IsEmpty;
        if (!assign.Adds)
        {
            live = live.Except(assign.Target.Whole);
        }

        return isLive ? live | Handles(assign.Value) : live;
    }

    static Bits Handles(Value value)
    {
        Bits all = default;
        foreach (Handle handle in value.Handles)
        {
            all |= handle.Whole;
        }

        return all;
    }
}
