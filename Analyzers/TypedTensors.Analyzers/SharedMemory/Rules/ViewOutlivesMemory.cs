using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using TypedTensors.Analyzers.SharedMemory.Flow;

namespace TypedTensors.Analyzers.SharedMemory.Rules;

/// <summary>TT2004: an array goes back to its pool, and a view of it is still used.</summary>
static class ViewOutlivesMemory
{
    /// <summary>What a step does that the rule reports.</summary>
    public static IEnumerable<Finding> Find(Moment moment)
    {
        Value used = moment.Step switch
        {
            ReadStep read => read.Value,
            WriteStep write => write.Value,
            EscapeStep escape => escape.Value,
            _ => Value.None,
        };
        foreach (Node node in moment.Reached(used).Where(node => node.Chain().All(view => view.Link is null or { Kind: LinkKind.Share or LinkKind.Captured })))
        {
            if (GivenBack(moment, node) is not { } place)
            {
                continue;
            }

            Link? site = node.Link;
            SyntaxNode made = site?.Syntax ?? node.Origin.Syntax ?? place;
            string name = used.Handles.FirstOrDefault(handle => handle.IsNamed)?.Name ?? moment.Step.Syntax.ToString();
            yield return new Finding(Descriptors.ViewOutlivesMemory, moment.Step.Syntax, made, name, [name, Owner(moment, node, name), Link.LineOf(made), Link.LineOf(place)]);
            yield break;
        }
    }

    // Where the memory of a node was given back before the step, or is before its result can be used.
    static SyntaxNode? GivenBack(Moment moment, Node node)
    {
        if (moment.State.GivenBack.Contains(node.Root.Id))
        {
            return moment.Body.AllSteps.OfType<GiveBackStep>().FirstOrDefault(step => moment.Reached(step.Value).Any(given => ReferenceEquals(given.Root, node.Root)))?.Syntax;
        }

        if (moment.Step is EscapeStep escape)
        {
            return node.Origin.Kind == OriginKind.Stack ? escape.Syntax : GivenBackOnTheWayOut(moment, escape.Finally, node);
        }

        return node.Chain().Select(view => view.Link?.Fixed).OfType<ILocalSymbol>().FirstOrDefault(pointer => !IsInScope(moment.Place.Block, pointer)) is { } ended
            ? ended.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax()
            : null;
    }

    static SyntaxNode? GivenBackOnTheWayOut(Moment moment, ImmutableArray<ControlFlowRegion> regions, Node node)
    {
        foreach (ControlFlowRegion region in regions)
        {
            for (int ordinal = region.FirstBlockOrdinal; ordinal <= region.LastBlockOrdinal; ordinal++)
            {
                foreach (GiveBackStep step in moment.Body.Steps[ordinal].OfType<GiveBackStep>())
                {
                    if (moment.Reached(step.Value).Any(given => ReferenceEquals(given.Root, node.Root)))
                    {
                        return step.Syntax;
                    }
                }
            }
        }

        return null;
    }

    static bool IsInScope(BasicBlock block, ILocalSymbol local)
    {
        for (ControlFlowRegion? region = block.EnclosingRegion; region is not null; region = region.EnclosingRegion)
        {
            if (region.Locals.Contains(local, SymbolEqualityComparer.Default))
            {
                return true;
            }
        }

        return false;
    }

    static string Owner(Moment moment, Node node, string without) =>
        moment.Analysis.Handles.All.FirstOrDefault(handle => handle.IsNamed && handle.Name != without && moment.Analysis.Nodes.In(moment.State[handle]).Any(owner => node.Chain().Contains(owner)))?.Name
        ?? node.Origin.Name;
}
