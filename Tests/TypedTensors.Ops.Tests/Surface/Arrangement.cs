namespace TypedTensors.Ops.Tests.Surface;

/// <summary>How operands lie in memory: the kinds of <see cref="TypedTensors.Testing.Values.LayoutKind"/>, and stretched ones.</summary>
enum Arrangement
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

    /// <summary>The first index of the first axis for all of them, with a stride of zero.</summary>
    Broadcast,

    /// <summary>The elements of <see cref="Broadcast"/> in C order.</summary>
    CloneOfBroadcast,
}
