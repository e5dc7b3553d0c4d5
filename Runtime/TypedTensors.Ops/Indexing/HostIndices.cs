namespace TypedTensors;

/// <summary>Indices that the processor holds, which it looks at before anything is read or written through them.</summary>
internal static class HostIndices
{
    /// <summary>Finds an index that is outside of its axis.</summary>
    /// <param name="operation">The operation, for messages.</param>
    /// <param name="indices">The indices; those of other devices are not looked at, which would mean to wait for them.</param>
    /// <param name="shape">The shape they index.</param>
    /// <param name="axis">The axis they run along.</param>
    /// <exception cref="IndexOutOfRangeException">An index is outside.</exception>
    public static void Check<TDevice>(string operation, Tensor<int, TDevice> indices, Shape shape, int axis)
        where TDevice : struct, IDevice
    {
        if (!Processor.Holds(indices, out Tensor<int, Cpu>? own))
        {
            return;
        }

        nint size = shape[axis];
        foreach (int index in (own.IsContiguous ? own : own.Clone()).AsReadOnlySpan())
        {
            if (index < -size || index >= size)
            {
                throw new IndexOutOfRangeException($"{operation}: index {index} is outside axis {axis} of shape {shape}, which is {size} long.");
            }
        }
    }

    /// <summary>64-bit indices as ints.</summary>
    public static Tensor<int, TDevice> Narrow<TDevice>(Tensor<long, TDevice> indices)
        where TDevice : struct, IDevice, IComputes<long>
    {
        ArgumentNullException.ThrowIfNull(indices);
        return IndexKernels.Narrow(indices);
    }
}
