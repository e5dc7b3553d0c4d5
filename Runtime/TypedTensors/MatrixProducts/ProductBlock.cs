using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace TypedTensors.MatrixProducts;

/// <summary>A part of a product that one thread computes tile by tile, from factors that lie in caches.</summary>
internal unsafe struct ProductBlock
{
    /// <summary>The rows of the part.</summary>
    public nint Rows;

    /// <summary>The columns of the part.</summary>
    public nint Columns;

    /// <summary>The length of the sums.</summary>
    public nint Inner;

    /// <summary>The left factor.</summary>
    public Matrix Left;

    /// <summary>The right factor's first panel: as many neighbouring columns as a tile has.</summary>
    public byte* Right;

    /// <summary>The bytes from one panel to the next.</summary>
    public nint RightPanel;

    /// <summary>The bytes from one row of a panel to the next.</summary>
    public nint RightStep;

    /// <summary>Whether the last panel is filled up with zeros. If not there is at least one whole panel, and the last one reaches back into the one before.</summary>
    public bool IsPadded;

    /// <summary>Where the part goes.</summary>
    public Matrix Result;

    /// <summary>Whether the sums go on from what the result holds.</summary>
    public bool Accumulates;

    /// <summary>Computes the part.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public readonly void Run<TLanes, TVector>()
        where TLanes : struct, IProductLanes<TVector>
        where TVector : struct
    {
        int size = TLanes.ElementBytes;
        nint tileColumns = 2 * TLanes.Bytes / size;
        byte* edge = stackalloc byte[2 * TLanes.Bytes * TLanes.TileRows];
        byte* right = Right;
        for (nint column = 0; column < Columns; column += tileColumns, right += RightPanel)
        {
            nint columns = Math.Min(tileColumns, Columns - column), first = column;
            byte* panel = right;
            if (columns < tileColumns && !IsPadded)
            {
                // The columns that the panel before had already get the same values again.
                first = Columns - tileColumns;
                panel -= (tileColumns - columns) * size;
                columns = tileColumns;
            }

            bool isWhole = columns == tileColumns && Result.Column == size;
            for (nint row = 0; row < Rows; row += TLanes.TileRows)
            {
                nint rows = Math.Min(TLanes.TileRows, Rows - row);
                byte* left = Left.Data + (row * Left.Row);
                Matrix result = Result.From(row, first);
                if (isWhole)
                {
                    Prefetch(result.Data + (rows * result.Row), result.Row, Math.Min(TLanes.TileRows, Rows - row - rows), 2 * TLanes.Bytes);
                    Tile<TLanes, TVector>((int)rows, left, panel, result.Data, result.Row, Accumulates);
                    continue;
                }

                if (Accumulates)
                {
                    MatrixCopy.Run(result, new Matrix(edge, 2 * TLanes.Bytes, size), rows, columns, size);
                }

                Tile<TLanes, TVector>((int)rows, left, panel, edge, 2 * TLanes.Bytes, Accumulates);
                MatrixCopy.Run(new Matrix(edge, 2 * TLanes.Bytes, size), result, rows, columns, size);
            }
        }
    }

    /// <summary>Brings the next tile, which is used once for each part of the inner axis, close while this one is computed.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Prefetch(byte* tile, nint row, nint rows, int bytes)
    {
        if (Sse.IsSupported)
        {
            for (; rows > 0; rows--, tile += row)
            {
                for (int i = 0; i < bytes; i += Block64.Bytes)
                {
                    Sse.Prefetch0(tile + i);
                }
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly void Tile<TLanes, TVector>(int rows, byte* left, byte* right, byte* result, nint resultRow, bool accumulates)
        where TLanes : struct, IProductLanes<TVector>
        where TVector : struct
    {
        nint row = Left.Row, step = Left.Column;
        switch (rows)
        {
            case 1: MicroKernel.Run<TLanes, TVector, Rows1>(Inner, left, row, step, right, RightStep, result, resultRow, accumulates); break;
            case 2: MicroKernel.Run<TLanes, TVector, Rows2>(Inner, left, row, step, right, RightStep, result, resultRow, accumulates); break;
            case 3: MicroKernel.Run<TLanes, TVector, Rows3>(Inner, left, row, step, right, RightStep, result, resultRow, accumulates); break;
            case 4: MicroKernel.Run<TLanes, TVector, Rows4>(Inner, left, row, step, right, RightStep, result, resultRow, accumulates); break;
            case 5: MicroKernel.Run<TLanes, TVector, Rows5>(Inner, left, row, step, right, RightStep, result, resultRow, accumulates); break;
            case 6: MicroKernel.Run<TLanes, TVector, Rows6>(Inner, left, row, step, right, RightStep, result, resultRow, accumulates); break;
            case 7: MicroKernel.Run<TLanes, TVector, Rows7>(Inner, left, row, step, right, RightStep, result, resultRow, accumulates); break;
            case 8: MicroKernel.Run<TLanes, TVector, Rows8>(Inner, left, row, step, right, RightStep, result, resultRow, accumulates); break;
            case 9: MicroKernel.Run<TLanes, TVector, Rows9>(Inner, left, row, step, right, RightStep, result, resultRow, accumulates); break;
            case 10: MicroKernel.Run<TLanes, TVector, Rows10>(Inner, left, row, step, right, RightStep, result, resultRow, accumulates); break;
            case 11: MicroKernel.Run<TLanes, TVector, Rows11>(Inner, left, row, step, right, RightStep, result, resultRow, accumulates); break;
            default: MicroKernel.Run<TLanes, TVector, Rows12>(Inner, left, row, step, right, RightStep, result, resultRow, accumulates); break;
        }
    }
}
