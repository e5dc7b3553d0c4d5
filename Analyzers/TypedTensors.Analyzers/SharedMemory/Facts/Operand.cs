namespace TypedTensors.Analyzers.SharedMemory.Facts;

/// <summary>A place of a call that memory goes in or comes out of: the receiver, a parameter, or the result.</summary>
/// <remarks>The first argument of an extension method of the old form is a parameter; the receiver of an extension block's member is a receiver. The result of a constructor is the new object.</remarks>
readonly record struct Operand
{
    const int ReceiverIndex = 0, ResultIndex = 1, FirstParameter = 2;

    Operand(int index) => Index = index;

    /// <summary>What the member is called on.</summary>
    public static Operand Receiver => new(ReceiverIndex);

    /// <summary>What the call gives.</summary>
    public static Operand Result => new(ResultIndex);

    /// <summary>Whether this is the receiver.</summary>
    public bool IsReceiver => Index == ReceiverIndex;

    /// <summary>Whether this is the result.</summary>
    public bool IsResult => Index == ResultIndex;

    /// <summary>Whether this is a parameter.</summary>
    public bool IsParameter => Index >= FirstParameter;

    /// <summary>The parameter's ordinal; negative for the others.</summary>
    public int Ordinal => Index - FirstParameter;

    /// <summary>The bit in an <see cref="OperandMask"/>.</summary>
    internal int Index { get; }

    /// <summary>A parameter, counted from 0.</summary>
    public static Operand Parameter(int ordinal) => new(ordinal + FirstParameter);

    /// <inheritdoc/>
    public override string ToString() => IsReceiver ? "receiver" : IsResult ? "result" : "parameter " + Ordinal;
}
