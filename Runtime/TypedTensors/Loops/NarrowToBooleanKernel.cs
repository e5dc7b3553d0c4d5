using System.Numerics;
using System.Runtime.CompilerServices;
using TypedTensors.Kernels;

namespace TypedTensors.Loops;

/// <summary>Converts numbers to bool and marks those that are neither 0 nor 1.</summary>
internal readonly struct NarrowToBooleanKernel<TFrom> : ICpuKernel
    where TFrom : unmanaged, INumber<TFrom>
{
    public static string Name => "NarrowChecked";

    public static int Cost => 4;

    public static Dtype OperandType(int index) => index == 0 ? Dtypes.Of<TFrom>() : Dtype.Boolean;

    public static void Run<TStore>(in ElementwiseBlock block)
        where TStore : struct, IVectorStore
    {
        ref TFrom source = ref block.Operand<TFrom>(0);
        ref bool result = ref block.Operand<bool>(1);
        ref bool lost = ref block.Operand<bool>(2);
        nuint mask = block.Mask(0);
        for (nuint i = 0; i < block.Length; i++)
        {
            TFrom value = Unsafe.Add(ref source, i & mask);
            Unsafe.Add(ref result, i) = value == TFrom.One;
            Unsafe.Add(ref lost, i) = value != TFrom.Zero && value != TFrom.One;
        }
    }
}
