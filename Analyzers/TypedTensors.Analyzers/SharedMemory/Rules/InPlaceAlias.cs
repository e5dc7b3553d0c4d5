using TypedTensors.Analyzers.SharedMemory.Flow;

namespace TypedTensors.Analyzers.SharedMemory.Rules;

/// <summary>TT2005: <c>b = a; a += x;</c>, and <c>b</c> is read later.</summary>
static class InPlaceAlias
{
    /// <summary>What a step does that the rule reports.</summary>
    public static IEnumerable<Finding> Find(Moment moment)
    {
        if (moment.Step is not WriteStep { Operator: { } text, Value.Single: { Kind: HandleKind.Local or HandleKind.Parameter } target })
        {
            yield break;
        }

        foreach (SharedWrite shared in SharedWrite.Of(moment).Where(shared => shared is { IsAlias: true, Variable.Kind: HandleKind.Local or HandleKind.Parameter }))
        {
            if (Site(moment, target, shared.Variable) is { } site && shared.NextRead(moment) is { } read)
            {
                yield return new Finding(
                    Descriptors.InPlaceAlias, shared.Step.Syntax, site.Syntax, shared.Variable.Name, [target.Name, shared.Variable.Name, Link.LineOf(site.Syntax), Link.LineOf(read), text]);
            }
        }
    }

    // The assignment that gave the tensor its second name: from the first, or else the last one to either.
    static AssignStep? Site(Moment moment, Handle first, Handle second)
    {
        List<AssignStep> names = [.. moment.Body.AllSteps.OfType<AssignStep>().Where(assign => assign.Target == first || assign.Target == second)];
        return names.Find(assign => assign.Value.Handles.Contains(assign.Target == first ? second : first)) ?? names.LastOrDefault();
    }
}
