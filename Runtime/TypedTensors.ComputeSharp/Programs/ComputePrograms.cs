using System.Runtime.InteropServices;
using TypedTensors.Direct3D.Storage;
using TypedTensors.Dispatch;
using TypedTensors.Kernels;

namespace TypedTensors.Direct3D.Programs;

/// <summary>Runs kernels over an index space on tensors of the device.</summary>
internal static class ComputePrograms
{
    /// <summary>Records a kernel over operands that have been checked, in as many dispatches as its groups need.</summary>
    public static void Launch<TKernel>(GridSize grid, ReadOnlySpan<KernelOperand> buffers, ReadOnlySpan<KernelOperand> scalars)
        where TKernel : struct, IComputeKernel
    {
        Span<uint> layout = stackalloc uint[ComputeConstants.LayoutWords<TKernel>()];
        nint[] bases = new nint[buffers.Length];
        var bound = new DirectXStorage[ComputeSource<TKernel>.BindingCount];
        for (int i = 0; i < buffers.Length; i++)
        {
            Tensor tensor = buffers[i].Tensor!;
            (bases[i], bound[i]) = (tensor.Layout.Offset, (DirectXStorage)tensor.Storage);
        }

        ComputeConstants.WriteLayout(buffers, bases, layout);
        if (!TKernel.HasLayoutBuffer)
        {
            Dispatch<TKernel>(grid, scalars, layout, bound);
            return;
        }

        using Tensor<uint, DirectX> stored = ((ReadOnlySpan<uint>)layout).ToTensor(layout.Length).To<DirectX>();
        bound[^1] = (DirectXStorage)stored.Storage;
        Dispatch<TKernel>(grid, scalars, [], bound);
    }

    private static void Dispatch<TKernel>(GridSize grid, ReadOnlySpan<KernelOperand> scalars, ReadOnlySpan<uint> layout, DirectXStorage[] bound)
        where TKernel : struct, IComputeKernel
    {
        (uint reads, uint writes) = (0, 0);
        for (int i = 0; i < bound.Length; i++)
        {
            bool isRead = i == TKernel.BufferCount || TKernel.Buffer(i).IsReadOnly;
            reads |= isRead ? 1u << i : 0;
            writes |= isRead ? 0 : 1u << i;
        }

        const int most = CommandBatch.LargestGroupCount;
        GridSize size = TKernel.GroupSize, groups = grid.GroupsOf(size);
        for (int z = 0; z < groups.Z; z += most)
        {
            for (int y = 0; y < groups.Y; y += most)
            {
                for (int x = 0; x < groups.X; x += most)
                {
                    uint[] constants = new uint[ComputeSource<TKernel>.ConstantBytes / sizeof(uint)];
                    ComputeConstants.Write(grid, (x, y, z), scalars, layout, constants);
                    (int X, int Y, int Z) threads = (int.Min(groups.X - x, most) * size.X, int.Min(groups.Y - y, most) * size.Y, int.Min(groups.Z - z, most) * size.Z);
                    CommandBatch.Shared.Run<ComputeSource<TKernel>>(MemoryMarshal.AsBytes<uint>(constants).ToArray(), bound, reads, writes, threads);
                }
            }
        }
    }
}
