using System.Runtime.CompilerServices;
using TypedTensors.Loops;

namespace TypedTensors.MatrixProducts;

/// <summary>Products of stacked matrices: one for each place along the leading axes.</summary>
internal unsafe struct ProductStack<TLanes, TVector> : IRangeBody
    where TLanes : struct, IProductLanes<TVector>
    where TVector : struct
{
    /// <summary>From so many multiplications on a product is shared out itself, rather than one product to each thread.</summary>
    private const double LargeWork = 1 << 24;

    /// <summary>Below so many multiplications in all a second thread costs more than it saves.</summary>
    private const double SmallestParallelWork = 1 << 21;

    private Product first;
    private Dimensions sizes, left, right, result;
    private int rank;
    private int threads;

    /// <summary>Adds an axis inside of those before; strides are bytes.</summary>
    public void Add(nint size, nint leftStride, nint rightStride, nint resultStride)
    {
        if (size == 1)
        {
            return;
        }

        sizes[rank] = size;
        left[rank] = leftStride;
        right[rank] = rightStride;
        result[rank] = resultStride;
        rank++;
    }

    /// <summary>Computes all products; the first one has all places 0.</summary>
    public void Run(in Product product, int mostThreads)
    {
        first = product;
        MergeRows();
        nint count = 1;
        for (int axis = 0; axis < rank; axis++)
        {
            count *= sizes[axis];
        }

        bool shares = first.Work >= LargeWork || count == 1;
        threads = shares ? mostThreads : 1;
        ParallelLoop.Run(this, count, shares || first.Work * count < SmallestParallelWork ? 1 : mostThreads);
    }

    /// <inheritdoc/>
    public readonly void Run(nint start, nint end)
    {
        for (nint number = start; number < end; number++)
        {
            MatrixProductLoop<TLanes, TVector>.Run(At(number), threads);
        }
    }

    /// <summary>Matrices that lie one below the other and meet the same right factor are one matrix.</summary>
    private void MergeRows()
    {
        while (rank > 0 && right[rank - 1] == 0 && left[rank - 1] == first.Left.Row * first.Rows && result[rank - 1] == first.Result.Row * first.Rows)
        {
            first.Rows *= sizes[--rank];
        }
    }

    private readonly Product At(nint number)
    {
        Product product = first;
        nint ofLeft = 0, ofRight = 0, ofResult = 0;
        for (int axis = rank - 1; axis >= 0; axis--)
        {
            (number, nint position) = Math.DivRem(number, sizes[axis]);
            ofLeft += position * left[axis];
            ofRight += position * right[axis];
            ofResult += position * result[axis];
        }

        product.Left = new Matrix(product.Left.Data + ofLeft, product.Left.Row, product.Left.Column);
        product.Right = new Matrix(product.Right.Data + ofRight, product.Right.Row, product.Right.Column);
        product.Result = new Matrix(product.Result.Data + ofResult, product.Result.Row, product.Result.Column);
        return product;
    }
}
