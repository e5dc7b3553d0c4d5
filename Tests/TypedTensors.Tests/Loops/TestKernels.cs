using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using TypedTensors.Kernels;

namespace TypedTensors.Tests.Loops;

/// <summary><c>2x + y</c> in vectors, as the generator writes kernels.</summary>
internal readonly struct AffineKernel : ICpuTestKernel
{
    public static string Name => "Affine";

    public static int Cost => 2;

    public static Dtype OperandType(int index) => Dtype.Single;

    public static void Run<TStore>(in ElementwiseBlock block)
        where TStore : struct, IVectorStore
    {
        ref float x = ref block.Operand<float>(0), y = ref block.Operand<float>(1), result = ref block.Operand<float>(2);
        nuint xMask = block.Mask(0), yMask = block.Mask(1), length = block.Length, i = 0;
        for (; i + 16 <= length; i += 16)
        {
            Vector512<float> value = (Vector512.LoadUnsafe(ref x, i & xMask) * 2) + Vector512.LoadUnsafe(ref y, i & yMask);
            TStore.Store(value, ref result, i);
        }

        for (; i < length; i++)
        {
            Unsafe.Add(ref result, i) = (Unsafe.Add(ref x, i & xMask) * 2) + Unsafe.Add(ref y, i & yMask);
        }
    }
}

/// <summary>Bytes and floats in, doubles out: <c>x * y</c>.</summary>
internal readonly struct MixedKernel : ICpuTestKernel
{
    public static string Name => "Mixed";

    public static int Cost => 1;

    public static Dtype OperandType(int index) => index switch
    {
        0 => Dtype.Byte,
        1 => Dtype.Single,
        _ => Dtype.Double,
    };

    public static void Run<TStore>(in ElementwiseBlock block)
        where TStore : struct, IVectorStore
    {
        for (nuint i = 0; i < block.Length; i++)
        {
            Unsafe.Add(ref block.Operand<double>(2), i) =
                Unsafe.Add(ref block.Operand<byte>(0), i & block.Mask(0)) * (double)Unsafe.Add(ref block.Operand<float>(1), i & block.Mask(1));
        }
    }
}

/// <summary><c>x &lt; y</c> as bool, and <c>flag ? x : y</c>, through lane masks.</summary>
internal readonly struct LessKernel : ICpuTestKernel
{
    public static string Name => "Less";

    public static int Cost => 2;

    public static Dtype OperandType(int index) => index < 2 ? Dtype.Single : index == 2 ? Dtype.Boolean : index == 3 ? Dtype.Boolean : Dtype.Single;

    public static void Run<TStore>(in ElementwiseBlock block)
        where TStore : struct, IVectorStore
    {
        ref float x = ref block.Operand<float>(0), y = ref block.Operand<float>(1), chosen = ref block.Operand<float>(4);
        ref bool flag = ref block.Operand<bool>(2), less = ref block.Operand<bool>(3);
        nuint length = block.Length, i = 0;
        for (; i + 16 <= length; i += 16)
        {
            Vector512<float> left = Vector512.LoadUnsafe(ref x, i & block.Mask(0)), right = Vector512.LoadUnsafe(ref y, i & block.Mask(1));
            Vector512<float> condition = VectorMask.Load512<float>(ref flag, i & block.Mask(2));
            VectorMask.Store(Vector512.LessThan(left, right), ref less, i);
            TStore.Store(Vector512.ConditionalSelect(condition, left, right), ref chosen, i);
        }

        for (; i < length; i++)
        {
            float left = Unsafe.Add(ref x, i & block.Mask(0)), right = Unsafe.Add(ref y, i & block.Mask(1));
            Unsafe.Add(ref chosen, i) = Unsafe.Add(ref flag, i & block.Mask(2)) ? left : right;
            Unsafe.Add(ref less, i) = left < right;
        }
    }
}

/// <summary>Throws where an element is negative; else copies.</summary>
internal readonly struct ThrowingKernel : ICpuTestKernel
{
    public static string Name => "Throwing";

    public static int Cost => 1;

    public static Dtype OperandType(int index) => Dtype.Single;

    public static void Run<TStore>(in ElementwiseBlock block)
        where TStore : struct, IVectorStore
    {
        for (nuint i = 0; i < block.Length; i++)
        {
            float value = Unsafe.Add(ref block.Operand<float>(0), i & block.Mask(0));
            Unsafe.Add(ref block.Operand<float>(1), i) = value >= 0 ? value : throw new InvalidDataException("negative");
        }
    }
}

/// <summary>Many byte operands, to see that scratch stays small.</summary>
internal readonly struct ManyBytesKernel : ICpuTestKernel
{
    public const int Inputs = 64;

    public static string Name => "ManyBytes";

    public static int Cost => 1;

    public static Dtype OperandType(int index) => Dtype.Byte;

    public static void Run<TStore>(in ElementwiseBlock block)
        where TStore : struct, IVectorStore
    {
        for (nuint i = 0; i < block.Length; i++)
        {
            byte sum = 0;
            for (int input = 0; input < Inputs; input++)
            {
                sum += Unsafe.Add(ref block.Operand<byte>(input), i & block.Mask(input));
            }

            Unsafe.Add(ref block.Operand<byte>(Inputs), i) = sum;
        }
    }
}
