namespace TypedTensors;

/// <summary>A slice of an axis with a step, by the rules of Python and NumPy: <c>start:stop:step</c>.</summary>
/// <remarks>Negative positions count from the end, positions beyond the axis are clipped, and a negative step walks backwards: <c>new Slice(step: -1)</c> is <c>::-1</c>.</remarks>
public readonly record struct Slice
{
    // Kept less one, so that default(Slice) and new Slice(), which run no constructor, are the whole axis too.
    private readonly nint stepLessOne;

    /// <summary>Creates a slice.</summary>
    /// <param name="start">The first index; null for the beginning (the end, if the step is negative).</param>
    /// <param name="stop">The index behind the last; null for the end (the beginning, if the step is negative).</param>
    /// <param name="step">How far it is from one index to the next; not 0.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="step"/> is 0.</exception>
    public Slice(nint? start = null, nint? stop = null, nint step = 1)
    {
        ArgumentOutOfRangeException.ThrowIfZero(step);
        Start = start;
        Stop = stop;
        stepLessOne = step - 1;
    }

    /// <summary>The first index, or null for where the walk naturally begins.</summary>
    public nint? Start { get; }

    /// <summary>The index behind the last, or null for where the walk naturally ends.</summary>
    public nint? Stop { get; }

    /// <summary>How far it is from one index to the next.</summary>
    public nint Step => stepLessOne + 1;
}
