using System.Runtime.CompilerServices;
using TypedTensors.Loops;

namespace TypedTensors.MatrixProducts;

/// <summary>A vector times a matrix whose columns are neighbours in memory: the rows of the matrix, each times its element of the vector, added up.</summary>
/// <remarks>The matrix is read once and in order, four rows at a time, so that the sums are loaded and stored a fourth as often. Memory bounds it: half an operation for a byte of float.</remarks>
internal readonly unsafe struct RowSums<TLanes, TVector> : IRangeBody
    where TLanes : struct, IProductLanes<TVector>
    where TVector : struct
{
    /// <summary>The most sums of a part: they stay in the first-level cache.</summary>
    private const nint MostBytes = 16 * 1024;

    private readonly Product product;
    private readonly nint part;

    /// <summary>The sums of a product of one row; columns of the right factor and of the result are neighbours.</summary>
    public RowSums(in Product product, int threads)
    {
        this.product = product;
        nint lines = ((product.Columns * TLanes.ElementBytes) + Block64.Bytes - 1) / Block64.Bytes;
        part = Math.Min(MostBytes, (lines + (2 * threads) - 1) / (2 * threads) * Block64.Bytes) / TLanes.ElementBytes;
    }

    /// <summary>How many parts the columns have.</summary>
    public nint Parts => (product.Columns + part - 1) / part;

    /// <inheritdoc/>
    public void Run(nint start, nint end)
    {
        for (nint number = start; number < end; number++)
        {
            nint column = number * part;
            Sum(column, Math.Min(part, product.Columns - column));
        }
    }

    private void Sum(nint start, nint length)
    {
        int size = TLanes.ElementBytes;
        byte* sums = product.Result.Data + (start * size);
        Unsafe.InitBlockUnaligned(sums, 0, (uint)(length * size));
        Matrix right = product.Right.From(0, start), left = product.Left;
        nint inner = 0;
        for (; inner + 4 <= product.Inner; inner += 4)
        {
            AddFour(left.From(0, inner), right.From(inner, 0), sums, length);
        }

        for (; inner < product.Inner; inner++)
        {
            byte* x = left.From(0, inner).Data, row = right.From(inner, 0).Data;
            for (nint i = 0; i < length; i++)
            {
                TLanes.MultiplyAddElement(x, row + (i * size), sums + (i * size));
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void AddFour(Matrix left, Matrix right, byte* sums, nint length)
    {
        byte* x0 = left.Data, x1 = x0 + left.Column, x2 = x1 + left.Column, x3 = x2 + left.Column;
        byte* row = right.Data;
        nint one = right.Row, two = 2 * one, three = 3 * one;
        TVector a = TLanes.Broadcast(x0), b = TLanes.Broadcast(x1), c = TLanes.Broadcast(x2), d = TLanes.Broadcast(x3);
        byte* end = sums + (length * TLanes.ElementBytes);
        for (; sums + TLanes.Bytes <= end; sums += TLanes.Bytes, row += TLanes.Bytes)
        {
            TVector sum = TLanes.MultiplyAdd(a, TLanes.Load(row), TLanes.Load(sums));
            sum = TLanes.MultiplyAdd(b, TLanes.Load(row + one), sum);
            sum = TLanes.MultiplyAdd(c, TLanes.Load(row + two), sum);
            TLanes.Store(TLanes.MultiplyAdd(d, TLanes.Load(row + three), sum), sums);
        }

        for (; sums < end; sums += TLanes.ElementBytes, row += TLanes.ElementBytes)
        {
            TLanes.MultiplyAddElement(x0, row, sums);
            TLanes.MultiplyAddElement(x1, row + one, sums);
            TLanes.MultiplyAddElement(x2, row + two, sums);
            TLanes.MultiplyAddElement(x3, row + three, sums);
        }
    }
}
