using System.Numerics;
using TypedTensors.Kernels;

namespace TypedTensors;

/// <summary>Running extremes and where they stand.</summary>
public static class IndexedScans
{
    /// <summary>The largest of the elements up to each one, along an axis, and where it stands: PyTorch's <c>cummax</c>.</summary>
    /// <param name="x">The tensor, of any layout.</param>
    /// <param name="axis">The axis; a negative one counts from the end.</param>
    /// <returns>New tensors of the same shape: the elements, and their indices along the axis, of equal ones the last.</returns>
    /// <remarks>NaN from the first NaN on, at the last NaN. The two zeros are equal.</remarks>
    /// <exception cref="ShapeException">The axis is out of range.</exception>
    [Copies]
    public static (Tensor<T, Cpu> Values, Tensor<long, Cpu> Indices) CumMaxIndexed<T>(this Tensor<T, Cpu> x, int axis)
        where T : unmanaged, INumber<T> => Run(nameof(CumMaxIndexed), x, axis, new Extremes<T>(isLargest: true));

    /// <summary>The smallest of the elements up to each one, along an axis, and where it stands: PyTorch's <c>cummin</c>.</summary>
    /// <param name="x">The tensor, of any layout.</param>
    /// <param name="axis">The axis; a negative one counts from the end.</param>
    /// <returns>New tensors of the same shape: the elements, and their indices along the axis, of equal ones the last.</returns>
    /// <remarks>NaN from the first NaN on, at the last NaN. The two zeros are equal.</remarks>
    /// <exception cref="ShapeException">The axis is out of range.</exception>
    [Copies]
    public static (Tensor<T, Cpu> Values, Tensor<long, Cpu> Indices) CumMinIndexed<T>(this Tensor<T, Cpu> x, int axis)
        where T : unmanaged, INumber<T> => Run(nameof(CumMinIndexed), x, axis, new Extremes<T>(isLargest: false));

    private static (Tensor<T, Cpu> Values, Tensor<long, Cpu> Indices) Run<T>(string operation, Tensor<T, Cpu> x, int axis, Extremes<T> body)
        where T : unmanaged, INumber<T>
    {
        ArgumentNullException.ThrowIfNull(x);
        int position = Reduction.Axis(operation, x, axis);
        Tensor<T, Cpu> lanes = x.Transpose(position, -1);
        Tensor<long, Cpu> places = Tensor<long, Cpu>.Empty(lanes.Shape);
        HostRows.Run(lanes, places, body);
        Tensor<long, Cpu> indices = HostLanes.Back(places, position);
        return (HostLanes.Take(x, indices, position), indices);
    }

    private readonly struct Extremes<T>(bool isLargest) : IRowBody<T, long>
        where T : unmanaged, INumber<T>
    {
        public void Run(ReadOnlySpan<T> x, Span<long> result)
        {
            int best = 0;
            for (int i = 0; i < x.Length; i++)
            {
                bool isBetter = T.IsNaN(x[i]) || (isLargest ? x[i] >= x[best] : x[i] <= x[best]);
                best = isBetter ? i : best;
                result[i] = best;
            }
        }
    }
}
