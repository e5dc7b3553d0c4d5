using TypedTensors.Loops;

namespace TypedTensors.MatrixProducts;

/// <summary>The blocks of a product along its rows and columns, each from a copy of a block of the left factor and panels of the right one.</summary>
internal unsafe struct ProductBlocks<TLanes, TVector> : IRangeBody
    where TLanes : struct, IProductLanes<TVector>
    where TVector : struct
{
    /// <summary>Rows of the copy begin in different sets of the first-level cache, also where the inner part is a power of two long.</summary>
    private const nint Gap = 64;

    /// <summary>The left factor, from the first column of the inner part on.</summary>
    public Matrix Left;

    /// <summary>The result, from the panels' first column on.</summary>
    public Matrix Result;

    /// <summary>The right factor's panels.</summary>
    public RightPanels<TLanes, TVector> Panels;

    /// <summary>The rows of the left factor.</summary>
    public nint Rows;

    /// <summary>How many blocks there are below one another.</summary>
    public nint RowParts;

    /// <summary>How many blocks there are side by side.</summary>
    public nint PanelParts;

    /// <summary>Whether the sums go on from what the result holds.</summary>
    public bool Accumulates;

    /// <inheritdoc/>
    public readonly void Run(nint start, nint end)
    {
        Matrix left = default;
        nint copied = -1;
        for (nint part = start; part < end; part++)
        {
            (nint rowPart, nint panelPart) = Math.DivRem(part, PanelParts);
            nint row = RowAt(rowPart), rows = RowAt(rowPart + 1) - row;
            nint panel = panelPart * Panels.Count / PanelParts, column = panel * RightPanels<TLanes, TVector>.PanelColumns;
            nint columns = ((panelPart + 1) * Panels.Count / PanelParts * RightPanels<TLanes, TVector>.PanelColumns) - column;
            if (copied != rowPart)
            {
                left = Copy(Left.From(row, 0), rows);
                copied = rowPart;
            }

            var block = new ProductBlock
            {
                Rows = rows,
                Columns = Math.Min(columns, Panels.Columns - column),
                Inner = Panels.Inner,
                Left = left,
                Right = Panels.Panels + (panel * Panels.PanelBytes),
                RightPanel = Panels.PanelBytes,
                RightStep = 2 * TLanes.Bytes,
                IsPadded = true,
                Result = Result.From(row, column),
                Accumulates = Accumulates,
            };
            block.Run<TLanes, TVector>();
        }
    }

    /// <summary>Where a block begins: they have whole tiles, and as nearly as that allows the same number of them.</summary>
    private readonly nint RowAt(nint part)
    {
        nint tiles = (Rows + TLanes.TileRows - 1) / TLanes.TileRows;
        return Math.Min(part * tiles / RowParts * TLanes.TileRows, Rows);
    }

    /// <summary>A copy of a block of the left factor, along rows or along columns as the factor itself lies, so that both are read and written in order.</summary>
    private readonly Matrix Copy(in Matrix source, nint rows)
    {
        int size = TLanes.ElementBytes;
        if (source.Row == size)
        {
            nint pitch = (rows * size) + Gap;
            var across = new Matrix(ProductScratch.Mine.Left(Panels.Inner * pitch), size, pitch);
            MatrixCopy.Run(source.Transposed, across.Transposed, Panels.Inner, rows, size);
            return across;
        }

        nint step = (Panels.Inner * size) + Gap;
        var along = new Matrix(ProductScratch.Mine.Left(rows * step), step, size);
        MatrixCopy.Run(source, along, rows, Panels.Inner, size);
        return along;
    }
}
