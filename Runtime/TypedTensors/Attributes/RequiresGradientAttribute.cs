namespace TypedTensors;

/// <summary>States that what is computed with the result is recorded for a gradient, which then needs the elements that it was computed from.</summary>
/// <remarks>Read by the analyzers, on any type: until the method marked <see cref="BackwardAttribute"/> is called, a write to such elements makes the gradient wrong.</remarks>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Property | AttributeTargets.Constructor)]
public sealed class RequiresGradientAttribute : Attribute;
