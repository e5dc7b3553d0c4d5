using TypedTensors.Analyzers.SharedMemory.Flow;

namespace TypedTensors.Analyzers.SharedMemory.Rules;

/// <summary>TT2007: what a result was computed from is written before <c>Backward()</c> reads it again.</summary>
static class GradientInputWritten
{
    /// <summary>What a step does that the rule reports.</summary>
    public static IEnumerable<Finding> Find(Moment moment)
    {
        if (moment.Step is not WriteStep write)
        {
            yield break;
        }

        List<Node> written = [.. moment.Reached(write.Value)];
        foreach (Handle result in moment.Analysis.Handles.All)
        {
            List<Node> needed = [.. moment.Analysis.Nodes.In(moment.State[result])];
            if (!needed.Exists(node => node.Origin.HasGradient)
                || written.SelectMany(node => needed.Select(other => SharedPath.Between(node, other))).OfType<SharedPath>().FirstOrDefault(path => path.Left.Count == 0 && path.Has(LinkKind.Needed)) is not { } path
                || moment.NextBackward(result) is not { } backward)
            {
                continue;
            }

            // From the result back to what it was computed from: the last of these is what the operation was given.
            Node operand = path.Right.Last(node => node.Link!.Kind == LinkKind.Needed);
            Link site = path.Right.Select(node => node.Link!).FirstOrDefault(link => link.Kind == LinkKind.Share) ?? operand.Link!;
            string name = site.Kind == LinkKind.Share ? Name(moment, operand.Parent!) ?? operand.Link!.Syntax.ToString() : result.Name;
            yield return new Finding(
                Descriptors.GradientInputWritten, write.Syntax, site.Syntax, name, [write.Value.Handles.FirstOrDefault(handle => handle.IsNamed)?.Name ?? write.Syntax.ToString(), name, site.Line, Link.LineOf(backward)]);
            yield break;
        }
    }

    static string? Name(Moment moment, Node node) => moment.Analysis.Handles.All.FirstOrDefault(handle => handle.IsNamed && moment.State[handle].Contains(node.Id))?.Name;
}
