using System.Numerics;
using System.Numerics.Tensors;

namespace TypedTensors;

/// <summary>The sum of floating numbers in blocks that are added in pairs (Higham, "The Accuracy of Floating Point Summation", 1993).</summary>
internal static class PairwiseSum
{
    /// <summary>Elements that are summed by vectors before pairing begins; in each lane of a 128-bit vector only 64 of them at the most.</summary>
    private const int BlockLength = 256;

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
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (elements.Length > BlockLength)
        {
            int half = ((elements.Length / 2) + BlockLength - 1) / BlockLength * BlockLength;
            return SumHalves(elements[..half]) + SumHalves(elements[half..]);
        }

        Span<float> widened = stackalloc float[BlockLength];
        TensorPrimitives.ConvertTruncating(elements, widened);
        return TensorPrimitives.Sum<float>(widened[..elements.Length]);
    }
}
