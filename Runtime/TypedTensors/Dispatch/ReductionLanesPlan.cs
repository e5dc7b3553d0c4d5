using System.Numerics;

namespace TypedTensors.Dispatch;

/// <summary>How the 256 threads of a group are shared out among results, and the elements of a result among groups.</summary>
/// <remarks>All of it follows from the shape and the layout, so that the order in which elements are combined does too.</remarks>
/// <param name="LanesLog">The logarithm of the threads for each result.</param>
/// <param name="IsAcross">Whether neighbouring threads belong to neighbouring results.</param>
/// <param name="PieceLength">The elements of each result that a group takes.</param>
internal readonly record struct ReductionLanesPlan(int LanesLog, bool IsAcross, nint PieceLength)
{
    private const int GroupSizeLog = 8;

    /// <summary>Neighbouring results that are read together: of two bytes each they are what memory hands out at once.</summary>
    private const int ResultsSideBySide = 64;

    /// <summary>Elements that a lane should have before there are more lanes.</summary>
    private const int ElementsPerLane = 4;

    /// <summary>The fewest elements of a lane that are worth a group of their own and a second pass, and the most: rounding errors grow with them.</summary>
    private const int FewestInPiece = 16, MostInPiece = 256;

    /// <summary>The groups that keep a large device busy.</summary>
    private const int ManyGroups = 1024;

    /// <summary>The results of a group.</summary>
    public int Columns => 1 << (GroupSizeLog - LanesLog);

    /// <summary>The pieces that a number of elements is cut into; at least 1.</summary>
    public nint Pieces(nint count) => Math.Max(1, (count + PieceLength - 1) / PieceLength);

    /// <summary>Chooses for a whole reduction, or what a device does of it at once.</summary>
    public static ReductionLanesPlan Of(in ReductionPart part)
    {
        nint outputs = part.Outputs, count = part.Count;
        bool isAcross = part.Kept.InnerStep < part.Reduced.InnerStep && outputs > 1;
        int lanesLog = isAcross
            ? Math.Min(GroupSizeLog - Log(Math.Min(outputs, ResultsSideBySide)), Log(count))
            : Math.Min(GroupSizeLog, Log((count + ElementsPerLane - 1) / ElementsPerLane));
        nint perLane = Math.Max(1, (count + (1 << lanesLog) - 1) >> lanesLog);
        nint groups = (outputs + (1 << (GroupSizeLog - lanesLog)) - 1) >> (GroupSizeLog - lanesLog);
        nint pieces = Math.Max((perLane + MostInPiece - 1) / MostInPiece, Math.Min(ManyGroups / groups, perLane / FewestInPiece));
        nint perPiece = pieces <= 1 ? perLane : (perLane + pieces - 1) / pieces;
        return new ReductionLanesPlan(lanesLog, isAcross, perPiece << lanesLog);
    }

    /// <summary>For the second pass, which combines so many partial accumulators for each result.</summary>
    public static ReductionLanesPlan OfPartials(nint count) =>
        new(Math.Min(GroupSizeLog, Log((count + ElementsPerLane - 1) / ElementsPerLane)), false, count);

    /// <summary>The logarithm of the next power of two.</summary>
    private static int Log(nint value) => value <= 1 ? 0 : BitOperations.Log2((nuint)(value - 1)) + 1;
}
