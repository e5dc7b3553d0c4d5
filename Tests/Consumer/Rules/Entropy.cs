using System.Numerics;
using TypedTensors;

/// <summary>A call that a device may not be able to run: the rule's report stands beside the compiler's error.</summary>
public static class Library
{
    /// <summary>Needs the elementary functions of the element type.</summary>
    public static Tensor<T, TDevice> Entropy<T, TDevice>(this Tensor<T, TDevice> p)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TDevice : struct, IDevice, IComputesFunctions<T> => p;

    /// <summary>Does not compile.</summary>
    public static Tensor<double, TDevice> Measure<TDevice>(Tensor<double, TDevice> p)
        where TDevice : struct, IDevice => p.Entropy();
}
