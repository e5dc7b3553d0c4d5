namespace TypedTensors.Kernels;

/// <summary>A reduction as devices other than the processor take it: printed at build time, one program for each dtype of tensors.</summary>
/// <remarks>
/// A program is bound to the tensor, to the results, and to the components of accumulators that one dispatch leaves for another. The scalars, after the number of
/// elements where results depend on it, lie among its constants.
/// </remarks>
public interface IDeviceReduction : IKernel
{
    /// <summary>The components of an accumulator; in loops each has a run of lanes to itself, in programs a buffer.</summary>
    static abstract int Components { get; }

    /// <summary>Whether an element's position matters, which is counted in C order of the reduced axes.</summary>
    static abstract bool UsesPositions { get; }

    /// <summary>The dtype in which a component of an accumulator lies in its buffer.</summary>
    static abstract Dtype PartialType(int index);

    /// <summary>The number of scalars that results depend on, without the number of elements.</summary>
    static abstract int ScalarCount { get; }

    /// <summary>The dtype of a scalar.</summary>
    static abstract Dtype ScalarType(int index);

    /// <summary>The dtype in which a program takes the number of elements, as its first scalar; null if results do not depend on it.</summary>
    /// <param name="source">The dtype of the tensor.</param>
    static abstract Dtype? CountType(Dtype source);

    /// <summary>What devices other than the processor run. Asked for once: it is read from the kernel's attributes.</summary>
    /// <param name="source">The dtype of the tensor.</param>
    static abstract DeviceTextAttribute DeviceText(Dtype source);
}
