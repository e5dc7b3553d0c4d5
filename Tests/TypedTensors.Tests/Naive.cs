namespace TypedTensors.Tests;

/// <summary>Tensors read element by element, straight from their definition: what the tests hold everything faster against.</summary>
internal static class Naive
{
    /// <summary>All indices of a shape in C order.</summary>
    public static IEnumerable<nint[]> Indices(Shape shape)
    {
        if (shape.Length == 0)
        {
            yield break;
        }

        var index = new nint[shape.Rank];
        while (true)
        {
            yield return (nint[])index.Clone();
            int axis = shape.Rank - 1;
            while (axis >= 0 && ++index[axis] == shape[axis])
            {
                index[axis--] = 0;
            }

            if (axis < 0)
            {
                yield break;
            }
        }
    }

    /// <summary>Where each element lies in its storage, in C order.</summary>
    public static nint[] Positions(Tensor tensor) => Positions(tensor.Layout);

    /// <inheritdoc cref="Positions(Tensor)"/>
    public static nint[] Positions(Layout layout) => [.. Indices(layout.Shape).Select(index => Position(layout, index))];

    /// <summary>The elements in C order, each fetched by its own index.</summary>
    public static T[] Elements<T>(Tensor<T, Cpu> tensor)
        where T : unmanaged => [.. Indices(tensor.Shape).Select(index => tensor[index])];

    /// <summary>The index of an operand's element under an index of the shape it broadcasts to.</summary>
    public static nint[] Broadcast(nint[] index, Shape shape) =>
        [.. Enumerable.Range(0, shape.Rank).Select(axis => shape[axis] == 1 ? 0 : index[index.Length - shape.Rank + axis])];

    private static nint Position(Layout layout, nint[] index)
    {
        nint position = layout.Offset;
        for (int axis = 0; axis < index.Length; axis++)
        {
            position += index[axis] * layout.Strides[axis];
        }

        return position;
    }
}
