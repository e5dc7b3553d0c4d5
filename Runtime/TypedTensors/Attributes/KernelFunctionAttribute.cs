namespace TypedTensors;

/// <summary>Marks a scalar function of the kernel language that is emitted for vectors of every width, but is no tensor operation of its own.</summary>
/// <remarks>
/// From <c>float Exp(float x)</c> come overloads for <c>Vector128&lt;float&gt;</c>, <c>Vector256&lt;float&gt;</c> and
/// <c>Vector512&lt;float&gt;</c> that give bit for bit what the scalar function gives in each lane.
/// </remarks>
[AttributeUsage(AttributeTargets.Method)]
public sealed class KernelFunctionAttribute : Attribute;
