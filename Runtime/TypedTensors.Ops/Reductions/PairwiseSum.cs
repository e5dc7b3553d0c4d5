using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.InteropServices;

namespace TypedTensors;

/// <summary>The sum of floating numbers in blocks that are added in pairs (Higham, "The Accuracy of Floating Point Summation", 1993).</summary>
internal static class PairwiseSum
{
    /// <summary>
    /// Elements that <c>TensorPrimitives</c> sums before pairing begins: few enough that a lane adds up a few hundred at the most, and so many that the
    /// pairing costs nothing.
    /// </summary>
    private const int BlockLength = 4096;

    /// <summary>The sum; 0 of nothing.</summary>
    public static T Run<T>(ReadOnlySpan<T> elements)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (typeof(T) == typeof(Half))
        {
            return T.CreateTruncating(SumHalves(elements));
        }

        if (elements.Length <= BlockLength)
        {
            return TensorPrimitives.Sum(elements);
        }

        int half = ((elements.Length / 2) + BlockLength - 1) / BlockLength * BlockLength;
        return Run(elements[..half]) + Run(elements[half..]);
    }

    /// <summary>The mean; NaN of nothing.</summary>
    public static T Mean<T>(ReadOnlySpan<T> elements)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        typeof(T) == typeof(Half)
            ? T.CreateTruncating(SumHalves(elements) / elements.Length)
            : Run(elements) / T.CreateTruncating(elements.Length);

    private static float SumHalves<T>(ReadOnlySpan<T> elements)
        where T : unmanaged
    {
        if (elements.Length > BlockLength)
        {
            int half = ((elements.Length / 2) + BlockLength - 1) / BlockLength * BlockLength;
            return SumHalves(elements[..half]) + SumHalves(elements[half..]);
        }

        Span<float> widened = stackalloc float[BlockLength];
        TensorPrimitives.ConvertToSingle(MemoryMarshal.Cast<T, Half>(elements), widened);
        return TensorPrimitives.Sum<float>(widened[..elements.Length]);
    }
}
