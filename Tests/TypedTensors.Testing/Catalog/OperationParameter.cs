namespace TypedTensors.Testing.Catalog;

/// <summary>A parameter of an operation.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">The type of its elements.</param>
/// <param name="IsScalar">Whether it is one value for the whole call, and never a tensor.</param>
public readonly record struct OperationParameter(string Name, ElementSlot Type, bool IsScalar);
