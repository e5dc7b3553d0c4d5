using TypedTensors.Kernels;

namespace TypedTensors;

/// <summary>Indices along several axes as indices along one axis that stands for all of them.</summary>
internal static class LinearPlaces
{
    private const string Operation = "At";

    /// <summary>The indices of the elements, or slices, that a tensor for each of the first axes names.</summary>
    /// <returns>The indices, and how many axes they stand for.</returns>
    public static (Tensor<int, TDevice> Places, int Count) Of<TDevice>(Shape shape, ReadOnlySpan<Tensor<int, TDevice>> indices)
        where TDevice : struct, IDevice
    {
        if (indices.IsEmpty || indices.Length > shape.Rank)
        {
            throw new ShapeException($"{Operation}: {indices.Length} tensors of indices for shape {shape} of rank {shape.Rank}; it takes one for each of the first axes.");
        }

        for (int axis = 0; axis < indices.Length; axis++)
        {
            ArgumentNullException.ThrowIfNull(indices[axis]);
            HostIndices.Check(Operation, indices[axis], shape, axis);
        }

        Tensor<int, TDevice> places = indices[0];
        nint length = shape[0];
        for (int axis = 1; axis < indices.Length; axis++)
        {
            int size = checked((int)shape[axis]);
            length *= size;
            Shape.Broadcast(Operation, places.Shape, indices[axis].Shape);

            // What several axes have become counts from the beginning already.
            Tensor<int, TDevice> before = axis == 1 ? FromStart(places, shape, 0) : places;
            places = before.Multiply(size).Add(FromStart(indices[axis], shape, axis));
        }

        return length <= int.MaxValue
            ? (places, indices.Length)
            : throw new ShapeException($"{Operation}: the first {indices.Length} axes of shape {shape} have more than {int.MaxValue} places.");
    }

    /// <summary>64-bit indices as ints. Those that the processor holds stay outside of every axis where they are; other devices take them modulo 2^32.</summary>
    public static Tensor<int, TDevice>[] Narrow<TDevice>(ReadOnlySpan<Tensor<long, TDevice>> indices)
        where TDevice : struct, IDevice
    {
        var narrow = new Tensor<int, TDevice>[indices.Length];
        for (int i = 0; i < narrow.Length; i++)
        {
            ArgumentNullException.ThrowIfNull(indices[i]);
            narrow[i] = Processor.Holds(indices[i], out Tensor<long, Cpu>? own) ? Processor.As<int, TDevice>(HostIndices.Narrow(own)) : indices[i].Cast<int>();
        }

        return narrow;
    }

    private static Tensor<int, TDevice> FromStart<TDevice>(Tensor<int, TDevice> indices, Shape shape, int axis)
        where TDevice : struct, IDevice => indices.Less(0).Where(indices.Add((int)shape[axis]), indices);
}
