using TypedTensors.Analyzers.SharedMemory.Flow;

namespace TypedTensors.Analyzers.SharedMemory.Rules;

/// <summary>TT2006: a view of memory that someone else holds as well is returned or stored, and nothing says that it is a view.</summary>
static class ViewEscapes
{
    /// <summary>What a step does that the rule reports.</summary>
    public static IEnumerable<Finding> Find(Moment moment)
    {
        if (moment.Step is not EscapeStep { IsAnnounced: false } escape)
        {
            yield break;
        }

        foreach (Node node in moment.Reached(escape.Value))
        {
            Node[] chain = [.. node.Chain()];
            if (node.Origin.Kind is OriginKind.Parameter or OriginKind.Field
                && chain.Select(view => view.Link).FirstOrDefault(link => link is { Kind: LinkKind.Share, IsSilent: true }) is { } site
                && !chain.Any(view => view.Link?.Kind == LinkKind.Needed))
            {
                string? captured = chain.Select(view => view.Link?.Name).FirstOrDefault(name => name is not null);
                string name = captured ?? escape.Value.Handles.FirstOrDefault(handle => handle.IsNamed && escape.Value.Single == handle)?.Name ?? escape.Syntax.ToString();
                yield return new Finding(
                    Descriptors.ViewEscapes, escape.Syntax, site.Syntax, name, [name, node.Origin.Name, site.Line, captured is null ? escape.Way : "is captured by a lambda"]);
                yield break;
            }
        }
    }
}
