namespace TypedTensors.Printing;

/// <summary>What a print shows of a tensor: its axes' lengths, which of the axes are cut short, and how many indices they show at either end.</summary>
internal abstract class ShownElements
{
    private protected ShownElements(in Shape shape, uint cutAxes, int edge)
    {
        Shape = shape;
        CutAxes = cutAxes;
        Edge = edge;
    }

    /// <summary>The lengths of the axes as far as they are shown.</summary>
    public Shape Shape { get; }

    /// <summary>How many indices of a cut axis are shown on either side of the gap.</summary>
    public int Edge { get; }

    private uint CutAxes { get; }

    /// <summary>Whether indices in the middle of an axis are left out.</summary>
    public bool IsCut(int axis) => (CutAxes & (1u << axis)) != 0;
}

/// <summary>The elements a print shows, read from the device without the rest.</summary>
internal sealed class ShownElements<T> : ShownElements
    where T : unmanaged
{
    private ShownElements(T[] elements, in Shape shape, uint cutAxes, int edge)
        : base(shape, cutAxes, edge) => Elements = elements;

    /// <summary>The elements in C order of <see cref="ShownElements.Shape"/>.</summary>
    public T[] Elements { get; }

    /// <summary>Reads a tensor whole, or its corners if it has more elements than the threshold.</summary>
    public static ShownElements<T> Read<TDevice>(Tensor<T, TDevice> tensor, PrintOptions options)
        where TDevice : struct, IDevice
    {
        uint cutAxes = 0;
        Span<nint> sizes = stackalloc nint[tensor.Rank];
        tensor.Shape.AsSpan().CopyTo(sizes);
        for (int axis = 0; axis < sizes.Length && tensor.Length > options.Threshold; axis++)
        {
            if (sizes[axis] > 2 * (nint)options.EdgeItems)
            {
                sizes[axis] = 2 * (nint)options.EdgeItems;
                cutAxes |= 1u << axis;
            }
        }

        return cutAxes == 0
            ? new ShownElements<T>(tensor.ToArray(), tensor.Shape, 0, options.EdgeItems)
            : new ShownElements<T>(ReadCorners(tensor, new Shape(sizes), cutAxes, options.EdgeItems), new Shape(sizes), cutAxes, options.EdgeItems);
    }

    private static T[] ReadCorners<TDevice>(Tensor<T, TDevice> tensor, Shape shape, uint cutAxes, nint edge)
        where TDevice : struct, IDevice
    {
        using Tensor<T, Cpu> shown = Tensor<T, Cpu>.Empty(shape);
        for (uint ends = cutAxes; ; ends = (ends - 1) & cutAxes)
        {
            // Each subset of the cut axes is one corner: the end of the axes in it and the beginning of the others.
            using Tensor<T, TDevice> corner = tensor.View(Corner(tensor.Layout, cutAxes, ends, edge));
            using Tensor<T, Cpu> host = corner.To<Cpu>();
            using Tensor<T, Cpu> place = shown.View(Corner(shown.Layout, cutAxes, ends, edge));
            place.CopyFrom(host);
            if (ends == 0)
            {
                return shown.ToArray();
            }
        }
    }

    private static Layout Corner(in Layout layout, uint cutAxes, uint ends, nint edge)
    {
        Span<nint> sizes = stackalloc nint[layout.Shape.Rank];
        layout.Shape.AsSpan().CopyTo(sizes);
        nint offset = layout.Offset;
        for (int axis = 0; axis < sizes.Length; axis++)
        {
            if ((cutAxes & (1u << axis)) != 0)
            {
                offset += (ends & (1u << axis)) != 0 ? (sizes[axis] - edge) * layout.Strides[axis] : 0;
                sizes[axis] = edge;
            }
        }

        return new Layout(new Shape(sizes), layout.Strides, offset);
    }
}
