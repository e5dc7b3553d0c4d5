namespace TypedTensors;

/// <summary>Marks a scalar function of the kernel language that is emitted for vectors of every width, but is no tensor operation of its own.</summary>
/// <remarks>
/// From <c>float Exp(float x)</c> come overloads for <c>Vector128&lt;float&gt;</c>, <c>Vector256&lt;float&gt;</c> and
/// <c>Vector512&lt;float&gt;</c> that give bit for bit what the scalar function gives in each lane. Kernels that call the function take its body with them to
/// devices other than the processor, also from another assembly.
/// </remarks>
[AttributeUsage(AttributeTargets.Method)]
public sealed class KernelFunctionAttribute : Attribute
{
    /// <summary>
    /// Whether only the body is recorded, for the other devices: vector forms are written by hand beside the function, or no vector code calls it.
    /// </summary>
    public bool BodyOnly { get; init; }
}
