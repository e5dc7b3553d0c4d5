namespace TypedTensors;

/// <summary>Marks a generated method as a form of a tensor operation: together these marks are the catalog, which is read by reflection.</summary>
/// <param name="kernel">The name of the scalar method from which the operation was generated, in the same class.</param>
/// <param name="formula">What it computes for each element.</param>
/// <param name="form">Which of the operation's methods this is.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class TensorOperationAttribute(string kernel, string formula, TensorOperationForm form) : Attribute
{
    /// <summary>The name of the scalar method from which the operation was generated.</summary>
    public string Kernel { get; } = kernel;

    /// <summary>What it computes for each element, such as <c>x / (1 + exp(-beta * x))</c>.</summary>
    public string Formula { get; } = formula;

    /// <summary>Which of the operation's methods this is; every overload has exactly one <see cref="TensorOperationForm.Method"/>.</summary>
    public TensorOperationForm Form { get; } = form;

    /// <summary>The element types that may stand for the method's type parameter; empty when all types are concrete.</summary>
    public Dtype[] Dtypes { get; set; } = [];
}
