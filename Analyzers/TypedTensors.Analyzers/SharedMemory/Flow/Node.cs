namespace TypedTensors.Analyzers.SharedMemory.Flow;

/// <summary>A region of memory as it is seen by the way of certain share sites. The nodes of a region form a tree, at whose root the memory is made.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Origin">Where the memory comes from.</param>
/// <param name="Parent">What it is a view of; null for the root.</param>
/// <param name="Link">The share site; null for the root.</param>
/// <param name="IsWindow">Whether it was taken before anything was written to the memory: whoever does that wants to see what is written later.</param>
sealed record Node(int Id, Origin Origin, Node? Parent, Link? Link, bool IsWindow)
{
    /// <summary>How many share sites lie between this and the root.</summary>
    public int Depth { get; } = Parent is null ? 0 : Parent.Depth + 1;

    /// <summary>The root.</summary>
    public Node Root => Parent?.Root ?? this;

    /// <summary>This and what it is a view of, up to the root.</summary>
    public IEnumerable<Node> Chain()
    {
        for (Node? node = this; node is not null; node = node.Parent)
        {
            yield return node;
        }
    }

    /// <inheritdoc/>
    public bool Equals(Node? other) => ReferenceEquals(this, other);

    /// <inheritdoc/>
    public override int GetHashCode() => Id;
}
