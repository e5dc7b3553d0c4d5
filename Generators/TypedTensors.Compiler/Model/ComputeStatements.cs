namespace TypedTensors.Compiler.Model;

/// <summary>A step that has no value: it changes something, or says which steps come next.</summary>
public abstract record StatementInstruction() : Instruction(NoValue, default, null)
{
    /// <summary>The number that no value has.</summary>
    public const int NoValue = -1;

    /// <summary>The lists of steps within this one.</summary>
    public virtual IEnumerable<EquatableArray<Instruction>> Blocks => [];
}

/// <summary>A variable begins, with a value or without one.</summary>
/// <param name="Variable">The variable's position in the body's list.</param>
/// <param name="Value">Its first value, or <see cref="StatementInstruction.NoValue"/>.</param>
public sealed record DeclareInstruction(int Variable, int Value) : StatementInstruction
{
    /// <inheritdoc/>
    public override IEnumerable<int> Operands => Value == NoValue ? [] : [Value];
}

/// <summary>A variable changes.</summary>
/// <param name="Variable">The variable's position in the body's list.</param>
/// <param name="Value">Its new value.</param>
public sealed record AssignInstruction(int Variable, int Value) : StatementInstruction
{
    /// <inheritdoc/>
    public override IEnumerable<int> Operands => [Value];
}

/// <summary>An element of a buffer changes.</summary>
/// <param name="Buffer">The buffer's position among the parameters.</param>
/// <param name="Indices">An index for each axis.</param>
/// <param name="Value">Its new value.</param>
public sealed record StoreElementInstruction(int Buffer, EquatableArray<int> Indices, int Value) : StatementInstruction
{
    /// <inheritdoc/>
    public override IEnumerable<int> Operands => [.. Indices, Value];
}

/// <summary>An element of an array changes.</summary>
/// <param name="Array">The array's position in the body's list.</param>
/// <param name="Index">The index.</param>
/// <param name="Value">Its new value.</param>
public sealed record StoreItemInstruction(int Array, int Index, int Value) : StatementInstruction
{
    /// <inheritdoc/>
    public override IEnumerable<int> Operands => [Index, Value];
}

/// <summary>All elements of a thread's own array become zero: it begins here.</summary>
/// <param name="Array">The array's position in the body's list.</param>
public sealed record ClearInstruction(int Array) : StatementInstruction
{
    /// <inheritdoc/>
    public override IEnumerable<int> Operands => [];
}

/// <summary>Some steps or others.</summary>
/// <param name="Condition">The bool that chooses.</param>
/// <param name="WhenTrue">The steps where it is true.</param>
/// <param name="WhenFalse">The steps where it is false.</param>
public sealed record IfInstruction(int Condition, EquatableArray<Instruction> WhenTrue, EquatableArray<Instruction> WhenFalse) : StatementInstruction
{
    /// <inheritdoc/>
    public override IEnumerable<int> Operands => [Condition];

    /// <inheritdoc/>
    public override IEnumerable<EquatableArray<Instruction>> Blocks => [WhenTrue, WhenFalse];
}

/// <summary>Steps over and over. Each round runs the head, ends the loop unless the condition holds, runs the body and then the step.</summary>
/// <param name="Head">The steps that the condition needs.</param>
/// <param name="Condition">The bool under which a round goes on, defined in the head or before; or <see cref="StatementInstruction.NoValue"/> for always.</param>
/// <param name="Body">The steps of a round.</param>
/// <param name="Step">The steps after a round, where <c>continue</c> leads.</param>
public sealed record RepeatInstruction(EquatableArray<Instruction> Head, int Condition, EquatableArray<Instruction> Body, EquatableArray<Instruction> Step)
    : StatementInstruction
{
    /// <inheritdoc/>
    public override IEnumerable<int> Operands => Condition == NoValue ? [] : [Condition];

    /// <inheritdoc/>
    public override IEnumerable<EquatableArray<Instruction>> Blocks => [Head, Body, Step];
}

/// <summary>Where a thread goes on.</summary>
public enum JumpKind
{
    /// <summary>Behind the innermost loop.</summary>
    Break,

    /// <summary>At the step of the innermost loop.</summary>
    Continue,

    /// <summary>Nowhere: it is done.</summary>
    Return,
}

/// <summary>A thread goes on elsewhere. Nothing follows this step in its list.</summary>
/// <param name="Kind">Where.</param>
public sealed record JumpInstruction(JumpKind Kind) : StatementInstruction
{
    /// <inheritdoc/>
    public override IEnumerable<int> Operands => [];
}

/// <summary>A thread waits for all others of its group.</summary>
/// <param name="Number">Which barrier of the kernel this is.</param>
public sealed record BarrierInstruction(int Number) : StatementInstruction
{
    /// <inheritdoc/>
    public override IEnumerable<int> Operands => [];
}
