using TypedTensors.Analyzers.SharedMemory.Flow;

namespace TypedTensors.Analyzers.SharedMemory.Rules;

/// <summary>TT2002: <c>view = array.AsTensor(); view += 1;</c>, and the array, or another view of it, is read later.</summary>
static class ViewWritten
{
    /// <summary>What a step does that the rule reports.</summary>
    public static IEnumerable<Finding> Find(Moment moment)
    {
        foreach (SharedWrite shared in SharedWrite.Of(moment).Where(shared => shared is { IsOwner: false, IsAlias: false, IsSilent: true, IsFilling: false } && shared.Below.Count > 0 && !IsMeant(shared, moment)))
        {
            if (shared.NextRead(moment) is { } read)
            {
                yield return new Finding(
                    Descriptors.ViewWritten, shared.Step.Syntax, shared.Site.Syntax, shared.VariableName, [shared.Written, shared.VariableName, shared.Site.Line, Link.LineOf(read)]);
            }
        }
    }

    // A row is taken to be filled; and who changes a row and never looks at it again wants to change the matrix.
    static bool IsMeant(SharedWrite shared, Moment moment) =>
        shared.Path.Right.Count == 0
        && shared.Below.Any(node => !node.Link!.Extent.IsWhole)
        && ((shared.Step.IsStore && !shared.IsConstantElement) || shared.Step.Value.Handles.All(handle => moment.NextLook(handle) is null));
}
