using TypedTensors.Analyzers.SharedMemory.Flow;

namespace TypedTensors.Analyzers.SharedMemory.Rules;

/// <summary>TT2001: <c>view = array.AsTensor(); array[0] = 1;</c>, and the view is read later.</summary>
static class OwnerWritten
{
    /// <summary>What a step does that the rule reports.</summary>
    public static IEnumerable<Finding> Find(Moment moment)
    {
        foreach (SharedWrite shared in SharedWrite.Of(moment).Where(shared => shared is { IsOwner: true, IsSilent: true, IsFilling: false }))
        {
            if (shared.NextRead(moment) is { } read)
            {
                yield return new Finding(
                    Descriptors.OwnerWritten, shared.Step.Syntax, shared.Site.Syntax, shared.VariableName, [shared.Written, shared.VariableName, shared.Site.Line, Link.LineOf(read)]);
            }
        }
    }
}
