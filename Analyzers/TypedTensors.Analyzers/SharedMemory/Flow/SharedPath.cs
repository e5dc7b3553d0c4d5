namespace TypedTensors.Analyzers.SharedMemory.Flow;

/// <summary>How two nodes of one region came to see the same memory: the share sites between each of them and what both are views of.</summary>
/// <param name="Common">What both are views of; it may be one of them.</param>
/// <param name="Left">The nodes from the one up to, and without, the common one.</param>
/// <param name="Right">The nodes from the other.</param>
sealed record SharedPath(Node Common, IReadOnlyList<Node> Left, IReadOnlyList<Node> Right)
{
    /// <summary>The way between two nodes.</summary>
    /// <returns>The way, or null where they are of different regions.</returns>
    public static SharedPath? Between(Node left, Node right)
    {
        if (!ReferenceEquals(left.Root, right.Root))
        {
            return null;
        }

        List<Node> first = [], second = [];
        while (!ReferenceEquals(left, right))
        {
            if (left.Depth >= right.Depth)
            {
                first.Add(left);
                left = left.Parent!;
            }
            else
            {
                second.Add(right);
                right = right.Parent!;
            }
        }

        return new SharedPath(left, first, second);
    }

    /// <summary>The share sites.</summary>
    public IEnumerable<Link> Links => Left.Concat(Right).Select(node => node.Link!);

    /// <summary>Whether a site lies between that nothing shows.</summary>
    public bool IsSilent => Links.Any(link => link.IsSilent);

    /// <summary>Whether one of the two was taken before anything was in the memory.</summary>
    public bool HasWindow => Left.Concat(Right).Any(node => node.IsWindow);

    /// <summary>Whether one is seen through a list, an object or a gradient, so that not all of it need be the same memory.</summary>
    public bool Has(LinkKind kind) => Links.Any(link => link.Kind == kind);

    /// <summary>Whether a write to all of one surely changes the other.</summary>
    public bool Meets => Left.Count == 0 || Right.Count == 0 || ExtentOf(Left).Meets(ExtentOf(Right));

    /// <summary>
    /// The elements of the common node that one sees. Those of a part of a part are not known, nor are those of a part of a tensor, which counts rows where what it is a view of counts elements.
    /// </summary>
    public static Extent ExtentOf(IReadOnlyList<Node> side)
    {
        for (int index = side.Count - 1; index >= 0; index--)
        {
            Link link = side[index].Link!;
            if (!link.Extent.IsWhole)
            {
                return link.Extent;
            }

            if (link.IsSilent || !link.SameLayout)
            {
                return side.Take(index).Any(node => !node.Link!.Extent.IsWhole) ? Extent.Part : Extent.Whole;
            }
        }

        return Extent.Whole;
    }
}
