namespace TypedTensors;

/// <summary>The methods that are generated from one kernel.</summary>
public enum TensorOperationForm
{
    /// <summary>The extension method on the first tensor.</summary>
    Method,

    /// <summary>The same with a plain value where <see cref="Method"/> takes the tensor from which the element type is inferred.</summary>
    MethodOnScalar,

    /// <summary>The static method whose operands may all be tensors or scalars.</summary>
    FreeOperands,

    /// <summary>The extension method that writes the result into the first tensor.</summary>
    InPlace,
}
