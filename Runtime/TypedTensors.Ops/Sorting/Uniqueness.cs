namespace TypedTensors;

/// <summary>Tensors without what they hold several times. How much is left depends on the elements, so that these are operations of the processor.</summary>
public static class Uniqueness
{
    /// <summary>The different elements, ascending: NumPy's and PyTorch's <c>unique</c>.</summary>
    /// <param name="x">The tensor, of any shape and layout.</param>
    /// <returns>A new tensor of rank 1.</returns>
    /// <remarks>All NaN count as one element, the last, as in NumPy; so do the two zeros, of which the first in the tensor is kept.</remarks>
    [Copies]
    public static Tensor<T, Cpu> Unique<T>(this Tensor<T, Cpu> x)
        where T : unmanaged => UniqueAll(x).Values;

    /// <summary>The different slices along an axis, ascending by their first different element: NumPy's <c>unique</c> with an axis, PyTorch's with <c>dim</c>.</summary>
    /// <param name="x">The tensor, of any layout.</param>
    /// <param name="axis">The axis; a negative one counts from the end.</param>
    /// <returns>A new tensor of the same rank, along the axis as long as there are different slices.</returns>
    /// <remarks>All NaN are equal and last, and the two zeros are equal; of equal slices the first is kept. Slices without elements are equal.</remarks>
    /// <exception cref="ShapeException">The axis is out of range; a scalar has none.</exception>
    [Copies]
    public static Tensor<T, Cpu> Unique<T>(this Tensor<T, Cpu> x, int axis)
        where T : unmanaged => UniqueSlices.Of(nameof(Unique), x, axis).Values;

    /// <summary>The different slices along an axis, where they come first, where each slice is among them, and how often they come: NumPy's <c>unique</c> with an axis and all of its flags.</summary>
    /// <param name="x">The tensor, of any layout.</param>
    /// <param name="axis">The axis; a negative one counts from the end.</param>
    /// <returns>The slices, ascending; the index along the axis of the first of each; for each slice of the tensor its index among the different ones; and the count of each.</returns>
    /// <remarks>All NaN are equal and last, and the two zeros are equal; of equal slices the first is kept. Slices without elements are equal.</remarks>
    /// <exception cref="ShapeException">The axis is out of range; a scalar has none.</exception>
    [Copies]
    public static (Tensor<T, Cpu> Values, Tensor<long, Cpu> Indices, Tensor<long, Cpu> Inverse, Tensor<long, Cpu> Counts) UniqueAll<T>(this Tensor<T, Cpu> x, int axis)
        where T : unmanaged => UniqueSlices.Of(nameof(UniqueAll), x, axis);

    /// <summary>The different elements, where they come first, where each element is among them, and how often they come: the array API's <c>unique_all</c>, NumPy's <c>unique</c> with all of its flags.</summary>
    /// <param name="x">The tensor, of any shape and layout.</param>
    /// <returns>
    /// The elements, ascending; the index in C order of the first of each; for each element of the tensor, and of its shape, its index among the different ones; and the count
    /// of each.
    /// </returns>
    /// <remarks>All NaN count as one element, the last, as in NumPy; so do the two zeros, of which the first in the tensor is kept.</remarks>
    [Copies]
    public static (Tensor<T, Cpu> Values, Tensor<long, Cpu> Indices, Tensor<long, Cpu> Inverse, Tensor<long, Cpu> Counts) UniqueAll<T>(this Tensor<T, Cpu> x)
        where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(x);
        T[] elements = x.ToArray();
        long[] order = Sorting.ArgSort(elements.AsTensor()).ToArray(), inverse = new long[elements.Length];
        var values = new List<T>();
        List<long> indices = [], counts = [];
        foreach (long place in order)
        {
            // Equals, unlike ==, is true of two NaN.
            T element = elements[place];
            if (values.Count == 0 || !EqualityComparer<T>.Default.Equals(element, values[^1]))
            {
                values.Add(element);
                indices.Add(place);
                counts.Add(0);
            }

            counts[^1]++;
            inverse[place] = values.Count - 1;
        }

        return (values.ToArray().ToTensor(), indices.ToArray().ToTensor(), inverse.ToTensor(x.Shape.AsSpan()), counts.ToArray().ToTensor());
    }
}
