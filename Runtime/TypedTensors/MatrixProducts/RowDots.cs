using System.Runtime.CompilerServices;
using TypedTensors.Loops;

namespace TypedTensors.MatrixProducts;

/// <summary>A matrix whose rows lie in order, times a vector: the sum of products of each row.</summary>
/// <remarks>
/// One chain of multiply-adds would take four cycles for each element. So the sums run in 256 bytes of lanes, element i in lane i modulo their number, which are then folded in
/// halves: the same on every machine, whatever the width of its vectors, and with smaller rounding errors than one chain.
/// </remarks>
internal unsafe struct RowDots<TLanes, TVector> : IRangeBody
    where TLanes : struct, IProductLanes<TVector>
    where TVector : struct
{
    private const int LaneBytes = 256;

    /// <summary>The product, of one column; the left factor's columns are neighbours.</summary>
    public Product Product;

    /// <summary>The right factor, in order.</summary>
    public byte* Vector;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public readonly void Run(nint start, nint end)
    {
        byte* lanes = stackalloc byte[LaneBytes];
        for (nint row = start; row < end; row++)
        {
            Sum(Product.Left.From(row, 0).Data, Vector, Product.Inner * TLanes.ElementBytes, lanes);
            Unsafe.CopyBlockUnaligned(Product.Result.From(row, 0).Data, lanes, (uint)TLanes.ElementBytes);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Sum(byte* x, byte* y, nint bytes, byte* lanes)
    {
        int width = TLanes.Bytes, size = TLanes.ElementBytes;
        nint whole = bytes / LaneBytes * LaneBytes;
        for (int lane = 0; lane < LaneBytes; lane += 4 * width)
        {
            TVector a = TLanes.Zero, b = TLanes.Zero, c = TLanes.Zero, d = TLanes.Zero;
            for (nint i = lane; i < whole; i += LaneBytes)
            {
                a = TLanes.MultiplyAdd(TLanes.Load(x + i), TLanes.Load(y + i), a);
                b = TLanes.MultiplyAdd(TLanes.Load(x + i + width), TLanes.Load(y + i + width), b);
                c = TLanes.MultiplyAdd(TLanes.Load(x + i + (2 * width)), TLanes.Load(y + i + (2 * width)), c);
                d = TLanes.MultiplyAdd(TLanes.Load(x + i + (3 * width)), TLanes.Load(y + i + (3 * width)), d);
            }

            TLanes.Store(a, lanes + lane);
            TLanes.Store(b, lanes + lane + width);
            TLanes.Store(c, lanes + lane + (2 * width));
            TLanes.Store(d, lanes + lane + (3 * width));
        }

        for (nint i = whole; i < bytes; i += size)
        {
            TLanes.MultiplyAddElement(x + i, y + i, lanes + (i - whole));
        }

        Fold(lanes);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Fold(byte* lanes)
    {
        for (int half = LaneBytes / 2; half >= TLanes.ElementBytes; half /= 2)
        {
            int i = 0;
            for (; i + TLanes.Bytes <= half; i += TLanes.Bytes)
            {
                TLanes.Store(TLanes.Add(TLanes.Load(lanes + i), TLanes.Load(lanes + half + i)), lanes + i);
            }

            for (; i < half; i += TLanes.ElementBytes)
            {
                TLanes.AddElement(lanes + half + i, lanes + i);
            }
        }
    }
}
