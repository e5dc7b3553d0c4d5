using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using TypedTensors.Kernels;

namespace TypedTensors.Loops;

/// <summary>Converts numbers and marks those whose value the other type cannot hold, as <c>NarrowChecked</c> documents.</summary>
/// <remarks>
/// A piece is converted there and back and compared as a whole, with vector instructions. Only if that leaves a doubt is each element looked at; the
/// quick test may doubt an element that fits, but never passes one that does not.
/// </remarks>
internal readonly struct NarrowKernel<TFrom, TTo> : ICpuKernel
    where TFrom : unmanaged, INumber<TFrom>, IMinMaxValue<TFrom>
    where TTo : unmanaged, INumber<TTo>, IMinMaxValue<TTo>
{
    /// <summary>The elements converted at a time, so that the way back stays in cache.</summary>
    private const int PieceLength = 512;

    public static string Name => "NarrowChecked";

    public static int Cost => 4;

    private static bool FromFloating => IsFloating<TFrom>();

    private static bool ToFloating => IsFloating<TTo>();

    public static Dtype OperandType(int index) => index switch
    {
        0 => Dtypes.Of<TFrom>(),
        1 => Dtypes.Of<TTo>(),
        _ => Dtype.Boolean,
    };

    public static void Run<TStore>(in ElementwiseBlock block)
        where TStore : struct, IVectorStore
    {
        bool isRepeated = block.Mask(0) == 0;
        Span<TFrom> repeated = stackalloc TFrom[isRepeated ? PieceLength : 0];
        repeated.Fill(block.Operand<TFrom>(0));
        for (nuint start = 0; start < block.Length; start += PieceLength)
        {
            var count = (int)nuint.Min(block.Length - start, PieceLength);
            NarrowPiece(
                isRepeated ? repeated[..count] : MemoryMarshal.CreateReadOnlySpan(ref Unsafe.Add(ref block.Operand<TFrom>(0), start), count),
                MemoryMarshal.CreateSpan(ref Unsafe.Add(ref block.Operand<TTo>(1), start), count),
                MemoryMarshal.CreateSpan(ref Unsafe.Add(ref block.Operand<bool>(2), start), count));
        }
    }

    private static void NarrowPiece(ReadOnlySpan<TFrom> source, Span<TTo> result, Span<bool> lost)
    {
        TensorPrimitives.ConvertSaturating(source, result);
        if (AllClearlyKept(source, result))
        {
            lost.Clear();
            return;
        }

        for (int i = 0; i < source.Length; i++)
        {
            lost[i] = !IsKept(source[i], result[i]);
        }
    }

    private static bool AllClearlyKept(ReadOnlySpan<TFrom> source, ReadOnlySpan<TTo> result)
    {
        if (FromFloating && ToFloating)
        {
            return !TensorPrimitives.IsInfinityAny(result);
        }

        // 2^63 as a double becomes long.MaxValue, which comes back as 2^63: a bound that is not exact on the floating side proves nothing.
        if ((FromFloating && MeetsInexactBound<TTo, TFrom>(result)) || (ToFloating && MeetsInexactBound<TFrom, TTo>(source)))
        {
            return false;
        }

        Span<TFrom> back = stackalloc TFrom[PieceLength];
        back = back[..source.Length];
        TensorPrimitives.ConvertSaturating(result, back);
        return MemoryMarshal.AsBytes(source).SequenceEqual(MemoryMarshal.AsBytes(back));
    }

    internal static bool IsKept(TFrom value, TTo result)
    {
        if (FromFloating && ToFloating)
        {
            return TTo.IsFinite(result) || !TFrom.IsFinite(value);
        }

        if (FromFloating)
        {
            // Both bounds, one above the highest value and the lowest itself, are powers of two or zero and thus exact.
            double number = double.CreateChecked(value);
            return double.IsInteger(number) && number >= double.CreateChecked(TTo.MinValue) && number < (double)(Int128.CreateChecked(TTo.MaxValue) + 1);
        }

        return TTo.IsFinite(result) && Int128.CreateChecked(value) == Int128.CreateChecked(result);
    }

    private static bool MeetsInexactBound<TInteger, TFloating>(ReadOnlySpan<TInteger> integers)
        where TInteger : unmanaged, INumber<TInteger>, IMinMaxValue<TInteger>
        where TFloating : unmanaged, INumber<TFloating> =>
        (integers.Contains(TInteger.MaxValue) && !IsExact<TInteger, TFloating>(TInteger.MaxValue))
        || (integers.Contains(TInteger.MinValue) && !IsExact<TInteger, TFloating>(TInteger.MinValue));

    private static bool IsExact<TInteger, TFloating>(TInteger bound)
        where TInteger : unmanaged, INumber<TInteger>
        where TFloating : unmanaged, INumber<TFloating> =>
        Int128.CreateSaturating(TFloating.CreateSaturating(bound)) == Int128.CreateChecked(bound);

    private static bool IsFloating<T>() => typeof(T) == typeof(Half) || typeof(T) == typeof(float) || typeof(T) == typeof(double);
}
