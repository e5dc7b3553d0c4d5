namespace TypedTensors;

/// <summary>A capability of a device: it computes every operation on <typeparamref name="T"/>, also functions such as exponentials, logarithms and square roots.</summary>
/// <remarks>HLSL computes functions of <see cref="double"/> in float, and lacks the 64-bit integers to do better; a device that runs it has only arithmetic there.</remarks>
/// <typeparam name="T">The element type.</typeparam>
public interface IComputesFunctions<T> : IComputes<T>
    where T : unmanaged;
