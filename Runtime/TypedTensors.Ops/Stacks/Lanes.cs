namespace TypedTensors;

/// <summary>What operations along an axis have in common: lanes, the elements along it, beside one another.</summary>
internal static class Lanes
{
    /// <summary>Whether neighbours in memory lie in neighbouring lanes rather than along one.</summary>
    /// <param name="lanes">A tensor whose last axis is that of the lanes.</param>
    public static bool LieAcross(Tensor lanes)
    {
        nint along = lanes.Strides[^1];
        return along is not (0 or 1 or -1) && lanes.Shape[^1] > 1 && lanes.Length > lanes.Shape[^1];
    }
}
