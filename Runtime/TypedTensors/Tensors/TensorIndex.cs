namespace TypedTensors;

/// <summary>One entry of a tensor's indexer: a position, a range, a slice with a step, an ellipsis or a new axis.</summary>
public readonly struct TensorIndex
{
    private TensorIndex(TensorIndexKind kind, nint start, nint? stop, nint step, bool startFromEnd, bool stopFromEnd, bool hasStart)
    {
        Kind = kind;
        Start = start;
        Stop = stop;
        Step = step;
        StartFromEnd = startFromEnd;
        StopFromEnd = stopFromEnd;
        HasStart = hasStart;
    }

    /// <summary>Stands for as many whole axes as the other indices leave.</summary>
    public static TensorIndex Ellipsis => new(TensorIndexKind.Ellipsis, 0, null, 1, false, false, false);

    /// <summary>Puts in an axis of length 1.</summary>
    public static TensorIndex NewAxis => new(TensorIndexKind.NewAxis, 0, null, 1, false, false, false);

    internal TensorIndexKind Kind { get; }

    internal nint Start { get; }

    internal nint? Stop { get; }

    internal nint Step { get; }

    internal bool StartFromEnd { get; }

    internal bool StopFromEnd { get; }

    internal bool HasStart { get; }

    /// <summary>A position counted from the front; the axis goes away.</summary>
    public static implicit operator TensorIndex(nint position) => new(TensorIndexKind.Position, position, null, 1, false, false, true);

    /// <summary>A position counted from the front; the axis goes away.</summary>
    public static implicit operator TensorIndex(int position) => (nint)position;

    /// <summary>A position counted from either end (<c>^1</c> is the last); the axis goes away.</summary>
    public static implicit operator TensorIndex(Index position) =>
        new(TensorIndexKind.Position, position.Value, null, 1, position.IsFromEnd, false, true);

    /// <summary>A range (<c>1..^1</c>); it must lie within the axis.</summary>
    public static implicit operator TensorIndex(Range range) =>
        new(TensorIndexKind.Range, range.Start.Value, range.End.Value, 1, range.Start.IsFromEnd, range.End.IsFromEnd, true);

    /// <summary>A slice with a step, by Python's rules.</summary>
    public static implicit operator TensorIndex(Slice slice) =>
        new(TensorIndexKind.Slice, slice.Start ?? 0, slice.Stop, slice.Step, false, false, slice.Start is not null);
}
