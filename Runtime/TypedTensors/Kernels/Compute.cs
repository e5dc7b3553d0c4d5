namespace TypedTensors.Kernels;

/// <summary>Checks the operands of a kernel over an index space and hands it to the device. Called by emitted code.</summary>
public static class Compute
{
    /// <summary>The grid that runs over a tensor: X over its last axis, Y over the one before, Z over all others together.</summary>
    /// <param name="kernel">The kernel's name, for messages.</param>
    /// <param name="tensor">The tensor.</param>
    /// <exception cref="ShapeException">The grid is longer than <see cref="int.MaxValue"/> along an axis.</exception>
    public static GridSize GridOf(string kernel, Tensor tensor)
    {
        ArgumentNullException.ThrowIfNull(tensor);
        nint x = 1, y = 1, z = 1;
        for (int axis = 0; axis < tensor.Rank; axis++)
        {
            nint size = tensor.Shape[axis];
            (x, y, z) = (tensor.Rank - axis) switch { 1 => (size, y, z), 2 => (x, size, z), _ => (x, y, z * size) };
        }

        return Math.Max(x, Math.Max(y, z)) <= int.MaxValue
            ? new GridSize((int)x, (int)y, (int)z)
            : throw new ShapeException($"{kernel}: a grid over shape {tensor.Shape} has more than {int.MaxValue} threads along an axis.");
    }

    /// <summary>Runs a kernel.</summary>
    /// <param name="grid">The threads to run; groups are run whole.</param>
    /// <param name="buffers">The tensors in the order of the kernel's buffers.</param>
    /// <param name="scalars">The scalars in the order of the kernel's.</param>
    /// <exception cref="ShapeException">A tensor has another number of axes than its buffer, or an axis longer than <see cref="int.MaxValue"/>.</exception>
    /// <exception cref="ArgumentException">A tensor or a scalar is of another dtype than the kernel takes.</exception>
    /// <exception cref="InvalidOperationException">A tensor that the kernel may write is read-only, or shares memory with another.</exception>
    /// <exception cref="ObjectDisposedException">A tensor has been disposed.</exception>
    public static void Launch<TKernel, TDevice>(GridSize grid, ReadOnlySpan<KernelOperand> buffers, ReadOnlySpan<KernelOperand> scalars)
        where TKernel : struct, IComputeKernel
        where TDevice : struct, IDevice
    {
        for (int index = 0; index < buffers.Length; index++)
        {
            Check<TKernel>(buffers, index);
        }

        for (int index = 0; index < scalars.Length; index++)
        {
            CheckDtype($"{TKernel.Name}: scalar {index}", scalars[index].Dtype, TKernel.ScalarType(index));
        }

        if (grid.X > 0 && grid.Y > 0 && grid.Z > 0)
        {
            TDevice.Launch<TKernel>(grid, buffers, scalars);
        }
    }

    internal static void CheckShape(string kernel, string buffer, in Shape shape, int rank)
    {
        if (shape.Rank != rank)
        {
            throw new ShapeException($"{kernel}: {buffer} has shape {shape} of rank {shape.Rank}; the kernel takes rank {rank}.");
        }

        foreach (nint size in shape.AsSpan())
        {
            if (size > int.MaxValue)
            {
                throw new ShapeException($"{kernel}: {buffer} has shape {shape}; kernels index with int, so that no axis may be longer than {int.MaxValue}.");
            }
        }
    }

    // Programs read the very bytes; emitted methods are typed, so that this finds calls written by hand.
    private static void CheckDtype(string operand, Dtype dtype, Dtype expected)
    {
        if (dtype != expected)
        {
            throw new ArgumentException($"{operand} is of dtype {Dtypes.NameOf(dtype)}; the kernel takes {Dtypes.NameOf(expected)}.");
        }
    }

    private static void Check<TKernel>(ReadOnlySpan<KernelOperand> buffers, int index)
        where TKernel : struct, IComputeKernel
    {
        ComputeBuffer buffer = TKernel.Buffer(index);
        Tensor tensor = buffers[index].Tensor!;
        tensor.ThrowIfDisposed();
        CheckShape(TKernel.Name, buffer.Name, tensor.Shape, buffer.Rank);
        CheckDtype($"{TKernel.Name}: {buffer.Name}", tensor.Dtype, buffer.Dtype);
        if (buffer.IsReadOnly)
        {
            return;
        }

        tensor.ThrowIfNotWritable($"{TKernel.Name}: {buffer.Name}");
        for (int other = 0; other < buffers.Length; other++)
        {
            if (other != index && tensor.SharesMemoryWith(buffers[other].Tensor!))
            {
                throw new InvalidOperationException(
                    $"{TKernel.Name}: {buffer.Name}, which the kernel writes, shares memory with {TKernel.Buffer(other).Name}; threads run in any order, so hand it a Clone().");
            }
        }
    }
}
