namespace TypedTensors;

/// <summary>The tensors of an operation that indexes along an axis, with that axis last and the others broadcast to one another.</summary>
internal static class IndexedRows
{
    /// <summary>Makes a kernel's grid of a result: which of its axes X runs along, and how far.</summary>
    public static (GridSize Grid, bool Across) Grid(Tensor result)
    {
        int planes = checked((int)result.Shape[0]), rows = checked((int)result.Shape[1]), columns = checked((int)result.Shape[2]);
        bool across = Lanes.LieAcross(result);
        return (across ? (rows, columns, planes) : (columns, rows, planes), across);
    }

    /// <summary>The shape of all axes but one, which must be the same or 1 in both tensors.</summary>
    /// <param name="operation">The operation, for messages.</param>
    /// <param name="x">The tensor that is indexed.</param>
    /// <param name="indices">The indices, of the same rank.</param>
    /// <param name="axis">The axis they run along.</param>
    /// <returns>The common shape, in which the axis has the length 1.</returns>
    /// <exception cref="ShapeException">The ranks differ, or another axis.</exception>
    public static Shape Common(string operation, Tensor x, Tensor indices, int axis)
    {
        if (x.Rank != indices.Rank)
        {
            throw new ShapeException($"{operation}: indices of shape {indices.Shape} have another rank than shape {x.Shape}; they need one axis for each.");
        }

        nint[] left = x.Shape.ToArray(), right = indices.Shape.ToArray();
        left[axis] = right[axis] = 1;
        for (int other = 0; other < left.Length; other++)
        {
            if (left[other] != right[other] && left[other] != 1 && right[other] != 1)
            {
                throw new ShapeException($"{operation}: shape {x.Shape} and indices of shape {indices.Shape} do not broadcast: axis {other} is {left[other]} against {right[other]}.");
            }
        }

        return Shape.Broadcast(operation, new Shape(left), new Shape(right));
    }

    /// <summary>A tensor's own length along an axis, and the common lengths along all others.</summary>
    public static Tensor<T, TDevice> Stretch<T, TDevice>(Tensor<T, TDevice> tensor, Shape common, int axis)
        where T : unmanaged
        where TDevice : struct, IDevice => tensor.BroadcastTo(WithLength(common, axis, tensor.Shape[axis]));

    /// <summary>A shape with another length along an axis.</summary>
    public static Shape WithLength(Shape shape, int axis, nint length)
    {
        nint[] sizes = shape.ToArray();
        sizes[axis] = length;
        return new Shape(sizes);
    }
}
