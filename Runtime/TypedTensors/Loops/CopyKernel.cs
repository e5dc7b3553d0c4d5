using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using TypedTensors.Kernels;

namespace TypedTensors.Loops;

/// <summary>The kernel that does nothing but move: a strided copy, a fill or, as the runner converts its operands, a cast.</summary>
internal readonly struct CopyKernel<T> : ICpuKernel
    where T : unmanaged
{
    public static string Name => "Copy";

    public static int Cost => 0;

    public static Dtype OperandType(int index) => Dtypes.Of<T>();

    public static void Run<TStore>(in ElementwiseBlock block)
        where TStore : struct, IVectorStore
    {
        ref T source = ref block.Operand<T>(0);
        ref T destination = ref block.Operand<T>(1);
        for (nuint start = 0; start < block.Length; start += int.MaxValue)
        {
            Span<T> target = MemoryMarshal.CreateSpan(ref Unsafe.Add(ref destination, start), (int)nuint.Min(block.Length - start, int.MaxValue));
            if (block.Mask(0) == 0)
            {
                target.Fill(source);
            }
            else
            {
                MemoryMarshal.CreateReadOnlySpan(ref Unsafe.Add(ref source, start), target.Length).CopyTo(target);
            }
        }
    }
}
