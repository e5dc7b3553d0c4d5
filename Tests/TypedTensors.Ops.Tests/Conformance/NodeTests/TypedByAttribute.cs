namespace TypedTensors.Ops.Tests.Conformance.NodeTests;

/// <summary>Says which input of an operator has the dtype that stands for its type parameter, where that is not the first.</summary>
[AttributeUsage(AttributeTargets.Method)]
sealed class TypedByAttribute(int input) : Attribute
{
    /// <summary>The index of the input.</summary>
    public int Input { get; } = input;
}
