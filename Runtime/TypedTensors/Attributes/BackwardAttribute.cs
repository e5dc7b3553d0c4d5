namespace TypedTensors;

/// <summary>States that a method computes gradients from what was recorded on the way to its receiver.</summary>
/// <remarks>Read by the analyzers, on any type; see <see cref="RequiresGradientAttribute"/>.</remarks>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BackwardAttribute : Attribute;
