using System.Runtime.InteropServices;
using TypedTensors.Kernels;
using TypedTensors.Loops;

namespace TypedTensors.Dispatch;

/// <summary>Runs a kernel over an index space in this process: group by group, shared out among threads.</summary>
internal static unsafe class ComputeLoop
{
    /// <summary>Below so many threads of the grid, a second thread of the processor is rarely worth its waking.</summary>
    private const nint SmallestParallelGrid = 1 << 11;

    public static void Run<TKernel>(GridSize grid, ReadOnlySpan<KernelOperand> buffers, ReadOnlySpan<KernelOperand> scalars)
        where TKernel : struct, IComputeKernel
    {
        KernelOperand[]? converted = Convert<TKernel>(buffers);
        if (converted is null)
        {
            RunBound<TKernel>(grid, buffers, scalars);
            return;
        }

        RunBound<TKernel>(grid, converted, scalars);
        for (int index = 0; index < buffers.Length; index++)
        {
            if (!ReferenceEquals(converted[index].Tensor, buffers[index].Tensor))
            {
                if (!TKernel.Buffer(index).IsReadOnly)
                {
                    Cpu.Copy(converted[index], buffers[index]);
                }

                converted[index].Tensor!.Release();
            }
        }
    }

    // Half is computed in float; a kernel jumps about in its buffers, so that they are converted whole.
    private static KernelOperand[]? Convert<TKernel>(ReadOnlySpan<KernelOperand> buffers)
        where TKernel : struct, IComputeKernel
    {
        KernelOperand[]? converted = null;
        for (int index = 0; index < buffers.Length; index++)
        {
            ComputeBuffer buffer = TKernel.Buffer(index);
            if (buffer.ComputeDtype != buffer.Dtype)
            {
                converted ??= buffers.ToArray();
                var copy = Tensor<float, Cpu>.Empty(buffers[index].Shape);
                Cpu.Copy(buffers[index], copy);
                converted[index] = copy;
            }
        }

        return converted;
    }

    private static void RunBound<TKernel>(GridSize grid, ReadOnlySpan<KernelOperand> buffers, ReadOnlySpan<KernelOperand> scalars)
        where TKernel : struct, IComputeKernel
    {
        BoundBuffer* bound = stackalloc BoundBuffer[buffers.Length];
        BoundScalar* boundScalars = stackalloc BoundScalar[scalars.Length];
        GCHandle* pins = stackalloc GCHandle[buffers.Length];
        int count = 0;
        try
        {
            for (; count < buffers.Length; count++)
            {
                Bind(buffers[count].Tensor!, out bound[count], out pins[count]);
            }

            for (int index = 0; index < scalars.Length; index++)
            {
                boundScalars[index] = new BoundScalar(scalars[index].Bits.Low, scalars[index].Dtype);
            }

            GridSize groups = grid.GroupsOf(TKernel.GroupSize);
            var body = new GroupRange<TKernel> { Grid = grid, Groups = groups, Buffers = bound, Scalars = boundScalars };
            bool isSmall = (double)grid.X * grid.Y * grid.Z < SmallestParallelGrid;
            ParallelLoop.Run(body, checked((nint)groups.X * groups.Y * groups.Z), isSmall ? 1 : Cpu.ThreadCount);
        }
        finally
        {
            CpuLoop.Release(buffers, [], pins, count);
        }
    }

    private static void Bind(Tensor tensor, out BoundBuffer bound, out GCHandle pin)
    {
        bound = default;
        bound.Data = ((CpuStorage)tensor.Storage).Pin(out pin) + (tensor.Layout.Offset * Dtypes.SizeOf(tensor.Dtype));
        tensor.Shape.AsSpan().CopyTo(bound.Sizes);
        tensor.Strides.CopyTo(bound.Strides);
    }

    /// <summary>A run of groups, numbered with X as the fastest axis.</summary>
    private struct GroupRange<TKernel> : IRangeBody
        where TKernel : struct, IComputeKernel
    {
        public GridSize Grid;
        public GridSize Groups;
        public BoundBuffer* Buffers;
        public BoundScalar* Scalars;

        public readonly void Run(nint start, nint end)
        {
            ComputeScratch scratch = ComputeScratch.Mine;
            for (nint group = start; group < end; group++)
            {
                scratch.Reset();
                TKernel.Run(new ComputeGroup(Grid, Groups, group, Buffers, Scalars, scratch));
            }
        }
    }
}
