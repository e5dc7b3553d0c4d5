namespace TypedTensors.Dispatch;

/// <summary>A tensor in memory of this process, pinned for a kernel.</summary>
internal unsafe struct BoundBuffer
{
    /// <summary>The first element.</summary>
    public byte* Data;

    /// <summary>The lengths of the axes.</summary>
    public Dimensions Sizes;

    /// <summary>The distance in elements from one index of an axis to the next.</summary>
    public Dimensions Strides;
}
