namespace TypedTensors;

/// <summary>Marks a scalar function from which the generator writes an element-wise tensor operation.</summary>
/// <remarks>
/// The function is a static method of a top-level <c>static partial</c> class. From <c>float Swish(float x, float beta)</c> come the
/// extension methods <c>Swish</c> and <c>SwishInPlace</c> on <see cref="Tensor{TDtype, TDevice}"/>, each of them one fused loop over
/// all operands, which broadcast as in NumPy. The function itself stays callable on scalars.
/// </remarks>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ElementwiseAttribute : Attribute;
