namespace TypedTensors;

/// <summary>Elements named by a tensor of bools.</summary>
public static class Masking
{
    /// <summary>A copy of a tensor with one value wherever the mask is true: PyTorch's <c>masked_fill</c>.</summary>
    /// <param name="x">The tensor, of any layout.</param>
    /// <param name="mask">Where; broadcasts to the tensor.</param>
    /// <param name="value">The value.</param>
    /// <param name="destination">Where to write; null allocates a tensor. <paramref name="x"/> itself is filled in place.</param>
    /// <returns>The tensor written, of the shape of <paramref name="x"/>.</returns>
    /// <exception cref="ShapeException">The mask does not broadcast to the tensor, or the destination has another shape.</exception>
    /// <exception cref="InvalidOperationException">The destination is read-only.</exception>
    [Copies]
    public static Tensor<T, TDevice> MaskedFill<T, TDevice>(this Tensor<T, TDevice> x, Tensor<bool, TDevice> mask, T value, [Mutates] Tensor<T, TDevice>? destination = null)
        where T : unmanaged
        where TDevice : struct, IDevice, IComputes<T>
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(mask);
        if (Shape.Broadcast(nameof(MaskedFill), x.Shape, mask.Shape) != x.Shape)
        {
            throw new ShapeException($"MaskedFill: a mask of shape {mask.Shape} does not broadcast to shape {x.Shape}, which it has to fit into.");
        }

        return mask.Where(value, x, destination);
    }

    /// <summary>The elements where the mask is true, in C order: PyTorch's <c>masked_select</c>, and NumPy's <c>x[mask]</c> for a mask of the tensor's shape.</summary>
    /// <param name="x">The tensor, of any layout.</param>
    /// <param name="mask">Which; tensor and mask broadcast to one another.</param>
    /// <returns>A new tensor of rank 1, as long as elements were selected.</returns>
    /// <remarks>How long the result is depends on the mask's elements, so that this is an operation of the processor. Elements are copied bit by bit.</remarks>
    /// <exception cref="ShapeException">The shapes do not broadcast.</exception>
    [Copies]
    public static Tensor<T, Cpu> MaskedSelect<T>(this Tensor<T, Cpu> x, Tensor<bool, Cpu> mask)
        where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(mask);
        Shape shape = Shape.Broadcast(nameof(MaskedSelect), x.Shape, mask.Shape);
        return MaskedRows.Read(x.BroadcastTo(shape), mask.BroadcastTo(shape));
    }
}
