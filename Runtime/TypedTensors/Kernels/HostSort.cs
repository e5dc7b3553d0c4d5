using TypedTensors.Radix;

namespace TypedTensors.Kernels;

/// <summary>Sorts the rows of tensors in this process. NaN is after everything else; turned round, before.</summary>
public static class HostSort
{
    /// <summary>Sorts the elements of each row. -0 is before 0.</summary>
    /// <param name="x">The tensor, of any layout and of rank 1 or more.</param>
    /// <param name="result">Where they go: contiguous, of the same shape, and in memory of its own.</param>
    /// <param name="descending">Whether the order is turned round.</param>
    /// <inheritdoc cref="HostRows.Run{TX, TResult, TBody}"/>
    public static void Values<T>(Tensor<T, Cpu> x, Tensor<T, Cpu> result, bool descending)
        where T : unmanaged
    {
        if (QuickSortRows<T>.IsSupported)
        {
            HostRows.Run(x, result, new QuickSortRows<T>((uint)Flip<T>(descending)));
        }
        else if (SortKeys.Bits<T>() > 32)
        {
            HostRows.Run(x, result, new RadixSort<T, T, Value64<T>>(Flip<T>(descending)));
        }
        else
        {
            HostRows.Run(x, result, new RadixSort<T, T, Value32<T>>(Flip<T>(descending)));
        }
    }

    /// <summary>Where the elements of each row stand that follow one another in order. Equal ones, as all NaN and both zeros are, keep the order they have.</summary>
    /// <param name="x">The tensor, of any layout and of rank 1 or more.</param>
    /// <param name="result">Where the positions go: contiguous, of the same shape.</param>
    /// <param name="descending">Whether the order is turned round.</param>
    /// <inheritdoc cref="HostRows.Run{TX, TResult, TBody}"/>
    public static void Places<T>(Tensor<T, Cpu> x, Tensor<long, Cpu> result, bool descending)
        where T : unmanaged
    {
        if (SortKeys.Bits<T>() > 32)
        {
            HostRows.Run(x, result, new RadixSort<T, long, Place64<T>>(Flip<T>(descending)));
        }
        else
        {
            HostRows.Run(x, result, new RadixSort<T, long, Place32<T>>(Flip<T>(descending)));
        }
    }

    private static ulong Flip<T>(bool descending)
        where T : unmanaged => descending ? ulong.MaxValue >> (64 - SortKeys.Bits<T>()) : 0;
}
