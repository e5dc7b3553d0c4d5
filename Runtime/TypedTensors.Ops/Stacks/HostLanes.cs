using TypedTensors.Kernels;

namespace TypedTensors;

/// <summary>What the processor does along an axis of elements of any dtype.</summary>
internal static class HostLanes
{
    /// <summary>The result of rows as a tensor whose axis lies where it was, contiguous.</summary>
    public static Tensor<T, Cpu> Back<T>(Tensor<T, Cpu> rows, int axis)
        where T : unmanaged => axis == rows.Rank - 1 ? rows : rows.Transpose(axis, -1).Clone();

    /// <summary>The elements at indices along an axis that are known to be within it.</summary>
    public static Tensor<T, Cpu> Take<T>(Tensor<T, Cpu> x, Tensor<long, Cpu> indices, int axis)
        where T : unmanaged
    {
        Tensor<long, Cpu> places = indices.Transpose(axis, -1);
        Tensor<T, Cpu> result = Tensor<T, Cpu>.Empty(places.Shape);
        HostRows.Run(x.Transpose(axis, -1), places, result, default(Gather<T>));
        return Back(result, axis);
    }

    private readonly struct Gather<T> : IRowBody<T, long, T>
        where T : unmanaged
    {
        public void Run(ReadOnlySpan<T> x, ReadOnlySpan<long> indices, Span<T> result)
        {
            for (int i = 0; i < result.Length; i++)
            {
                result[i] = x[(int)indices[i]];
            }
        }
    }
}
