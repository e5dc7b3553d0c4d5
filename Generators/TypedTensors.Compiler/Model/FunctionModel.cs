namespace TypedTensors.Compiler.Model;

/// <summary>A kernel function with its body, as kernels that call it need it where they are printed for other devices than the processor.</summary>
/// <param name="ContainingType">The full name of the type that declares it, with <c>global::</c>.</param>
/// <param name="Method">The function's name.</param>
/// <param name="Result">The type in which it computes its result.</param>
/// <param name="Body">What it computes; its parameters stand in it, in the types in which they are computed with.</param>
public sealed record FunctionModel(string ContainingType, string Method, ElementType Result, BodyModel Body)
{
    /// <summary>The parameters in order.</summary>
    public IEnumerable<ParameterInstruction> Parameters => Body.Instructions.OfType<ParameterInstruction>().OrderBy(parameter => parameter.Index);

    /// <summary>Whether a call with arguments of these types means this function.</summary>
    /// <param name="containingType">The type that the call names.</param>
    /// <param name="method">The function that the call names.</param>
    /// <param name="arguments">The types of the arguments.</param>
    /// <returns>True when type, name and parameters are the same.</returns>
    public bool IsCalledBy(string containingType, string method, IEnumerable<ElementType> arguments) =>
        Method == method && ContainingType == containingType && Parameters.Select(parameter => parameter.Type).SequenceEqual(arguments);
}
