using System.Runtime.InteropServices;
using TypedTensors.Kernels;
using TypedTensors.Loops;

namespace TypedTensors.Reductions;

/// <summary>Runs a reduction's kernel over a tensor in memory of this process.</summary>
internal static unsafe class CpuReduction
{
    /// <summary>Below about this many machine operations (a byte read counts as one) a second thread costs more than it saves.</summary>
    private const nint SmallestParallelWork = 1 << 20;

    /// <summary>Pins the tensors, arranges the axes and does the units, on several threads where that pays.</summary>
    public static void Run<TKernel>(Tensor source, Tensor result, uint axes, ReadOnlySpan<KernelOperand> scalars)
        where TKernel : struct, IReductionKernel
    {
        GCHandle sourcePin = default, resultPin = default;
        try
        {
            byte* data = Address(source, out sourcePin), resultData = Address(result, out resultPin);
            ulong* values = stackalloc ulong[scalars.Length];
            for (int i = 0; i < scalars.Length; i++)
            {
                values[i] = scalars[i].Bits.Low;
            }

            var loop = new ReductionLoop<TKernel>
            {
                Nest = ReductionNest.Arrange(source, data, result, resultData, axes, TKernel.UsesPositions),
                Stored = source.Dtype,
                ResultStored = result.Dtype,
                Scalars = values,
            };
            Run(ref loop, source.Length * (TKernel.Cost + Dtypes.SizeOf(source.Dtype)) < SmallestParallelWork ? 1 : Cpu.ThreadCount);
        }
        finally
        {
            Release(source, sourcePin);
            Release(result, resultPin);
        }
    }

    private static void Run<TKernel>(ref ReductionLoop<TKernel> loop, int threads)
        where TKernel : struct, IReductionKernel
    {
        bool isDirect = ElementReader.IsDirectAcross(loop.Nest, loop.Stored, TKernel.ElementType);
        loop.Tile = ReductionTile.Choose<TKernel>(loop.Nest, isDirect, threads);
        if (loop.Tile.Pieces == 1)
        {
            ParallelLoop.Run(loop, loop.UnitCount, threads);
            return;
        }

        byte* partial = (byte*)NativeMemory.AlignedAlloc((nuint)loop.PartialBytes, Block64.Bytes);
        try
        {
            loop.Partial = partial;
            ParallelLoop.Run(loop, loop.UnitCount, threads);
            loop.FinishPieces();
        }
        finally
        {
            NativeMemory.AlignedFree(partial);
        }
    }

    private static byte* Address(Tensor tensor, out GCHandle pin) =>
        ((CpuStorage)tensor.Storage).Pin(out pin) + (tensor.Layout.Offset * Dtypes.SizeOf(tensor.Dtype));

    private static void Release(Tensor tensor, GCHandle pin)
    {
        if (pin.IsAllocated)
        {
            ((CpuStorage)tensor.Storage).Unpin(pin);
        }

        GC.KeepAlive(tensor);
    }
}
