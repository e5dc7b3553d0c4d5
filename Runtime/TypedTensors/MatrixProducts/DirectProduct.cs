using TypedTensors.Loops;

namespace TypedTensors.MatrixProducts;

/// <summary>A product whose factors fit the first caches: computed from where they lie, a range of tiles below one another at a time.</summary>
internal unsafe struct DirectProduct<TLanes, TVector> : IRangeBody
    where TLanes : struct, IProductLanes<TVector>
    where TVector : struct
{
    /// <summary>The largest factor, in bytes, that is read where it lies.</summary>
    private const nint LargestFactor = 64 * 1024;

    private ProductBlock whole;

    /// <summary>Whether a product is of that kind.</summary>
    public static bool Fits(in Product product) =>
        product.Inner * Math.Max(product.Rows, product.Columns) * TLanes.ElementBytes <= LargestFactor;

    /// <summary>Computes a product. A right factor whose columns are not neighbours, or too few for a panel, is copied first.</summary>
    public static void Run(in Product product, int threads)
    {
        var body = new DirectProduct<TLanes, TVector>
        {
            whole = new ProductBlock
            {
                Rows = product.Rows,
                Columns = product.Columns,
                Inner = product.Inner,
                Left = product.Left,
                Right = product.Right.Data,
                RightPanel = 2 * TLanes.Bytes,
                RightStep = product.Right.Row,
                Result = product.Result,
            },
        };
        if (product.Right.Column != TLanes.ElementBytes || product.Columns < RightPanels<TLanes, TVector>.PanelColumns)
        {
            var panels = new RightPanels<TLanes, TVector> { Source = product.Right, Inner = product.Inner, Columns = product.Columns };
            panels.Panels = ProductScratch.Mine.Right(panels.Count * panels.PanelBytes);
            panels.Run(0, panels.Count);
            body.whole.Right = panels.Panels;
            body.whole.RightPanel = panels.PanelBytes;
            body.whole.RightStep = 2 * TLanes.Bytes;
            body.whole.IsPadded = true;
        }

        if (threads == 1)
        {
            body.whole.Run<TLanes, TVector>();
            return;
        }

        ParallelLoop.Run(body, (product.Rows + TLanes.TileRows - 1) / TLanes.TileRows, threads);
    }

    /// <inheritdoc/>
    public readonly void Run(nint start, nint end)
    {
        nint row = start * TLanes.TileRows;
        ProductBlock part = whole;
        part.Rows = Math.Min(end * TLanes.TileRows, whole.Rows) - row;
        part.Left = whole.Left.From(row, 0);
        part.Result = whole.Result.From(row, 0);
        part.Run<TLanes, TVector>();
    }
}
