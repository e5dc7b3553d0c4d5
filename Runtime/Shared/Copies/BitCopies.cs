using System.Numerics;
using TypedTensors.Dispatch;

namespace TypedTensors.Copies;

/// <summary>Moves and sets elements as unsigned integers of the size that they have on the device.</summary>
internal static class BitCopies
{
    /// <summary>Copies the elements of a tensor over those of another of the same shape and dtype.</summary>
    /// <param name="source">The tensor that is read.</param>
    /// <param name="target">The tensor that is written; not empty.</param>
    /// <param name="limits">What one dispatch of the device can reach.</param>
    public static void Copy<T, TDevice>(Tensor source, Tensor target, in DispatchLimits limits)
        where T : unmanaged, IUnsignedNumber<T>
        where TDevice : struct, IDevice, IComputes<T>
    {
        using Tensor<T, TDevice> from = Bits<T, TDevice>(source), to = Bits<T, TDevice>(target);
        if (!TransposingCopy.TryRun(from, to, limits))
        {
            PlainCopies.Copy(from, to);
        }
    }

    /// <summary>Sets all elements of a tensor.</summary>
    public static void Fill<T, TDevice>(Tensor target, T bits)
        where T : unmanaged, IUnsignedNumber<T>
        where TDevice : struct, IDevice, IComputes<T>
    {
        using Tensor<T, TDevice> elements = Bits<T, TDevice>(target);
        PlainCopies.SetInPlace(elements, bits);
    }

    private static Tensor<T, TDevice> Bits<T, TDevice>(Tensor tensor)
        where T : unmanaged
        where TDevice : struct, IDevice => new(tensor.Storage, tensor.Layout, isView: true);
}
