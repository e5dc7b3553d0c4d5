using TypedTensors.Kernels;

namespace TypedTensors;

/// <summary>Puts the values of one row at its indices, the first first.</summary>
internal delegate void HostScatter<T>(Span<T> row, ReadOnlySpan<int> indices, ReadOnlySpan<T> values);

/// <summary>Launches a kernel that makes elements from those of a tensor and from the values whose indices name them.</summary>
internal delegate void DeviceScatter<T, TDevice>(
    GridSize grid, Tensor<T, TDevice> x, Tensor<int, TDevice> indices, Tensor<T, TDevice> values, Tensor<T, TDevice> result, bool across)
    where T : unmanaged
    where TDevice : struct, IDevice;

/// <summary>What scatters have in common: shapes, checks, and rows along the axis.</summary>
internal static class ScatterRows
{
    /// <summary>Runs a scatter: in this process row by row, which takes time with the number of indices; on a device by a kernel.</summary>
    public static Tensor<T, TDevice> Run<T, TDevice>(
        string operation,
        Tensor<T, TDevice> x,
        Tensor<int, TDevice> indices,
        Tensor<T, TDevice> values,
        int axis,
        HostScatter<T> host,
        DeviceScatter<T, TDevice> kernel)
        where T : unmanaged
        where TDevice : struct, IDevice
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(indices);
        ArgumentNullException.ThrowIfNull(values);
        int position = Reduction.Axis(operation, x, axis);
        Shape common = IndexedRows.Common(operation, x, indices, position);
        if (common != IndexedRows.WithLength(x.Shape, position, 1))
        {
            throw new ShapeException($"{operation}: indices of shape {indices.Shape} do not broadcast to shape {x.Shape} along the axes other than {axis}.");
        }

        Shape named = IndexedRows.WithLength(common, position, indices.Shape[position]);
        if (Shape.Broadcast(operation, named, values.Shape) != named)
        {
            throw new ShapeException($"{operation}: values of shape {values.Shape} do not broadcast to the shape of the indices, {named}.");
        }

        HostIndices.Check(operation, indices, x.Shape, position);
        if (x.Length == 0 || named.Length == 0)
        {
            return x.Clone();
        }

        Tensor<T, TDevice> rows = x.Transpose(position, -1), given = values.BroadcastTo(named).Transpose(position, -1);
        Tensor<int, TDevice> places = indices.BroadcastTo(named).Transpose(position, -1);
        if (Processor.Holds(rows, out Tensor<T, Cpu>? ownRows) && Processor.Holds(given, out Tensor<T, Cpu>? ownGiven) && Processor.Holds(places, out Tensor<int, Cpu>? ownPlaces))
        {
            return Processor.As<T, TDevice>(RunHere(ownRows, ownPlaces, ownGiven, host).Transpose(position, -1).Clone());
        }

        Tensor<T, TDevice> result = Tensor<T, TDevice>.Empty(x.Shape), results = result.Transpose(position, -1);
        var stack = Stack.Of(kept: 2, trailing: 1, rows, places, given, results);
        foreach (TensorIndex[] place in stack.Places)
        {
            Tensor<T, TDevice> to = stack.At(place, results, 1);
            (GridSize grid, bool across) = IndexedRows.Grid(to);
            kernel(grid, stack.At(place, rows, 1), stack.At(place, places, 1), stack.At(place, given, 1), to, across);
        }

        return result;
    }

    private static Tensor<T, Cpu> RunHere<T>(Tensor<T, Cpu> rows, Tensor<int, Cpu> indices, Tensor<T, Cpu> values, HostScatter<T> scatter)
        where T : unmanaged
    {
        Tensor<T, Cpu> result = rows.Clone();
        nint length = rows.Shape[^1], count = indices.Shape[^1];
        Tensor<T, Cpu> resultRows = result.Reshape(-1, length), valueRows = values.Clone().Reshape(-1, count);
        Tensor<int, Cpu> indexRows = indices.Clone().Reshape(-1, count);
        for (nint row = 0; row < resultRows.Shape[0]; row++)
        {
            scatter(resultRows[row, ..].AsSpan(), indexRows[row, ..].AsReadOnlySpan(), valueRows[row, ..].AsReadOnlySpan());
        }

        return result;
    }
}
