namespace TypedTensors;

/// <summary>A tensor as its indexer by a mask sees it: <c>x.Masked[x.Less(0)]</c>.</summary>
/// <remarks>
/// NumPy's boolean indexing. The mask has the shape of the tensor or of its first axes; the selected elements, or slices, lie along one axis in place of those. Getting copies,
/// unlike an indexer with ranges, and setting writes into the tensor. For one value use <c>MaskedFill</c> with the tensor as its own destination, on any device.
/// </remarks>
public sealed class MaskedPlaces<T>
    where T : unmanaged
{
    private readonly Tensor<T, Cpu> tensor;

    internal MaskedPlaces(Tensor<T, Cpu> tensor) => this.tensor = tensor;

    /// <summary>The elements where the mask is true, in C order, as a copy; or the same elements of the tensor, written.</summary>
    /// <param name="mask">Which; of the shape of the tensor or of its first axes.</param>
    /// <exception cref="ShapeException">The mask has another shape, or the value does not broadcast to the elements.</exception>
    /// <exception cref="InvalidOperationException">Writing to a read-only view.</exception>
    public Tensor<T, Cpu> this[Tensor<bool, Cpu> mask]
    {
        [Copies]
        get => MaskedRows.Read(tensor, Checked(mask));
        [Mutates]
        set
        {
            ArgumentNullException.ThrowIfNull(value);
            MaskedRows.Write(tensor, Checked(mask), value);
        }
    }

    private Tensor<bool, Cpu> Checked(Tensor<bool, Cpu> mask)
    {
        ArgumentNullException.ThrowIfNull(mask);
        return mask.Rank >= 1 && mask.Rank <= tensor.Rank && mask.Shape.AsSpan().SequenceEqual(tensor.Shape.AsSpan()[..mask.Rank])
            ? mask
            : throw new ShapeException($"Masked: a mask of shape {mask.Shape} does not fit shape {tensor.Shape}; it needs that shape or that of the first axes.");
    }
}
