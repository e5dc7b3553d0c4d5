namespace TypedTensors.FourierTransforms;

/// <summary>Keeps what was computed for the lengths asked for last.</summary>
internal sealed class PlanCache<TPlan>
    where TPlan : class
{
    /// <summary>The plans that are kept. One holds up to a few numbers for each of its length's elements.</summary>
    private const int Capacity = 16;

    // The one used last stands last.
    private readonly List<(nint Length, TPlan Plan)> kept = [];

    /// <summary>The plans of the process.</summary>
    public static PlanCache<TPlan> Shared { get; } = new();

    /// <summary>The plan of a length.</summary>
    public TPlan Get(nint length, Func<nint, TPlan> create)
    {
        lock (kept)
        {
            int index = kept.FindIndex(entry => entry.Length == length);
            if (index >= 0)
            {
                (nint Length, TPlan Plan) entry = kept[index];
                kept.RemoveAt(index);
                kept.Add(entry);
                return entry.Plan;
            }
        }

        // Outside the lock, as it can take long and may ask for another plan; two threads may make the same one.
        TPlan plan = create(length);
        lock (kept)
        {
            if (kept.Count == Capacity)
            {
                kept.RemoveAt(0);
            }

            kept.Add((length, plan));
        }

        return plan;
    }
}
