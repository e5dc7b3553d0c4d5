namespace TypedTensors;

/// <summary>What a <see cref="TensorIndex"/> does to its axis.</summary>
internal enum TensorIndexKind : byte
{
    /// <summary>Picks one index; the axis goes away.</summary>
    Position,

    /// <summary>Picks a C# range, which must lie within the axis.</summary>
    Range,

    /// <summary>Picks a Python slice, which is clipped to the axis.</summary>
    Slice,

    /// <summary>Stands for as many whole axes as the others leave.</summary>
    Ellipsis,

    /// <summary>Puts in an axis of length 1.</summary>
    NewAxis,
}
