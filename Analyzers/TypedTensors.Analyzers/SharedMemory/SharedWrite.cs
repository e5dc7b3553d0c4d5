using Microsoft.CodeAnalysis;
using TypedTensors.Analyzers.SharedMemory.Flow;

namespace TypedTensors.Analyzers.SharedMemory;

/// <summary>A write, and a variable that is not written and yet has other elements afterwards, which are read later.</summary>
/// <param name="Step">The write.</param>
/// <param name="Written">How the text names what is written.</param>
/// <param name="Variable">The variable that changes as well.</param>
/// <param name="Path">How both came to share the memory.</param>
/// <param name="Below">The share sites by which what is written came to it, without those in the write itself.</param>
sealed record SharedWrite(WriteStep Step, string Written, Handle Variable, SharedPath Path, IReadOnlyList<Node> Below)
{
    /// <summary>Whether what is written is what the variable is a view of.</summary>
    public bool IsOwner => Below.Count == 0 && Path.Right.Count > 0;

    /// <summary>Whether both are one and the same.</summary>
    public bool IsAlias => Path.Left.Count == 0 && Path.Right.Count == 0;

    /// <summary>How messages name the variable: under the name by which a lambda uses it, if it is the lambda that is read.</summary>
    public string VariableName => Path.Right.Select(node => node.Link!.Name).FirstOrDefault(name => name is not null) ?? Variable.Name;

    /// <summary>The nearest share site that nothing shows, or else the nearest one.</summary>
    public Link Site => Sites.FirstOrDefault(link => link.IsSilent) ?? Sites.First();

    IEnumerable<Link> Sites => (IsOwner ? Path.Right.Concat(Below) : Below.Concat(Path.Right)).Select(node => node.Link!);

    /// <summary>The variables that a write changes without anyone seeing it.</summary>
    /// <param name="moment">The write.</param>
    public static IEnumerable<SharedWrite> Of(Moment moment)
    {
        if (moment.Step is not WriteStep write)
        {
            yield break;
        }

        HashSet<Link> inline = [.. write.Value.Terms.SelectMany(term => term.Links)];
        List<Node> written = [.. moment.Reached(write.Value)];
        bool isOneRegion = IsOneRegion(written);
        List<Handle> roots = [.. write.Value.Handles];
        string name = roots is [{ IsNamed: true } root] ? root.Name : write.Syntax.ToString();
        foreach (Handle variable in moment.ReadLater(roots))
        {
            List<Node> seen = [.. moment.Analysis.Nodes.In(moment.State[variable])];

            // Two variables that may each lead to either of two regions are most often exchanged, as the buffers of a pair are: they never lead to the same.
            if (!isOneRegion && !IsOneRegion(seen))
            {
                continue;
            }

            SharedWrite? found = null;
            foreach (SharedPath path in written.SelectMany(node => seen.Select(other => SharedPath.Between(node, other))).OfType<SharedPath>())
            {
                var shared = new SharedWrite(write, name, variable, path, [.. path.Left.Where(node => !inline.Contains(node.Link!))]);
                if (shared.IsCertain(seen) && (found is null || path.Left.Count + path.Right.Count < found.Path.Left.Count + found.Path.Right.Count))
                {
                    found = shared;
                }
            }

            if (found is not null)
            {
                yield return found;
            }
        }
    }

    /// <summary>Whether a site lies between, other than in the write itself, that nothing shows.</summary>
    public bool IsSilent => Below.Concat(Path.Right).Any(node => node.Link!.IsSilent);

    /// <summary>Whether the write is what the variable was made for: it was there before the memory had been filled.</summary>
    public bool IsFilling => Step.IsStore && !IsConstantElement && Path.HasWindow;

    /// <summary>
    /// The place where the variable is read later. That it is returned counts only where what is written is looked at as well: otherwise both are one thing that is being made.
    /// </summary>
    public SyntaxNode? NextRead(Moment moment) =>
        moment.NextRead(Variable) ?? (Step.Value.Handles.Any(handle => moment.NextLook(handle) is not null) ? moment.NextLook(Variable) : null);

    /// <summary>Whether a single element is written at a place that the text names.</summary>
    public bool IsConstantElement => Step.IsElement && Step.IsConstant;

    static bool IsOneRegion(List<Node> nodes) => nodes.Count > 0 && nodes.TrueForAll(node => ReferenceEquals(node.Root, nodes[0].Root));

    bool IsCertain(List<Node> seen) =>
        !Path.Has(LinkKind.Needed)
        && !(Path.Has(LinkKind.Stored) && !IsOneStored(seen))
        && (Path.Right.Count == 0 || Step.Element is not { } element || Path.Left.Count > 0 || !SharedPath.ExtentOf(Path.Right).IsApartFrom(Extent.At(element)))
        && Path.Meets;

    // Of a list that holds views of several arrays nobody knows which is read.
    static bool IsOneStored(List<Node> seen) => seen.Where(node => node.Chain().Any(view => view.Link?.Kind == LinkKind.Stored)).Select(node => node.Root).Distinct().Count() <= 1;
}
