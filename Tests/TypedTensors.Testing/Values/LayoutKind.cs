namespace TypedTensors.Testing.Values;

/// <summary>The ways in which a tensor of a given shape may lie in memory.</summary>
public enum LayoutKind
{
    /// <summary>One element after the other in C order.</summary>
    Contiguous,

    /// <summary>Contiguous, but not from the start of the memory.</summary>
    Shifted,

    /// <summary>Every second element of every row.</summary>
    EverySecond,

    /// <summary>Rows with a gap between them.</summary>
    GappedRows,

    /// <summary>All axes backwards.</summary>
    Reversed,

    /// <summary>The last axis backwards with a step of 3.</summary>
    ReversedEveryThird,

    /// <summary>The axes in reverse order.</summary>
    Transposed,

    /// <summary>The axes in reverse order, the last one backwards, with gaps.</summary>
    TransposedReversedGapped,
}
