using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using TypedTensors.Kernels;

namespace TypedTensors.Loops;

/// <summary>The short way for the common small case: contiguous operands of one shape, and scalars, that a single call of the kernel computes.</summary>
/// <remarks>Arranging a loop nest takes longer than adding a few thousand numbers; here nothing is arranged.</remarks>
internal static unsafe class DenseLoop
{
    /// <summary>Whether every operand is a scalar, or contiguous, of the common shape and of the dtype that the kernel computes in.</summary>
    public static bool Fits<TKernel>(in Shape shape, ReadOnlySpan<KernelOperand> inputs, ReadOnlySpan<KernelOperand> outputs)
        where TKernel : struct, ICpuKernel
    {
        for (int i = 0; i < inputs.Length; i++)
        {
            if (inputs[i].Dtype != TKernel.OperandType(i) || (inputs[i].Tensor is { } tensor && !(tensor.IsContiguous && tensor.Layout.Shape == shape)))
            {
                return false;
            }
        }

        for (int i = 0; i < outputs.Length; i++)
        {
            if (outputs[i].Dtype != TKernel.OperandType(inputs.Length + i) || !outputs[i].Tensor!.IsContiguous)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Computes all elements in one call.</summary>
    [SkipLocalsInit]
    public static void Run<TKernel>(nint length, ReadOnlySpan<KernelOperand> inputs, ReadOnlySpan<KernelOperand> outputs)
        where TKernel : struct, ICpuKernel
    {
        int count = inputs.Length + outputs.Length;
        byte** pointers = stackalloc byte*[count];
        nuint* masks = stackalloc nuint[count];
        GCHandle* pins = stackalloc GCHandle[count];
        byte* repeated = stackalloc byte[(inputs.Length * TileScratch.RepeatBytes) + Block64.Bytes];
        repeated += -(nint)repeated & (Block64.Bytes - 1);
        for (int i = 0; i < count; i++)
        {
            ref readonly KernelOperand operand = ref i < inputs.Length ? ref inputs[i] : ref outputs[i - inputs.Length];
            if (operand.Tensor is { } tensor)
            {
                masks[i] = nuint.MaxValue;
                pointers[i] = ((CpuStorage)tensor.Storage).Pin(out pins[i]) + (tensor.Layout.Offset * Dtypes.SizeOf(operand.Dtype));
            }
            else
            {
                ScalarBits bits = operand.Bits;
                masks[i] = 0;
                pins[i] = default;
                pointers[i] = repeated + (i * TileScratch.RepeatBytes);
                TileCopy.Repeat((byte*)&bits, Dtypes.SizeOf(operand.Dtype), pointers[i]);
            }
        }

        TKernel.Run<CachedStore>(new ElementwiseBlock(pointers, masks, length));
        CpuLoop.Release(inputs, outputs, pins, count);
    }
}
