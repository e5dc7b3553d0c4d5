using TypedTensors.Loops;

namespace TypedTensors.MatrixProducts;

/// <summary>Chooses how a product is computed.</summary>
internal static unsafe class MatrixProductLoop<TLanes, TVector>
    where TLanes : struct, IProductLanes<TVector>
    where TVector : struct
{
    /// <summary>Below about this many multiplications a second thread costs more than it saves: some fifteen microseconds.</summary>
    private const double SmallestParallelWork = 1 << 21;

    /// <summary>A product with a vector moves a matrix for two operations on each element, so that a second thread pays from fewer on.</summary>
    private const double SmallestParallelVectorWork = 1 << 17;

    /// <summary>Computes a product.</summary>
    public static void Run(in Product product, int threads)
    {
        if (product.Columns == 1 || product.Rows == 1)
        {
            // As a column where the matrix is along its rows, as a row where it is along its columns.
            if (TryVector(product, threads) || TryVector(product.Transposed, threads))
            {
                return;
            }
        }

        int size = TLanes.ElementBytes;
        if (product.Result.Column != size && product.Result.Row == size)
        {
            Multiply(product.Transposed, threads);
            return;
        }

        Multiply(product, threads);
    }

    private static void Multiply(in Product product, int threads)
    {
        int own = product.Work < SmallestParallelWork ? 1 : threads;
        if (DirectProduct<TLanes, TVector>.Fits(product))
        {
            DirectProduct<TLanes, TVector>.Run(product, own);
        }
        else
        {
            BlockedProduct<TLanes, TVector>.Run(product, own);
        }
    }

    private static bool TryVector(in Product product, int threads)
    {
        int size = TLanes.ElementBytes;
        int own = product.Work < SmallestParallelVectorWork ? 1 : threads;
        if (product.Columns == 1 && product.Left.Column == size)
        {
            ParallelLoop.Run(new RowDots<TLanes, TVector> { Product = product, Vector = InOrder(product.Right, product.Inner) }, product.Rows, own);
            return true;
        }

        if (product.Rows == 1 && product.Right.Column == size && product.Result.Column == size)
        {
            var sums = new RowSums<TLanes, TVector>(product, own);
            ParallelLoop.Run(sums, sums.Parts, own);
            return true;
        }

        return false;
    }

    private static byte* InOrder(in Matrix column, nint length)
    {
        int size = TLanes.ElementBytes;
        if (column.Row == size)
        {
            return column.Data;
        }

        byte* copy = ProductScratch.Mine.Right(length * size);
        MatrixCopy.Run(column.Transposed, new Matrix(copy, 0, size), 1, length, size);
        return copy;
    }
}
