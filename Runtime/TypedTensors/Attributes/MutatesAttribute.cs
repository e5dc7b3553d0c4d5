namespace TypedTensors;

/// <summary>States that a method writes the elements of its receiver, or that it writes the elements of the parameter that carries the attribute.</summary>
/// <remarks>Read by the analyzers, on any type.</remarks>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Parameter)]
public sealed class MutatesAttribute : Attribute;
