namespace TypedTensors;

/// <summary>Marks a generated method as a form of a reduction: together these marks are the catalog, which is read by reflection.</summary>
/// <param name="declaration">The class marked <see cref="ReductionAttribute"/> from which the method was generated.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class TensorReductionAttribute(Type declaration) : Attribute
{
    /// <summary>The class from which the method was generated; open, if it has a type parameter.</summary>
    public Type Declaration { get; } = declaration;

    /// <summary>The element types that may stand for the method's type parameter; empty when all types are concrete.</summary>
    public Dtype[] Dtypes { get; set; } = [];
}
