namespace TypedTensors;

/// <summary>A capability of a device: it computes the elementary functions (exponentials, logarithms, trigonometry, square roots) of <typeparamref name="T"/>.</summary>
/// <remarks>HLSL computes functions of <see cref="double"/> in float, and lacks the 64-bit integers to do better; a device that runs it has only arithmetic there.</remarks>
/// <typeparam name="T">The element type.</typeparam>
public interface IComputesFunctions<T>
    where T : unmanaged;
