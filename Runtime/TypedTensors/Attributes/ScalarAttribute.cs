namespace TypedTensors;

/// <summary>Marks a parameter of a kernel as one value for the whole call: it is never a tensor, and it may bound a loop.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class ScalarAttribute : Attribute;
