namespace TypedTensors;

/// <summary>A capability of a device: it runs kernels whose elements are <typeparamref name="T"/>.</summary>
/// <remarks>
/// Emitted operations that not every device can run name it in a constraint, so that a call a device cannot answer does not compile. What every device has is
/// part of <see cref="IDevice"/>; beyond that there are 64-bit integers and <see cref="double"/>.
/// </remarks>
/// <typeparam name="T">The element type.</typeparam>
public interface IComputes<T>
    where T : unmanaged;
