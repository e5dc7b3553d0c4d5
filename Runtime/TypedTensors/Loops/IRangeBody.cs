namespace TypedTensors.Loops;

/// <summary>Work over a range of indices that can be cut anywhere.</summary>
internal interface IRangeBody
{
    /// <summary>Does the work of the indices from <paramref name="start"/> up to, not including, <paramref name="end"/>.</summary>
    void Run(nint start, nint end);
}
