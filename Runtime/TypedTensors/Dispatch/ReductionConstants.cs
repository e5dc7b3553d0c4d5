using TypedTensors.Kernels;

namespace TypedTensors.Dispatch;

/// <summary>Where the constants of a reduction's program lie, counted in 32-bit words. Printers of programs follow the same rules.</summary>
/// <remarks>
/// The words named here; the first position where positions matter; the number of elements, where it matters, and the scalars, those of eight bytes before those
/// of four; the bases of source and results; and the axes. An axis that stays has a stride in the source, one in the results and a length; a reduced one a stride
/// and a length. They begin with the innermost, and the outermost of either kind has no length.
/// </remarks>
internal static class ReductionConstants<TKernel>
    where TKernel : struct, IDeviceReduction
{
    /// <summary>All words.</summary>
    public const int Words = 32;

    public const int Groups = 0, Plan = 1, Outputs = 2, Count = 3, PieceLength = 4, Pieces = 5, PartialStride = 6, FirstPartial = 7, FirstPosition = 8;

    /// <summary>Flags in the word <see cref="Plan"/>.</summary>
    public const uint ReadsPartials = 1, WritesPartials = 2, Across = 4;

    /// <summary>Where small numbers begin in that word.</summary>
    public const int LanesShift = 4, KeptShift = 8, ReducedShift = 12;

    /// <summary>Writes the scalars.</summary>
    /// <param name="source">The dtype of the tensor.</param>
    /// <param name="count">The number of elements of which each result is made.</param>
    /// <param name="scalars">The scalars in the kernel's order.</param>
    /// <param name="words">All constants.</param>
    /// <returns>The word after the scalars, that of the source's base; that of the results follows, and then the axes.</returns>
    public static int WriteScalars(Dtype source, long count, ReadOnlySpan<KernelOperand> scalars, Span<uint> words)
    {
        int next = FirstPosition + (TKernel.UsesPositions ? 2 : 0);
        foreach (int size in (ReadOnlySpan<int>)[2, 1])
        {
            if (TKernel.CountType(source) is { } type && WordsOf(type) == size)
            {
                InlineScalar.Write(KernelOperand.Scalar(count), type, words[next..]);
                next += size;
            }

            for (int i = 0; i < scalars.Length; i++)
            {
                if (WordsOf(TKernel.ScalarType(i)) == size)
                {
                    InlineScalar.Write(scalars[i], TKernel.ScalarType(i), words[next..]);
                    next += size;
                }
            }
        }

        return next;
    }

    private static int WordsOf(Dtype dtype) => Dtypes.SizeOf(dtype) == 2 * sizeof(uint) ? 2 : 1;
}
