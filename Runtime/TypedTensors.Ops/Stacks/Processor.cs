using System.Diagnostics.CodeAnalysis;

namespace TypedTensors;

/// <summary>The one place where an operation asks whether its tensors lie in this process, where it has a loop of its own that is faster than its kernel.</summary>
internal static class Processor
{
    /// <summary>Whether the processor holds a tensor, and the tensor as one of the processor's.</summary>
    public static bool Holds<T, TDevice>(Tensor<T, TDevice> tensor, [NotNullWhen(true)] out Tensor<T, Cpu>? own)
        where T : unmanaged
        where TDevice : struct, IDevice
    {
        own = (Tensor)tensor as Tensor<T, Cpu>;
        return own is not null;
    }

    /// <summary>A tensor of the processor as one of the device that <see cref="Holds"/> found the processor to be.</summary>
    public static Tensor<T, TDevice> As<T, TDevice>(Tensor<T, Cpu> tensor)
        where T : unmanaged
        where TDevice : struct, IDevice => (Tensor<T, TDevice>)(Tensor)tensor;
}
