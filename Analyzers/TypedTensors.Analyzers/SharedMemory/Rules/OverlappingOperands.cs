using TypedTensors.Analyzers.SharedMemory.Flow;

namespace TypedTensors.Analyzers.SharedMemory.Rules;

/// <summary>TT2003: <c>t += t.Transpose()</c> reads elements that it has already written, unless the operation copies them first, as ours do.</summary>
static class OverlappingOperands
{
    /// <summary>What a step does that the rule reports.</summary>
    public static IEnumerable<Finding> Find(Moment moment)
    {
        if (moment.Step is not WriteStep { IsOverlapSafe: false, IsElement: false } write)
        {
            yield break;
        }

        List<Node> written = [.. moment.Reached(write.Value)];
        foreach ((Microsoft.CodeAnalysis.SyntaxNode syntax, Value value) in write.Reads)
        {
            List<Node> read = [.. moment.Reached(value)];
            if (written.Concat(read).Select(node => node.Root).Distinct().Count() != 1)
            {
                continue;
            }

            if (written.SelectMany(node => read.Select(other => SharedPath.Between(node, other))).OfType<SharedPath>().FirstOrDefault(IsRelaid) is { } path)
            {
                Link site = path.Links.FirstOrDefault(link => !link.SameLayout) ?? path.Links.First();
                yield return new Finding(Descriptors.OverlappingOperands, syntax, site.Syntax, syntax.ToString(), [write.Syntax.ToString(), syntax.ToString(), site.Line]);
            }
        }
    }

    static bool IsRelaid(SharedPath path)
    {
        if (path.Links.Any(link => link.Kind != LinkKind.Share))
        {
            return false;
        }

        if (path.Links.Any(link => !link.SameLayout && link.Extent.IsWhole))
        {
            return true;
        }

        Extent left = SharedPath.ExtentOf(path.Left), right = SharedPath.ExtentOf(path.Right);
        bool isStretched = left.IsWhole != right.IsWhole && path.IsSilent && IsSingle(left.IsWhole ? right : left);
        return (left.IsShiftedFrom(right) && path.Meets) || isStretched;
    }

    // A row that is broadcast over the matrix it belongs to.
    static bool IsSingle(Extent extent) => extent.Start is { } start && extent.End == start + 1;
}
