namespace TypedTensors.Compiler.Model;

/// <summary>What a thread can ask of its place.</summary>
public enum ThreadPlace
{
    /// <summary>Its index in the grid.</summary>
    Global,

    /// <summary>Its index in its group.</summary>
    Local,

    /// <summary>The index of its group.</summary>
    Group,

    /// <summary>The threads asked for.</summary>
    Grid,

    /// <summary>Its index among all threads of its group, counted through.</summary>
    LocalIndex,
}

/// <summary>Where a thread is.</summary>
/// <param name="Id">The number of the value.</param>
/// <param name="Name">The name of the user's local, or null.</param>
/// <param name="Place">What is asked.</param>
/// <param name="Axis">Along which axis: 0 for X, 1 for Y, 2 for Z.</param>
public sealed record ThreadInstruction(int Id, string? Name, ThreadPlace Place, int Axis) : Instruction(Id, ElementType.Int32, Name)
{
    /// <inheritdoc/>
    public override IEnumerable<int> Operands => [];
}

/// <summary>The length of an axis of a buffer.</summary>
/// <param name="Id">The number of the value.</param>
/// <param name="Name">The name of the user's local, or null.</param>
/// <param name="Buffer">The buffer's position among the parameters.</param>
/// <param name="Axis">The axis.</param>
public sealed record SizeInstruction(int Id, string? Name, int Buffer, int Axis) : Instruction(Id, ElementType.Int32, Name)
{
    /// <inheritdoc/>
    public override IEnumerable<int> Operands => [];
}

/// <summary>What a variable holds at this point.</summary>
/// <param name="Id">The number of the value.</param>
/// <param name="Type">The type of the value.</param>
/// <param name="Name">The name of the user's local, or null.</param>
/// <param name="Variable">The variable's position in the body's list.</param>
public sealed record VariableInstruction(int Id, ElementType Type, string? Name, int Variable) : Instruction(Id, Type, Name)
{
    /// <inheritdoc/>
    public override IEnumerable<int> Operands => [];
}

/// <summary>What an element of a buffer holds at this point.</summary>
/// <param name="Id">The number of the value.</param>
/// <param name="Type">The type in which the kernel computes with it.</param>
/// <param name="Name">The name of the user's local, or null.</param>
/// <param name="Buffer">The buffer's position among the parameters.</param>
/// <param name="Indices">An index for each axis.</param>
public sealed record ElementInstruction(int Id, ElementType Type, string? Name, int Buffer, EquatableArray<int> Indices) : Instruction(Id, Type, Name)
{
    /// <inheritdoc/>
    public override IEnumerable<int> Operands => Indices;
}

/// <summary>What an element of an array holds at this point.</summary>
/// <param name="Id">The number of the value.</param>
/// <param name="Type">The type of the value.</param>
/// <param name="Name">The name of the user's local, or null.</param>
/// <param name="Array">The array's position in the body's list.</param>
/// <param name="Index">The index.</param>
public sealed record ItemInstruction(int Id, ElementType Type, string? Name, int Array, int Index) : Instruction(Id, Type, Name)
{
    /// <inheritdoc/>
    public override IEnumerable<int> Operands => [Index];
}
