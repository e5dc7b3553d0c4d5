namespace TypedTensors.Compiler.Parsing;

/// <summary>A local that changes.</summary>
/// <param name="Variable">Its position in the body's list.</param>
sealed record VariableValue(int Variable) : Value;

/// <summary>A buffer.</summary>
/// <param name="Parameter">Its position among the kernel's parameters.</param>
sealed record BufferValue(int Parameter) : Value;

/// <summary>An array of the group or of the thread.</summary>
/// <param name="Array">Its position in the body's list.</param>
sealed record ArrayValue(int Array) : Value;

/// <summary>The thread that runs the kernel.</summary>
sealed record ThreadsValue : Value;

/// <summary>An element of a buffer or of an array, whose indices have been computed.</summary>
/// <param name="Owner">The buffer or the array.</param>
/// <param name="Indices">The indices.</param>
sealed record Place(Value Owner, IReadOnlyList<int> Indices);
