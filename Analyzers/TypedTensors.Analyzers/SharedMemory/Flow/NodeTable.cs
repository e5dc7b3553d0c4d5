namespace TypedTensors.Analyzers.SharedMemory.Flow;

/// <summary>The nodes that a body has come across.</summary>
sealed class NodeTable
{
    readonly Dictionary<Origin, Node> _roots = [];
    readonly Dictionary<(Node, Link, bool), Node> _views = [];
    readonly Dictionary<Node, Bits> _regions = [];
    readonly List<Node> _all = [];

    /// <summary>Whether there are more than can be told apart.</summary>
    public bool IsFull => _all.Count >= Bits.Capacity;

    /// <summary>A node by its number.</summary>
    public Node this[int id] => _all[id];

    /// <summary>The nodes of a set.</summary>
    public IEnumerable<Node> In(Bits nodes) => nodes.Numbers().Where(id => id < _all.Count).Select(id => _all[id]);

    /// <summary>The root of a region.</summary>
    public Node Of(Origin origin)
    {
        if (!_roots.TryGetValue(origin, out Node? root))
        {
            root = _roots[origin] = Add(origin, null, null, false);
        }

        return root;
    }

    /// <summary>A view. One that a loop carries round, and of which a view is taken at the same place again, stays itself.</summary>
    public Node View(Node source, Link link, bool isWindow)
    {
        foreach (Node node in source.Chain())
        {
            if (link.Equals(node.Link))
            {
                return node;
            }
        }

        bool window = isWindow || source.IsWindow;
        if (!_views.TryGetValue((source, link, window), out Node? view))
        {
            view = _views[(source, link, window)] = Add(source.Origin, source, link, window);
        }

        return view;
    }

    /// <summary>All nodes of a region.</summary>
    public Bits Region(Node root) => _regions.TryGetValue(root, out Bits nodes) ? nodes : default;

    Node Add(Origin origin, Node? parent, Link? link, bool isWindow)
    {
        var node = new Node(Math.Min(_all.Count, Bits.Capacity - 1), origin, parent, link, isWindow);
        _all.Add(node);
        _regions[node.Root] = Region(node.Root) | Bits.Of(node.Id);
        return node;
    }
}
