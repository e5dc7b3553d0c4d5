using System.Runtime.CompilerServices;
using TypedTensors.Kernels;
using TypedTensors.Loops;

namespace TypedTensors.Reductions;

/// <summary>Runs a kernel over a range of a reduction's units. A unit is some neighbouring results, or one piece of what each of them is made of.</summary>
internal unsafe struct ReductionLoop<TKernel> : IRangeBody
    where TKernel : struct, IReductionKernel
{
    /// <summary>The axes.</summary>
    public ReductionNest Nest;

    /// <summary>The units.</summary>
    public ReductionTile Tile;

    /// <summary>The dtype of the source.</summary>
    public Dtype Stored;

    /// <summary>The dtype of the result.</summary>
    public Dtype ResultStored;

    /// <summary>What else the results depend on.</summary>
    public ulong* Scalars;

    /// <summary>The lanes of all pieces, where there are several; else null.</summary>
    public byte* Partial;

    /// <summary>The number of units.</summary>
    public readonly nint UnitCount => Nest.Outer * TilesPerRow * Tile.Pieces;

    /// <summary>The bytes of <see cref="Partial"/>.</summary>
    public readonly nint PartialBytes => Nest.Outer * Nest.Columns * PartialBytesPerResult;

    private readonly nint TilesPerRow => (Nest.Columns + Tile.Results - 1) / Tile.Results;

    /// <summary>The lanes that a piece leaves for each result.</summary>
    private readonly nint LanesPerResult => Nest.IsAcross ? 1 : TKernel.Lanes;

    private readonly nint PartialBytesPerResult => TKernel.Components * Tile.Pieces * LanesPerResult * ReductionLanes.BytesPerLane;

    /// <summary>Does the units from <paramref name="start"/> up to, not including, <paramref name="end"/>.</summary>
    [SkipLocalsInit]
    public readonly void Run(nint start, nint end)
    {
        nint most = Nest.IsAcross ? Tile.Results : TKernel.Lanes;
        nint slot = Align(most * ReductionLanes.BytesPerLane * TKernel.Components);
        nint block = Align(ReductionTile.CopiedRows * most * Math.Max(Dtypes.SizeOf(Stored), Dtypes.SizeOf(TKernel.ElementType)));
        nint resultBytes = Align(Tile.Results * ReductionLanes.BytesPerLane);
        nint own = Align(Tile.Results * LanesPerResult * ReductionLanes.BytesPerLane * TKernel.Components);
        byte* memory = stackalloc byte[(int)((slot * PairwiseAccumulation<TKernel>.Waiting) + (2 * block) + (2 * resultBytes) + own) + Block64.Bytes];
        memory += -(nint)memory & (Block64.Bytes - 1);
        byte* blocks = memory + (slot * PairwiseAccumulation<TKernel>.Waiting), results = blocks + (2 * block), lanes = results + (2 * resultBytes);

        var reader = new ElementReader(in Nest, Stored, TKernel.ElementType, blocks, blocks + block);
        var accumulation = new PairwiseAccumulation<TKernel>(reader, memory, most);
        for (nint unit = start; unit < end; unit++)
        {
            (nint tile, nint piece) = Math.DivRem(unit, Tile.Pieces);
            (nint outer, nint column) = Math.DivRem(tile, TilesPerRow);
            column *= Tile.Results;
            nint columns = Math.Min(Tile.Results, Nest.Columns - column);
            nint first = piece * Tile.PieceLength, count = Math.Min(Tile.PieceLength, Nest.Count - first);
            byte* origin = Nest.Source + Nest.Kept.Offset(outer, Nest.Kept.Rank - 1) + (column * ColumnStep);

            ReductionLanes all = Partial is null
                ? new ReductionLanes(lanes, own / TKernel.Components & -ReductionLanes.BytesPerLane, 0, columns * LanesPerResult)
                : PartialLanes(outer, column, columns).At(0, columns * LanesPerResult);
            if (Nest.IsAcross)
            {
                accumulation.Across(all.At(piece * columns, columns), origin, first, count);
            }
            else
            {
                for (nint result = 0; result < columns; result++)
                {
                    nint lane = ((result * Tile.Pieces) + piece) * TKernel.Lanes;
                    accumulation.Along(all.At(lane, TKernel.Lanes), origin + (result * ColumnStep), first, count);
                }
            }

            if (Partial is null)
            {
                Finish(all, outer, column, columns, results, results + resultBytes);
            }
        }
    }

    /// <summary>Combines the pieces of every result.</summary>
    [SkipLocalsInit]
    public readonly void FinishPieces()
    {
        nint resultBytes = Align(Tile.Results * ReductionLanes.BytesPerLane);
        byte* results = stackalloc byte[(int)(2 * resultBytes)];
        for (nint outer = 0; outer < Nest.Outer; outer++)
        {
            for (nint column = 0; column < Nest.Columns; column += Tile.Results)
            {
                nint columns = Math.Min(Tile.Results, Nest.Columns - column);
                Finish(PartialLanes(outer, column, columns), outer, column, columns, results, results + resultBytes);
            }
        }
    }

    private static nint Align(nint bytes) => (bytes + Block64.Bytes - 1) & -Block64.Bytes;

    private readonly nint ColumnStep => Nest.Kept.Strides[Nest.Kept.Rank - 1];

    /// <summary>The lanes of some neighbouring results: those of their pieces, one after the other.</summary>
    private readonly ReductionLanes PartialLanes(nint outer, nint column, nint columns)
    {
        byte* memory = Partial + (((outer * Nest.Columns) + column) * PartialBytesPerResult);
        return new ReductionLanes(memory, columns * PartialBytesPerResult / TKernel.Components, 0, columns);
    }

    private readonly void Finish(ReductionLanes lanes, nint outer, nint column, nint columns, byte* made, byte* converted)
    {
        ReductionLanes last;
        if (Nest.IsAcross)
        {
            LaneFold.Run<TKernel>(lanes.At(0, columns, 1), columns * Tile.Pieces, columns);
            last = lanes.At(0, 1, columns, 1);
        }
        else
        {
            // Pieces but the last fill all lanes, and lanes without elements take no part.
            nint stride = TKernel.Lanes * Tile.Pieces, rest = Nest.Count - ((Tile.Pieces - 1) * Tile.PieceLength);
            nint filled = stride - TKernel.Lanes + Math.Clamp(rest, 1, TKernel.Lanes);
            last = lanes.At(0, 1, columns, stride);
            LaneFold.Run<TKernel>(last, filled, TKernel.Lanes);
            LaneFold.Run<TKernel>(last, Math.Min(filled, TKernel.Lanes), 1);
        }

        Store(last, outer, column, columns, made, converted);
    }

    private readonly void Store(ReductionLanes last, nint outer, nint column, nint columns, byte* made, byte* converted)
    {
        int size = Dtypes.SizeOf(ResultStored);
        nint step = Nest.Kept.ResultStep;
        byte* target = Nest.Result + Nest.Kept.ResultOffset(outer, Nest.Kept.Rank - 1) + (column * step);
        bool isDense = step == size || columns == 1, isConverted = ResultStored != TKernel.ResultType;
        TKernel.Finish(last, new ReductionResults(isDense && !isConverted ? target : made, Nest.Count, Scalars));
        if (isConverted)
        {
            Conversion.Run(TKernel.ResultType, made, ResultStored, isDense ? target : converted, columns);
        }

        if (!isDense)
        {
            TileCopy.Scatter(isConverted ? converted : made, target, 0, step, 1, columns, size);
        }
    }
}
