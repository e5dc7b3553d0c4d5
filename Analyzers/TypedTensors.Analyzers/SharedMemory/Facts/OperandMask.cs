namespace TypedTensors.Analyzers.SharedMemory.Facts;

/// <summary>A set of operands. Parameters beyond the 62nd are not kept: no known member has so many.</summary>
/// <param name="Bits">One bit for each <see cref="Operand.Index"/>.</param>
readonly record struct OperandMask(ulong Bits)
{
    /// <summary>Whether there is none.</summary>
    public bool IsEmpty => Bits == 0;

    /// <summary>Whether an operand is among them.</summary>
    public bool Contains(Operand operand) => (Bits & Bit(operand)) != 0;

    /// <summary>These and another.</summary>
    public OperandMask With(Operand operand) => new(Bits | Bit(operand));

    /// <summary>The operands of both.</summary>
    public static OperandMask operator |(OperandMask left, OperandMask right) => new(left.Bits | right.Bits);

    static ulong Bit(Operand operand) => operand.Index < 64 ? 1UL << operand.Index : 0;
}
