using System.Collections.Immutable;
using System.Reflection;

namespace TypedTensors.Testing.Catalog;

/// <summary>A row of the catalog: an operation with the scalar method it was generated from and the tensor methods that were generated.</summary>
/// <param name="Container">The class that declares it.</param>
/// <param name="Name">Its name.</param>
/// <param name="Formula">What it computes for each element.</param>
/// <param name="Dtypes">What may stand for its type parameter; of an operation without one, the dtype of its first operand.</param>
/// <param name="Parameters">Its parameters in the scalar method's order.</param>
/// <param name="Results">Its results: one, or those of the tuple.</param>
/// <param name="Kernel">The scalar method.</param>
/// <param name="Forms">The tensor methods.</param>
public sealed record Operation(
    Type Container,
    string Name,
    string Formula,
    ImmutableArray<Dtype> Dtypes,
    ImmutableArray<OperationParameter> Parameters,
    ImmutableArray<ElementSlot> Results,
    MethodInfo Kernel,
    ImmutableDictionary<TensorOperationForm, MethodInfo> Forms)
{
    /// <summary>What tells it from every other operation: <c>Arithmetic.Add(T, T)</c>.</summary>
    public string Id { get; } = $"{Container.Name}.{Name}({string.Join(", ", Parameters.Select(parameter => parameter.Type))})";

    /// <summary>The index of the first parameter that is a tensor: the one that the extension methods extend, and write in place.</summary>
    public int Receiver { get; } = Parameters.IndexOf(Parameters.First(parameter => !parameter.IsScalar));

    /// <summary>The indices of the parameters that may be tensors.</summary>
    public ImmutableArray<int> Operands { get; } = [.. Enumerable.Range(0, Parameters.Length).Where(index => !Parameters[index].IsScalar)];

    /// <inheritdoc/>
    public override string ToString() => Id;
}
