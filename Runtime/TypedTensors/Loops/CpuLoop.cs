using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using TypedTensors.Kernels;

namespace TypedTensors.Loops;

/// <summary>Runs an element-wise kernel over tensors in memory of this process.</summary>
internal static unsafe class CpuLoop
{
    /// <summary>Below about this many machine operations (a byte moved counts as one) a second thread costs more than it saves.</summary>
    private const nint SmallestParallelWork = 1 << 20;

    /// <summary>Up to this many elements the cost of arranging the loop is felt.</summary>
    private const nint LargestDenseRun = 1 << 14;

    /// <summary>Pins the operands, arranges the axes and runs the tiles, on several threads where that pays.</summary>
    public static void Run<TKernel>(in Shape shape, ReadOnlySpan<KernelOperand> inputs, ReadOnlySpan<KernelOperand> outputs)
        where TKernel : struct, ICpuKernel
    {
        if (shape.Length <= LargestDenseRun && DenseLoop.Fits<TKernel>(shape, inputs, outputs))
        {
            DenseLoop.Run<TKernel>(shape.Length, inputs, outputs);
            return;
        }

        RunNest<TKernel>(shape, inputs, outputs);
    }

    /// <summary>Unpins; and names every tensor once more, so that none is reclaimed while only its address is in use.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static void Release(ReadOnlySpan<KernelOperand> inputs, ReadOnlySpan<KernelOperand> outputs, GCHandle* pins, int bound)
    {
        for (int i = 0; i < bound; i++)
        {
            Tensor? tensor = i < inputs.Length ? inputs[i].Tensor : outputs[i - inputs.Length].Tensor;
            if (tensor is not null && pins[i].IsAllocated)
            {
                ((CpuStorage)tensor.Storage).Unpin(pins[i]);
            }

            GC.KeepAlive(tensor);
        }
    }

    private static void RunNest<TKernel>(in Shape shape, ReadOnlySpan<KernelOperand> inputs, ReadOnlySpan<KernelOperand> outputs)
        where TKernel : struct, ICpuKernel
    {
        int count = inputs.Length + outputs.Length;
        LoopOperand* operands = stackalloc LoopOperand[count];
        GCHandle* pins = stackalloc GCHandle[count];
        ScalarBits* scalars = stackalloc ScalarBits[count];
        int bound = 0;
        try
        {
            for (; bound < count; bound++)
            {
                ref readonly KernelOperand operand = ref bound < inputs.Length ? ref inputs[bound] : ref outputs[bound - inputs.Length];
                operands[bound] = Bind(operand, TKernel.OperandType(bound), shape, TKernel.Name, scalars + bound, out pins[bound]);
            }

            var loop = new TileLoop<TKernel>
            {
                Nest = LoopNest.Arrange(shape, operands, count, key: inputs.Length),
                Operands = operands,
                InputCount = inputs.Length,
                OperandCount = count,
            };
            int threads = shape.Length * (TKernel.Cost + BytesPerElement(operands, count)) < SmallestParallelWork ? 1 : Cpu.ThreadCount;
            loop.Tile = TileShape.Choose(loop.Nest, operands, count, inputs.Length, threads);
            ParallelLoop.Run(loop, loop.TileCount, threads);
        }
        finally
        {
            Release(inputs, outputs, pins, bound);
        }
    }

    private static LoopOperand Bind(in KernelOperand operand, Dtype computed, in Shape shape, string operation, ScalarBits* scalar, out GCHandle pin)
    {
        if (operand.Tensor is not { } tensor)
        {
            // A scalar is converted once, here, so that it does not send the whole operation through scratch.
            pin = default;
            ScalarBits bits = operand.Bits;
            Conversion.Run(operand.Dtype, (byte*)&bits, computed, (byte*)scalar, 1);
            return new LoopOperand { Data = (byte*)scalar, Stored = computed, Computed = computed };
        }

        Layout layout = Broadcasting.Stretch(operation, tensor.Layout, shape);
        var bound = new LoopOperand { Stored = tensor.Dtype, Computed = computed };
        nint size = bound.StoredSize;
        bound.Data = ((CpuStorage)tensor.Storage).Pin(out pin) + (layout.Offset * size);
        for (int axis = 0; axis < shape.Rank; axis++)
        {
            bound.Strides[axis] = layout.Strides[axis] * size;
        }

        return bound;
    }

    private static int BytesPerElement(LoopOperand* operands, int count)
    {
        int bytes = 0;
        for (int i = 0; i < count; i++)
        {
            bytes += operands[i].StoredSize;
        }

        return bytes;
    }
}
