using TypedTensors.Radix;

namespace TypedTensors.Kernels;

/// <summary>Finds the first few elements of the order of the rows of tensors in this process.</summary>
public static class HostSelection
{
    /// <summary>Whether selecting elements of a row is sooner than sorting all of it; measured with float.</summary>
    /// <param name="wanted">How many are wanted.</param>
    /// <param name="length">The length of the row.</param>
    public static bool IsSooner(nint wanted, nint length) => wanted <= length / (wanted <= RowSelection<byte>.Few ? 16 : 256);

    /// <summary>Where the elements stand that come first in the order of each row: what <see cref="HostSort.Places"/> begins with. NaN is after everything else; turned round, before.</summary>
    /// <param name="x">The tensor, of any layout and of rank 1 or more.</param>
    /// <param name="result">Where the positions go: contiguous, along the last axis as long as elements are wanted, at most all of them.</param>
    /// <param name="descending">Whether the order is turned round.</param>
    /// <remarks>Takes time with the number of elements and, for some orders, of those wanted; and memory with that of those wanted.</remarks>
    /// <inheritdoc cref="HostRows.Run{TX, TResult, TBody}"/>
    public static void Places<T>(Tensor<T, Cpu> x, Tensor<long, Cpu> result, bool descending)
        where T : unmanaged => HostRows.Run(x, result, new RowSelection<T>(descending));
}
