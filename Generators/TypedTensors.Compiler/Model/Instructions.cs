namespace TypedTensors.Compiler.Model;

/// <summary>One step of a kernel's body, in static single assignment form: it defines a value, which other steps name by its id.</summary>
/// <param name="Id">The number of the value.</param>
/// <param name="Type">The type of the value.</param>
/// <param name="Name">The name of the user's local that first held the value, or null.</param>
public abstract record Instruction(int Id, ElementType Type, string? Name)
{
    /// <summary>The values that this step reads from the region it stands in.</summary>
    public abstract IEnumerable<int> Operands { get; }
}

/// <summary>A value known at compile time.</summary>
/// <param name="Id">The number of the value.</param>
/// <param name="Type">The type of the value.</param>
/// <param name="Name">The name of the user's local, or null.</param>
/// <param name="Value">The value.</param>
public sealed record ConstantInstruction(int Id, ElementType Type, string? Name, ConstantValue Value) : Instruction(Id, Type, Name)
{
    /// <inheritdoc/>
    public override IEnumerable<int> Operands => [];
}

/// <summary>A parameter of the kernel.</summary>
/// <param name="Id">The number of the value.</param>
/// <param name="Type">The type in which the kernel computes with it.</param>
/// <param name="Name">The parameter's name.</param>
/// <param name="Index">The parameter's position.</param>
public sealed record ParameterInstruction(int Id, ElementType Type, string? Name, int Index) : Instruction(Id, Type, Name)
{
    /// <inheritdoc/>
    public override IEnumerable<int> Operands => [];
}

/// <summary>An operation on one value.</summary>
/// <param name="Id">The number of the value.</param>
/// <param name="Type">The type of the value.</param>
/// <param name="Name">The name of the user's local, or null.</param>
/// <param name="Operator">The operation.</param>
/// <param name="Operand">What it applies to.</param>
public sealed record UnaryInstruction(int Id, ElementType Type, string? Name, UnaryOperator Operator, int Operand) : Instruction(Id, Type, Name)
{
    /// <inheritdoc/>
    public override IEnumerable<int> Operands => [Operand];
}

/// <summary>An operation on two values of the result's type; a shift takes an <see cref="int"/>, or a value of the same type, on its right.</summary>
/// <param name="Id">The number of the value.</param>
/// <param name="Type">The type of the value.</param>
/// <param name="Name">The name of the user's local, or null.</param>
/// <param name="Operator">The operation.</param>
/// <param name="Left">The left operand.</param>
/// <param name="Right">The right operand.</param>
public sealed record BinaryInstruction(int Id, ElementType Type, string? Name, BinaryOperator Operator, int Left, int Right)
    : Instruction(Id, Type, Name)
{
    /// <inheritdoc/>
    public override IEnumerable<int> Operands => [Left, Right];
}

/// <summary>A comparison; its value is a bool.</summary>
/// <param name="Id">The number of the value.</param>
/// <param name="Name">The name of the user's local, or null.</param>
/// <param name="Operator">The comparison.</param>
/// <param name="Left">The left operand.</param>
/// <param name="Right">The right operand, of the same type.</param>
public sealed record CompareInstruction(int Id, string? Name, ComparisonOperator Operator, int Left, int Right)
    : Instruction(Id, ElementType.Boolean, Name)
{
    /// <inheritdoc/>
    public override IEnumerable<int> Operands => [Left, Right];
}

/// <summary>One of two values, both of which have been computed.</summary>
/// <param name="Id">The number of the value.</param>
/// <param name="Type">The type of the value.</param>
/// <param name="Name">The name of the user's local, or null.</param>
/// <param name="Condition">The bool that chooses.</param>
/// <param name="WhenTrue">The value where it is true.</param>
/// <param name="WhenFalse">The value where it is false.</param>
public sealed record SelectInstruction(int Id, ElementType Type, string? Name, int Condition, int WhenTrue, int WhenFalse)
    : Instruction(Id, Type, Name)
{
    /// <inheritdoc/>
    public override IEnumerable<int> Operands => [Condition, WhenTrue, WhenFalse];
}

