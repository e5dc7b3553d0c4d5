using TypedTensors.Kernels;

namespace TypedTensors;

/// <summary>A tensor as its indexers by integer tensors see it: <c>x.At[rows]</c>, <c>x.At[rows, columns]</c>.</summary>
/// <remarks>
/// NumPy's integer-array indexing. The tensors index the first axes, one each, and broadcast to one another; what they broadcast to stands in the result in place of those
/// axes. Getting copies, unlike an indexer with ranges, and setting writes into the tensor; where several indices name one element, the last counts. The processor looks at
/// all indices first; other devices do not look: there an index outside of its axis reads, or writes, some other element or none.
/// </remarks>
public sealed class IndexedPlaces<T, TDevice>
    where T : unmanaged
    where TDevice : struct, IDevice, IComputes<T>
{
    private readonly Tensor<T, TDevice> tensor;

    internal IndexedPlaces(Tensor<T, TDevice> tensor) => this.tensor = tensor;

    /// <summary>The elements at indices, as a copy; or the same elements of the tensor, written.</summary>
    /// <param name="indices">For each of the first axes its indices; a negative one counts from the end.</param>
    /// <exception cref="ShapeException">There are more tensors than axes or none, they do not broadcast, the value does not, or there is nothing to index.</exception>
    /// <exception cref="IndexOutOfRangeException">An index is outside of its axis; found on the processor only.</exception>
    /// <exception cref="InvalidOperationException">Writing to a read-only view.</exception>
    public Tensor<T, TDevice> this[params ReadOnlySpan<Tensor<int, TDevice>> indices]
    {
        [Copies]
        get
        {
            (Tensor<int, TDevice> places, int count) = LinearPlaces.Of(tensor.Shape, indices);
            return Lines(tensor.IsContiguous ? tensor : tensor.Clone(), count).Take(places, 0).Reshape(ResultShape(places, count));
        }

        [Mutates]
        set
        {
            ArgumentNullException.ThrowIfNull(value);
            (Tensor<int, TDevice> places, int count) = LinearPlaces.Of(tensor.Shape, indices);
            Shape shape = ResultShape(places, count);
            if (Shape.Broadcast("At", shape, value.Shape) != shape)
            {
                throw new ShapeException($"At: a value of shape {value.Shape} does not broadcast to the elements at the indices, of shape {shape}.");
            }

            Tensor<T, TDevice> lines = Lines(tensor.Clone(), count);
            Tensor<int, TDevice> rows = places.Clone().Reshape(places.Length, 1);
            Tensor<T, TDevice> values = value.BroadcastTo(shape).Clone().Reshape(places.Length, lines.Shape[1]);
            tensor.CopyFrom(lines.Scatter(rows.BroadcastTo(values.Shape), values, 0).Reshape(tensor.Shape));
        }
    }

    /// <inheritdoc cref="this[ReadOnlySpan{Tensor{int, TDevice}}]"/>
    public Tensor<T, TDevice> this[params ReadOnlySpan<Tensor<long, TDevice>> indices]
    {
        [Copies]
        get => this[LinearPlaces.Narrow(indices)];
        [Mutates]
        set => this[LinearPlaces.Narrow(indices)] = value;
    }

    // The indexed axes as one, and all others as another.
    private static Tensor<T, TDevice> Lines(Tensor<T, TDevice> contiguous, int count)
    {
        ReadOnlySpan<nint> sizes = contiguous.Shape.AsSpan();
        return contiguous.Reshape(Parts.Product(sizes[..count]), Parts.Product(sizes[count..]));
    }

    private Shape ResultShape(Tensor places, int count) => new([.. places.Shape.AsSpan(), .. tensor.Shape.AsSpan()[count..]]);
}
