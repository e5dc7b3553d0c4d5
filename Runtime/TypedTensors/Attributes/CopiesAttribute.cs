namespace TypedTensors;

/// <summary>States that a method's result has memory of its own, which later writes to the source do not change.</summary>
/// <remarks>Read by the analyzers, on any type.</remarks>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Property | AttributeTargets.Constructor)]
public sealed class CopiesAttribute : Attribute;
