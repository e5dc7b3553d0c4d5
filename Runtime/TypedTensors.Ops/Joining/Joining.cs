using TypedTensors.Kernels;

namespace TypedTensors;

/// <summary>Tensors put together: <c>Tensor.Concat([a, b], axis: 1)</c>.</summary>
public static class Joining
{
    extension(Tensor)
    {
        /// <summary>Tensors one after the other along an axis: NumPy's <c>concatenate</c>, PyTorch's <c>cat</c>.</summary>
        /// <param name="tensors">The tensors, of any layout; their shapes may differ along the axis alone. At least one.</param>
        /// <param name="axis">The axis; a negative one counts from the end.</param>
        /// <param name="destination">Where to write; null allocates a tensor. It may be, or overlap, any of the tensors.</param>
        /// <returns>The tensor written, along the axis as long as all tensors together.</returns>
        /// <remarks>Elements are copied bit by bit, in any dtype and on any device. Empty tensors add nothing.</remarks>
        /// <exception cref="ArgumentException">There are no tensors.</exception>
        /// <exception cref="ShapeException">The axis is out of range (a scalar has none: <c>Stack</c> it), shapes differ elsewhere, or the destination has another shape.</exception>
        /// <exception cref="InvalidOperationException">The destination is read-only.</exception>
        [Copies]
        public static Tensor<T, TDevice> Concat<T, TDevice>(ReadOnlySpan<Tensor<T, TDevice>> tensors, int axis = 0, [Mutates] Tensor<T, TDevice>? destination = null)
            where T : unmanaged
            where TDevice : struct, IDevice
        {
            Tensor<T, TDevice> first = First(nameof(Concat), tensors);
            return Join(nameof(Concat), tensors, Reduction.Axis(nameof(Concat), first, axis), destination);
        }

        /// <summary>Tensors of one shape beside one another along a new axis: NumPy's and PyTorch's <c>stack</c>.</summary>
        /// <param name="tensors">The tensors, of any layout and all of one shape. At least one.</param>
        /// <param name="axis">Where the new axis stands in the result; a negative one counts from the result's end.</param>
        /// <param name="destination">Where to write; null allocates a tensor. It may be, or overlap, any of the tensors.</param>
        /// <returns>The tensor written, along the axis as long as there are tensors.</returns>
        /// <remarks>Elements are copied bit by bit, in any dtype and on any device.</remarks>
        /// <exception cref="ArgumentException">There are no tensors.</exception>
        /// <exception cref="ShapeException">The axis is out of range, shapes differ, the rank is 8 already, or the destination has another shape.</exception>
        /// <exception cref="InvalidOperationException">The destination is read-only.</exception>
        [Copies]
        public static Tensor<T, TDevice> Stack<T, TDevice>(ReadOnlySpan<Tensor<T, TDevice>> tensors, int axis = 0, [Mutates] Tensor<T, TDevice>? destination = null)
            where T : unmanaged
            where TDevice : struct, IDevice
        {
            Tensor<T, TDevice> first = First(nameof(Stack), tensors);
            int position = axis < 0 ? axis + first.Rank + 1 : axis;
            if ((uint)position > (uint)first.Rank)
            {
                throw new ShapeException($"Stack: axis {axis} is out of range for tensors of shape {first.Shape}, whose stack has rank {first.Rank + 1}.");
            }

            var layers = new Tensor<T, TDevice>[tensors.Length];
            for (int i = 0; i < layers.Length; i++)
            {
                ArgumentNullException.ThrowIfNull(tensors[i]);
                layers[i] = tensors[i].Shape == first.Shape
                    ? tensors[i].Unsqueeze(position)
                    : throw new ShapeException($"Stack: tensor {i} has shape {tensors[i].Shape} against {first.Shape}; all need one shape.");
            }

            return Join(nameof(Stack), layers, position, destination);
        }
    }

    private static Tensor<T, TDevice> First<T, TDevice>(string operation, ReadOnlySpan<Tensor<T, TDevice>> tensors)
        where T : unmanaged
        where TDevice : struct, IDevice
    {
        if (tensors.IsEmpty)
        {
            throw new ArgumentException($"{operation}: there are no tensors to put together; it needs at least one.", nameof(tensors));
        }

        ArgumentNullException.ThrowIfNull(tensors[0]);
        return tensors[0];
    }

    private static Tensor<T, TDevice> Join<T, TDevice>(string operation, ReadOnlySpan<Tensor<T, TDevice>> tensors, int axis, Tensor<T, TDevice>? destination)
        where T : unmanaged
        where TDevice : struct, IDevice
    {
        var shape = new Shape(Sizes(operation, tensors, axis));
        if (destination is not null && destination.Shape != shape)
        {
            throw new ShapeException($"{operation}: the result has shape {shape}, which does not fit the destination's shape {destination.Shape}.");
        }

        if (destination is not null && SharesWithAny(destination, tensors))
        {
            // One piece written might be another piece still to be read.
            using Tensor<T, TDevice> apart = Join(operation, tensors, axis, null);
            destination.CopyFrom(apart);
            return destination;
        }

        Tensor<T, TDevice> result = destination ?? Tensor<T, TDevice>.Empty(shape);
        nint start = 0;
        foreach (Tensor<T, TDevice> tensor in tensors)
        {
            nint stop = start + tensor.Shape[axis];
            using Tensor<T, TDevice> part = Parts.Along(result, axis, start, stop);
            part.CopyFrom(tensor);
            start = stop;
        }

        return result;
    }

    private static nint[] Sizes<T, TDevice>(string operation, ReadOnlySpan<Tensor<T, TDevice>> tensors, int axis)
        where T : unmanaged
        where TDevice : struct, IDevice
    {
        Shape first = tensors[0].Shape;
        nint[] sizes = first.ToArray();
        for (int i = 1; i < tensors.Length; i++)
        {
            ArgumentNullException.ThrowIfNull(tensors[i]);
            Shape shape = tensors[i].Shape;
            if (shape.Rank != first.Rank)
            {
                throw new ShapeException($"{operation}: tensor {i} of shape {shape} has another rank than the first, of shape {first}.");
            }

            for (int other = 0; other < first.Rank; other++)
            {
                if (other != axis && shape[other] != first[other])
                {
                    throw new ShapeException(
                        $"{operation}: tensor {i} of shape {shape} does not fit the first, of shape {first}: axis {other} is {shape[other]} against {first[other]}; only axis {axis} may differ.");
                }
            }

            sizes[axis] = checked(sizes[axis] + shape[axis]);
        }

        return sizes;
    }

    private static bool SharesWithAny<T, TDevice>(Tensor<T, TDevice> destination, ReadOnlySpan<Tensor<T, TDevice>> tensors)
        where T : unmanaged
        where TDevice : struct, IDevice
    {
        foreach (Tensor<T, TDevice> tensor in tensors)
        {
            if (destination.SharesMemoryWith(tensor))
            {
                return true;
            }
        }

        return false;
    }
}
