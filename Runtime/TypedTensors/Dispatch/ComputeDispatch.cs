using TypedTensors.Kernels;

namespace TypedTensors.Dispatch;

/// <summary>Turns the launch of a kernel over an index space into dispatches of its program: one, or several where there are more groups than a dispatch may have.</summary>
internal static class ComputeDispatch
{
    /// <summary>Runs a kernel on operands that have been checked.</summary>
    /// <exception cref="NotSupportedException">A tensor reaches farther than one binding of the device.</exception>
    public static void Run<TKernel, TSink>(
        GridSize grid, ReadOnlySpan<KernelOperand> buffers, ReadOnlySpan<KernelOperand> scalars, in DispatchLimits limits, ref TSink sink)
        where TKernel : struct, IComputeKernel
        where TSink : struct, IComputeSink
    {
        var windows = new BindingWindow[buffers.Length + (TKernel.HasLayoutBuffer ? 1 : 0)];
        Span<nint> bases = stackalloc nint[buffers.Length];
        for (int index = 0; index < buffers.Length; index++)
        {
            windows[index] = Window<TKernel>(index, buffers[index].Tensor!, limits, out bases[index]);
        }

        Span<uint> layout = stackalloc uint[ComputeConstants.LayoutWords<TKernel>()];
        ComputeConstants.WriteLayout(buffers, bases, layout);
        if (TKernel.HasLayoutBuffer)
        {
            windows[^1] = sink.PlaceLayout(layout);
            layout = [];
        }

        Span<uint> constants = stackalloc uint[ComputeConstants.MaxWords];
        GridSize groups = grid.GroupsOf(TKernel.GroupSize);
        int most = limits.LargestGroupCount;
        for (int z = 0; z < groups.Z; z += Math.Min(most, groups.Z - z))
        {
            for (int y = 0; y < groups.Y; y += Math.Min(most, groups.Y - y))
            {
                for (int x = 0; x < groups.X; x += Math.Min(most, groups.X - x))
                {
                    int count = ComputeConstants.Write(grid, (x, y, z), scalars, layout, constants);
                    sink.Dispatch(windows, constants[..count], (Math.Min(most, groups.X - x), Math.Min(most, groups.Y - y), Math.Min(most, groups.Z - z)));
                }
            }
        }
    }

    /// <summary>Whether one binding of a device covers a tensor, so that a kernel can be launched on it.</summary>
    public static bool Reaches(Tensor tensor, in DispatchLimits limits) => tensor.Length == 0 || Reaches(tensor, limits, out _, out _);

    private static bool Reaches(Tensor tensor, in DispatchLimits limits, out nint start, out nint length)
    {
        int size = limits.SizeOf(tensor.Dtype);
        (nint first, nint last) = tensor.Layout.Extent();
        start = DispatchSplit.WindowStart(first, size, limits);
        length = ((last + 1) * size) - start;
        return length <= limits.LargestBinding && last - (start / size) <= int.MaxValue;
    }

    // A program reaches every element of a buffer from every thread, so that the whole tensor must lie in one binding.
    private static BindingWindow Window<TKernel>(int index, Tensor tensor, in DispatchLimits limits, out nint firstElement)
        where TKernel : struct, IComputeKernel
    {
        int size = limits.SizeOf(tensor.Dtype);
        if (tensor.Length == 0)
        {
            // Nothing is read, but something must be bound.
            firstElement = 0;
            return new BindingWindow(tensor.Storage, 0, size);
        }

        bool isReached = Reaches(tensor, limits, out nint start, out nint length);
        firstElement = tensor.Layout.Offset - (start / size);
        return isReached
            ? new BindingWindow(tensor.Storage, start, length)
            : throw new NotSupportedException(
                $"{TKernel.Name}: {TKernel.Buffer(index).Name} of shape {tensor.Shape} reaches over {length} bytes, and one binding of the device over {limits.LargestBinding} bytes and {int.MaxValue} elements at the most. Launch the kernel on slices.");
    }
}
