namespace TypedTensors;

/// <summary>Counts what is true.</summary>
internal static class BooleanCount
{
    /// <summary>The number of true elements.</summary>
    public static long Run(ReadOnlySpan<bool> elements)
    {
        long count = 0;
        foreach (bool element in elements)
        {
            count += element ? 1 : 0;
        }

        return count;
    }
}
