namespace TypedTensors;

/// <summary>Carries the body of a kernel function with its assembly. Emitted beside the function's vector overloads; not meant to be written by hand.</summary>
/// <remarks>
/// A kernel of another assembly that calls the function is printed for GPUs with this body. A text that the compiler in use cannot read counts as missing.
/// </remarks>
/// <param name="text">The function in the compiler's own notation.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class KernelFunctionBodyAttribute(string text) : Attribute
{
    /// <summary>The function in the compiler's own notation.</summary>
    public string Text { get; } = text;
}