/// <summary>A numeric conversion.</summary>
/// <param name="Id">The number of the value.</param>
/// <param name="Type">The type converted to.</param>
/// <param name="Name">The name of the user's local, or null.</param>
/// <param name="Operand">The value converted.</param>
/// <param name="Native">Whether the machine's own conversion will do, whatever it gives for NaN and out of range.</param>
public sealed record ConvertInstruction(int Id, ElementType Type, string? Name, int Operand, bool Native) : Instruction(Id, Type, Name)
{
    /// <inheritdoc/>
    public override IEnumerable<int> Operands => [Operand];
}

/// <summary>The same bits read as another type of the same size.</summary>
/// <param name="Id">The number of the value.</param>
/// <param name="Type">The type the bits are read as.</param>
/// <param name="Name">The name of the user's local, or null.</param>
/// <param name="Operand">The value whose bits are read.</param>
public sealed record BitCastInstruction(int Id, ElementType Type, string? Name, int Operand) : Instruction(Id, Type, Name)
{
    /// <inheritdoc/>
    public override IEnumerable<int> Operands => [Operand];
}

/// <summary>A call of a function in the table of intrinsics.</summary>
/// <param name="Id">The number of the value.</param>
/// <param name="Type">The type of the value.</param>
/// <param name="Name">The name of the user's local, or null.</param>
/// <param name="Intrinsic">The name of the row.</param>
/// <param name="Arguments">The arguments.</param>
public sealed record IntrinsicInstruction(int Id, ElementType Type, string? Name, string Intrinsic, EquatableArray<int> Arguments)
    : Instruction(Id, Type, Name)
{
    /// <inheritdoc/>
    public override IEnumerable<int> Operands => Arguments;
}

/// <summary>A call of a function marked as kernel function, which has vector overloads of its own.</summary>
/// <param name="Id">The number of the value.</param>
/// <param name="Type">The type of the value.</param>
/// <param name="Name">The name of the user's local, or null.</param>
/// <param name="ContainingType">The full name of the type that declares it, with <c>global::</c>.</param>
/// <param name="Method">The function's name.</param>
/// <param name="Arguments">The arguments.</param>
public sealed record CallInstruction(int Id, ElementType Type, string? Name, string ContainingType, string Method, EquatableArray<int> Arguments)
    : Instruction(Id, Type, Name)
{
    /// <inheritdoc/>
    public override IEnumerable<int> Operands => Arguments;
}

/// <summary>A counted loop. Its own id stands for the counter.</summary>
/// <param name="Id">The number of the counter's value within the loop.</param>
/// <param name="Type">The type of the counter.</param>
/// <param name="Name">The name of the counter.</param>
/// <param name="Start">The counter's first value.</param>
/// <param name="Bound">What the counter is compared with before each round.</param>
/// <param name="While">The comparison under which a round begins.</param>
/// <param name="Step">What is added to the counter after each round.</param>
/// <param name="Variables">The values that one round hands to the next.</param>
/// <param name="ActiveVariable">The position in <paramref name="Variables"/> of the mask of elements that have not left the loop, or -1.</param>
/// <param name="Body">The steps of one round.</param>
public sealed record LoopInstruction(
    int Id,
    ElementType Type,
    string? Name,
    int Start,
    int Bound,
    ComparisonOperator While,
    long Step,
    EquatableArray<LoopVariable> Variables,
    int ActiveVariable,
    EquatableArray<Instruction> Body) : Instruction(Id, Type, Name)
{
    /// <inheritdoc/>
    public override IEnumerable<int> Operands => Variables.Select(variable => variable.Initial).Prepend(Bound).Prepend(Start);
}

/// <summary>A value that one round of a loop hands to the next.</summary>
/// <param name="Name">The name of the user's local.</param>
/// <param name="Type">The type of the value.</param>
/// <param name="Initial">The value before the first round.</param>
/// <param name="Inside">The number of the value at the beginning of a round, and after the last.</param>
/// <param name="Next">The value at the end of a round.</param>
public sealed record LoopVariable(string Name, ElementType Type, int Initial, int Inside, int Next);
