namespace TypedTensors.Analyzers.SharedMemory.Flow;

/// <summary>What is known at one point of a body.</summary>
/// <param name="handles">How many handles there are.</param>
sealed class FlowState(int handles)
{
    readonly Bits[] _nodes = new Bits[handles];

    /// <summary>The nodes that a handle may lead to.</summary>
    public Bits this[Handle handle]
    {
        get => _nodes[handle.Id];
        set => _nodes[handle.Id] = value;
    }

    /// <summary>The roots of regions to which nothing has been written on any way.</summary>
    public Bits Blank { get; set; }

    /// <summary>The roots of regions that have been given back on every way.</summary>
    public Bits GivenBack { get; set; }

    /// <summary>A copy.</summary>
    public FlowState Copy()
    {
        var copy = new FlowState(_nodes.Length) { Blank = Blank, GivenBack = GivenBack };
        _nodes.CopyTo(copy._nodes, 0);
        return copy;
    }

    /// <summary>Takes in what is known on another way.</summary>
    /// <returns>Whether that is new.</returns>
    public bool Join(FlowState other)
    {
        bool changed = (Blank & other.Blank) != Blank || (GivenBack & other.GivenBack) != GivenBack;
        Blank &= other.Blank;
        GivenBack &= other.GivenBack;
        for (int index = 0; index < _nodes.Length; index++)
        {
            Bits both = _nodes[index] | other._nodes[index];
            changed |= both != _nodes[index];
            _nodes[index] = both;
        }

        return changed;
    }

    /// <summary>Lets no handle lead to a region any more: what they lead to is an older one of the same place.</summary>
    public void Drop(Bits region)
    {
        for (int index = 0; index < _nodes.Length; index++)
        {
            _nodes[index] = _nodes[index].Except(region);
        }

        Blank = Blank.Except(region);
        GivenBack = GivenBack.Except(region);
    }
}
