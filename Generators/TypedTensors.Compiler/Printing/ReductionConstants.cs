using TypedTensors.Compiler.Model;

namespace TypedTensors.Compiler.Printing;

/// <summary>The layout of the numbers that a dispatch of a reduction is given beside its buffers, the same on every device.</summary>
/// <remarks>
/// In 32 words of 32 bits: those named here; the first position (two words) where positions matter; the scalars, those of 8 bytes before the others; the offsets
/// of the source and of the result; for each axis that stays, innermost first, its stride in the source, its stride in the result and its length; and for each
/// reduced axis its stride and its length. The length of the outermost axis of either kind is left out, so that the next begins there.
/// </remarks>
public sealed class ReductionConstants
{
    /// <summary>All words.</summary>
    public const int Words = 32;

    /// <summary>The number of groups.</summary>
    public const int Groups = 0;

    /// <summary>Small numbers in one word: the flags below; from bit 4 the logarithm of the lanes; from bit 8 and 12 the axes that stay and that are reduced.</summary>
    public const int Plan = 1;

    /// <summary>The number of results.</summary>
    public const int Outputs = 2;

    /// <summary>The number of elements, or of partial accumulators, of which each result is made.</summary>
    public const int Count = 3;

    /// <summary>The elements that a group takes of each result.</summary>
    public const int PieceLength = 4;

    /// <summary>The pieces that the elements of each result are cut into.</summary>
    public const int Pieces = 5;

    /// <summary>The partial accumulators of each result.</summary>
    public const int PartialStride = 6;

    /// <summary>The first piece's place among these.</summary>
    public const int FirstPartial = 7;

    /// <summary>The flag by which partial accumulators are read instead of elements.</summary>
    public const uint ReadsPartials = 1;

    /// <summary>The flag by which partial accumulators are written instead of results.</summary>
    public const uint WritesPartials = 2;

    /// <summary>The flag by which neighbouring threads belong to neighbouring results rather than to the same.</summary>
    public const uint Across = 4;

    /// <summary>The bits of <see cref="Plan"/> before the logarithm of the lanes.</summary>
    public const int LanesShift = 4;

    /// <summary>The bits of <see cref="Plan"/> before the number of axes that stay.</summary>
    public const int KeptShift = 8;

    /// <summary>The bits of <see cref="Plan"/> before the number of reduced axes.</summary>
    public const int ReducedShift = 12;

    /// <summary>What each of these numbers is at most.</summary>
    public const uint SmallMask = 15;

    const int Header = 8, PositionWords = 2, LeastAxes = 3;

    readonly int[] _scalars;

    /// <summary>Lays the numbers out for a reduction.</summary>
    /// <param name="reduction">The reduction.</param>
    public ReductionConstants(DeviceReductionModel reduction)
    {
        _scalars = new int[reduction.Scalars.Count];
        int next = Header + (reduction.UsesPositions ? PositionWords : 0);
        foreach (int size in (int[])[8, 4])
        {
            for (int scalar = 0; scalar < _scalars.Length; scalar++)
            {
                ElementType type = reduction.Scalars[scalar].Computed;
                if ((type.IsBoolean ? 4 : type.Size) == size)
                {
                    _scalars[scalar] = next;
                    next += size / 4;
                }
            }
        }

        SourceBase = next;
    }

    /// <summary>Where the position of the first element stands.</summary>
    public const int FirstPosition = Header;

    /// <summary>Where the source's offset stands.</summary>
    public int SourceBase { get; }

    /// <summary>Where the result's offset stands.</summary>
    public int ResultBase => SourceBase + 1;

    /// <summary>Where the axes begin.</summary>
    public int Axes => SourceBase + 2;

    /// <summary>Whether the scalars of a reduction leave room for an axis of each kind.</summary>
    /// <param name="scalarWords">The words that they take, with those of the count.</param>
    /// <returns>Whether a device can run it.</returns>
    public static bool HasRoomFor(int scalarWords) => Header + PositionWords + scalarWords + 2 + LeastAxes <= Words;

    /// <summary>Where a scalar stands; a bool is there a <see cref="uint"/>, all others have the type they are computed with.</summary>
    public int Scalar(int index) => _scalars[index];
}
