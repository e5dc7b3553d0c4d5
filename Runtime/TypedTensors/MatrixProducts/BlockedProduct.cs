using TypedTensors.Loops;

namespace TypedTensors.MatrixProducts;

/// <summary>A product whose factors do not fit a cache: computed block by block, from copies of the blocks that suit cache and tile, on several threads.</summary>
/// <remarks>
/// As in Goto and van de Geijn, Anatomy of High-Performance Matrix Multiplication (2008): a panel of the right factor stays close while the tiles of a block of the left factor,
/// which lies in the second-level cache, go past it. The right factor's part is copied once for all threads. For m x k x n the processor has 2mkn operations to do and a
/// block reads a panel from the second level at 128 bytes for 24 multiply-adds of 64 bytes, so the multiply-adds bound it; what is lost goes to copies of k(m + n) elements and to
/// the result, which comes and goes once for each inner part.
/// </remarks>
internal static unsafe class BlockedProduct<TLanes, TVector>
    where TLanes : struct, IProductLanes<TVector>
    where TVector : struct
{
    /// <summary>The longest part of the inner axis. 256, whose panel fits the first level beside a tile's rows, was 2 to 5 % slower: the result comes and goes twice as often.</summary>
    private const nint LongestInner = 512;

    /// <summary>The bytes of columns of the right factor that are copied at a time: with the longest inner part 8 MB.</summary>
    private const nint WidestColumns = 16 * 1024;

    /// <summary>The most rows of a block of the left factor: 200 KB of float, 400 of double.</summary>
    private const nint MostRows = 96;

    /// <summary>How many blocks each thread gets at least, so that one that is interrupted does not hold up the rest for long.</summary>
    private const nint PartsPerThread = 8;

    /// <summary>Below so many elements of the right factor one thread copies them.</summary>
    private const nint SmallestParallelCopy = 1 << 14;

    /// <summary>Computes a product.</summary>
    public static void Run(in Product product, int threads)
    {
        nint innerPart = EvenPart(product.Inner, LongestInner), columnPart = Math.Min(WidestColumns / TLanes.ElementBytes, product.Columns);
        for (nint column = 0; column < product.Columns; column += columnPart)
        {
            nint columns = Math.Min(columnPart, product.Columns - column);
            for (nint inner = 0; inner < product.Inner; inner += innerPart)
            {
                var panels = new RightPanels<TLanes, TVector>
                {
                    Source = product.Right.From(inner, column),
                    Inner = Math.Min(innerPart, product.Inner - inner),
                    Columns = columns,
                };
                panels.Panels = ProductScratch.Mine.Right(panels.Count * panels.PanelBytes);
                ParallelLoop.Run(panels, panels.Count, panels.Inner * columns < SmallestParallelCopy ? 1 : threads);

                var blocks = new ProductBlocks<TLanes, TVector>
                {
                    Left = product.Left.From(0, inner),
                    Result = product.Result.From(0, column),
                    Panels = panels,
                    Rows = product.Rows,
                    RowParts = RowParts(product.Rows, threads),
                    Accumulates = inner > 0,
                };
                blocks.PanelParts = threads == 1 ? 1 : Math.Clamp(threads * PartsPerThread / blocks.RowParts, 1, panels.Count);
                ParallelLoop.Run(blocks, blocks.RowParts * blocks.PanelParts, threads);
            }
        }
    }

    private static nint RowParts(nint rows, int threads)
    {
        nint fewest = (rows + MostRows - 1) / MostRows;
        return threads == 1
            ? fewest
            : Math.Min(Math.Max(fewest, threads * PartsPerThread), (rows + TLanes.TileRows - 1) / TLanes.TileRows);
    }

    private static nint EvenPart(nint length, nint longest)
    {
        nint parts = (length + longest - 1) / longest;
        return (length + parts - 1) / parts;
    }
}
