using System.Numerics;

namespace TypedTensors;

/// <summary>Elements replaced or added to at indices that are a tensor themselves.</summary>
public static class Scattering
{
    /// <summary>A copy of a tensor in which values stand at indices of their rows: NumPy's <c>put_along_axis</c>, PyTorch's <c>scatter</c>.</summary>
    /// <param name="x">The tensor, of any layout.</param>
    /// <param name="indices">The indices, of the same rank; along other axes they broadcast to the tensor. A negative one counts from the end.</param>
    /// <param name="values">The values; they broadcast to the indices.</param>
    /// <param name="axis">The axis that the indices run along; a negative one counts from the end.</param>
    /// <returns>A new tensor of the shape of <paramref name="x"/>.</returns>
    /// <remarks>
    /// <c>result[indices[i, j], j] = values[i, j]</c> along axis 0. Where several indices name one element, the last counts, on every device. Devices other than the
    /// processor search the indices of a row for each of its elements, which takes time with the product of both; they do not look whether an index is outside of the axis,
    /// and leave its value out. Elements are copied bit by bit.
    /// </remarks>
    /// <exception cref="ShapeException">The axis is out of range, the ranks differ, or shapes do not broadcast.</exception>
    /// <exception cref="IndexOutOfRangeException">An index is outside of the axis; found on the processor only.</exception>
    [Copies]
    public static Tensor<T, TDevice> Scatter<T, TDevice>(this Tensor<T, TDevice> x, Tensor<int, TDevice> indices, Tensor<T, TDevice> values, int axis)
        where T : unmanaged
        where TDevice : struct, IDevice, IComputes<T> => ScatterRows.Run(nameof(Scatter), x, indices, values, axis, Replace, IndexKernels.Scatter);

    /// <inheritdoc cref="Scatter{T, TDevice}(Tensor{T, TDevice}, Tensor{int, TDevice}, Tensor{T, TDevice}, int)"/>
    [Copies]
    public static Tensor<T, TDevice> Scatter<T, TDevice>(this Tensor<T, TDevice> x, Tensor<long, TDevice> indices, Tensor<T, TDevice> values, int axis)
        where T : unmanaged
        where TDevice : struct, IDevice, IComputes<T>, IComputes<long> => Scatter(x, HostIndices.Narrow(indices), values, axis);

    /// <summary>A copy of a tensor with values added at indices of their rows: NumPy's <c>add.at</c>, PyTorch's <c>scatter_add</c>.</summary>
    /// <param name="x">The tensor, of any layout.</param>
    /// <param name="indices">The indices, of the same rank; along other axes they broadcast to the tensor. A negative one counts from the end.</param>
    /// <param name="values">The values; they broadcast to the indices.</param>
    /// <param name="axis">The axis that the indices run along; a negative one counts from the end.</param>
    /// <returns>A new tensor of the shape of <paramref name="x"/>.</returns>
    /// <remarks>
    /// <c>result[indices[i, j], j] += values[i, j]</c> along axis 0. Where several indices name one element, all of their values are added, in the order of the indices: the
    /// same bits on every device and in every run, for there are no atomic additions. Integers wrap; Half is added in float and rounded once. Devices other than the processor
    /// search the indices of a row for each of its elements, which takes time with the product of both; they do not look whether an index is outside of the axis, and leave its
    /// value out.
    /// </remarks>
    /// <exception cref="ShapeException">The axis is out of range, the ranks differ, or shapes do not broadcast.</exception>
    /// <exception cref="IndexOutOfRangeException">An index is outside of the axis; found on the processor only.</exception>
    [Copies]
    public static Tensor<T, TDevice> ScatterAdd<T, TDevice>(this Tensor<T, TDevice> x, Tensor<int, TDevice> indices, Tensor<T, TDevice> values, int axis)
        where T : unmanaged, INumber<T>
        where TDevice : struct, IDevice, IComputes<T>
    {
        // The kernel computes Half in float by itself; this process' loop has to be told.
        if (x is Tensor<Half, Cpu> half && values is Tensor<Half, Cpu> halves && Processor.Holds(indices, out Tensor<int, Cpu>? own))
        {
            return (Tensor<T, TDevice>)(Tensor)half.Cast<float>().ScatterAdd(own, halves.Cast<float>(), axis).Cast<Half>();
        }

        return ScatterRows.Run(nameof(ScatterAdd), x, indices, values, axis, Add, IndexKernels.ScatterAdd);
    }

    /// <inheritdoc cref="ScatterAdd{T, TDevice}(Tensor{T, TDevice}, Tensor{int, TDevice}, Tensor{T, TDevice}, int)"/>
    [Copies]
    public static Tensor<T, TDevice> ScatterAdd<T, TDevice>(this Tensor<T, TDevice> x, Tensor<long, TDevice> indices, Tensor<T, TDevice> values, int axis)
        where T : unmanaged, INumber<T>
        where TDevice : struct, IDevice, IComputes<T>, IComputes<long> => ScatterAdd(x, HostIndices.Narrow(indices), values, axis);

    private static void Replace<T>(Span<T> row, ReadOnlySpan<int> indices, ReadOnlySpan<T> values)
    {
        for (int i = 0; i < indices.Length; i++)
        {
            row[indices[i] < 0 ? indices[i] + row.Length : indices[i]] = values[i];
        }
    }

    private static void Add<T>(Span<T> row, ReadOnlySpan<int> indices, ReadOnlySpan<T> values)
        where T : unmanaged, INumber<T>
    {
        for (int i = 0; i < indices.Length; i++)
        {
            row[indices[i] < 0 ? indices[i] + row.Length : indices[i]] += values[i];
        }
    }
}
