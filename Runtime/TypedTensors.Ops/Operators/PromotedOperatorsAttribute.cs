namespace TypedTensors;

/// <summary>Asks the generator to fill a class with the operators between tensors, and scalars, of different dtypes.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class PromotedOperatorsAttribute : Attribute;
