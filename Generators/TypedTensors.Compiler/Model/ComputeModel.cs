namespace TypedTensors.Compiler.Model;

/// <summary>A kernel over an index space, complete and free of Roslyn: what every printer starts from.</summary>
/// <param name="Container">The type that declares the method.</param>
/// <param name="Method">The name of the method.</param>
/// <param name="Accessibility">The accessibility of the method, as C# writes it.</param>
/// <param name="IsOverloaded">Whether another kernel of the type has the same name.</param>
/// <param name="TypeParameter">The type parameter, or null when all types are concrete.</param>
/// <param name="Group">The threads of a group.</param>
/// <param name="Over">The position in <paramref name="Parameters"/> of the buffer whose shape is the grid, or -1 when callers give the grid.</param>
/// <param name="Parameters">The buffers and scalars in order.</param>
/// <param name="Docs">The documentation of the method.</param>
/// <param name="Source">The method as the user wrote it, without comments.</param>
/// <param name="Signature">How a doc comment refers to the method.</param>
/// <param name="Body">What each thread does.</param>
/// <param name="IsOverflowChecked">Whether the project has arithmetic throw on overflow, which kernels do not want.</param>
public sealed record ComputeModel(
    ContainerModel Container,
    string Method,
    string Accessibility,
    bool IsOverloaded,
    TypeParameterModel? TypeParameter,
    GroupModel Group,
    int Over,
    EquatableArray<ComputeParameter> Parameters,
    DocsModel Docs,
    string Source,
    string Signature,
    ComputeBody Body,
    bool IsOverflowChecked)
{
    /// <summary>The kernel functions that it calls, each after those it calls itself.</summary>
    public EquatableArray<FunctionText> Functions { get; init; } = EquatableArray<FunctionText>.Empty;

    /// <summary>The buffers in the order of their bindings, with their positions in <see cref="Parameters"/>.</summary>
    public IEnumerable<(ComputeParameter Parameter, int Position)> Buffers =>
        Parameters.Select((parameter, position) => (parameter, position)).Where(item => item.parameter.IsBuffer);

    /// <summary>The scalars in order, with their positions in <see cref="Parameters"/>.</summary>
    public IEnumerable<(ComputeParameter Parameter, int Position)> Scalars =>
        Parameters.Select((parameter, position) => (parameter, position)).Where(item => !item.parameter.IsBuffer);
}

/// <summary>How many threads a group has.</summary>
/// <param name="X">Along X.</param>
/// <param name="Y">Along Y.</param>
/// <param name="Z">Along Z.</param>
public readonly record struct GroupModel(int X, int Y, int Z)
{
    /// <summary>All threads of the group.</summary>
    public int Threads => X * Y * Z;
}

/// <summary>A buffer or a scalar that a kernel is handed.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">The type of its elements, or of the scalar, as declared.</param>
/// <param name="Rank">The number of axes of a buffer; 0 for a scalar.</param>
/// <param name="IsReadOnly">Whether the kernel only reads it.</param>
/// <param name="Default">The default of a scalar as a C# expression, or null.</param>
public sealed record ComputeParameter(string Name, ElementType Type, int Rank, bool IsReadOnly, string? Default)
{
    /// <summary>Whether it is a buffer.</summary>
    public bool IsBuffer => Rank > 0;
}

/// <summary>What a thread does: steps in order, some of which hold further steps, and what they change.</summary>
/// <param name="Variables">The locals that change.</param>
/// <param name="Arrays">The arrays, of a group or of a thread.</param>
/// <param name="Instructions">The steps. Constants come first.</param>
public sealed record ComputeBody(EquatableArray<ComputeVariable> Variables, EquatableArray<ComputeArray> Arrays, EquatableArray<Instruction> Instructions)
{
    /// <summary>The steps that have values, those within statements too, in the order of the text.</summary>
    public IEnumerable<Instruction> Values => ValuesOf(Instructions);

    static IEnumerable<Instruction> ValuesOf(IEnumerable<Instruction> instructions) =>
        instructions.SelectMany(instruction => instruction is StatementInstruction statement ? statement.Blocks.SelectMany(block => ValuesOf(block)) : [instruction]);
}

/// <summary>A local that changes.</summary>
/// <param name="Name">Its name; others may have the same.</param>
/// <param name="Type">Its type.</param>
public sealed record ComputeVariable(string Name, ElementType Type);

/// <summary>An array of fixed length.</summary>
/// <param name="Name">Its name; others may have the same.</param>
/// <param name="Type">The type of its elements.</param>
/// <param name="Length">The number of its elements.</param>
/// <param name="IsShared">Whether the threads of a group share it; else each has its own.</param>
public sealed record ComputeArray(string Name, ElementType Type, int Length, bool IsShared);
