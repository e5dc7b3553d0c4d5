using System.Runtime.CompilerServices;

namespace TypedTensors.MatrixProducts;

/// <summary>The innermost loop of all products: a tile of up to 12 rows and two registers of columns, whose sums stay in registers along the whole inner axis.</summary>
/// <remarks>
/// <para>A step of 12 rows takes 24 multiply-adds, 2 loads and 12 broadcasts: 12 cycles on a processor that starts two multiply-adds and two loads in a cycle, so the multiply-adds
/// bound it. A broadcast is loaded once and used twice; as a memory operand of both multiply-adds it would be loaded 24 times, and the loads would bound it.</para>
/// <para>Every sum goes along the inner axis in order, one multiply-add after the other, also across blocks of it, since the tile begins with what the
/// result holds. So neither the width of vectors nor the cut of blocks and threads changes a bit.</para>
/// </remarks>
internal static unsafe class MicroKernel
{
    /// <summary>Computes a tile.</summary>
    /// <param name="inner">The length of the sums.</param>
    /// <param name="left">The left factor's first row.</param>
    /// <param name="leftRow">The bytes from one of its rows to the next.</param>
    /// <param name="leftStep">The bytes from one of its columns to the next.</param>
    /// <param name="right">The right factor's first row, whose columns are neighbours.</param>
    /// <param name="rightStep">The bytes to its next row.</param>
    /// <param name="result">The tile, whose columns are neighbours.</param>
    /// <param name="resultRow">The bytes to its next row.</param>
    /// <param name="accumulates">Whether the sums begin with what the tile holds, and not with zero.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Run<TLanes, TVector, TRows>(
        nint inner, byte* left, nint leftRow, nint leftStep, byte* right, nint rightStep, byte* result, nint resultRow, bool accumulates)
        where TLanes : struct, IProductLanes<TVector>
        where TVector : struct
        where TRows : struct, ITileRows
    {
        TVector s0a = TLanes.Zero, s0b = TLanes.Zero, s1a = TLanes.Zero, s1b = TLanes.Zero, s2a = TLanes.Zero, s2b = TLanes.Zero;
        TVector s3a = TLanes.Zero, s3b = TLanes.Zero, s4a = TLanes.Zero, s4b = TLanes.Zero, s5a = TLanes.Zero, s5b = TLanes.Zero;
        TVector s6a = TLanes.Zero, s6b = TLanes.Zero, s7a = TLanes.Zero, s7b = TLanes.Zero, s8a = TLanes.Zero, s8b = TLanes.Zero;
        TVector s9a = TLanes.Zero, s9b = TLanes.Zero, s10a = TLanes.Zero, s10b = TLanes.Zero, s11a = TLanes.Zero, s11b = TLanes.Zero;
        if (accumulates)
        {
            s0a = TLanes.Load(result);
            s0b = TLanes.Load(result + TLanes.Bytes);
            if (TRows.Count > 1) { s1a = TLanes.Load(result + resultRow); s1b = TLanes.Load(result + resultRow + TLanes.Bytes); }
            if (TRows.Count > 2) { s2a = TLanes.Load(result + (2 * resultRow)); s2b = TLanes.Load(result + (2 * resultRow) + TLanes.Bytes); }
            if (TRows.Count > 3) { s3a = TLanes.Load(result + (3 * resultRow)); s3b = TLanes.Load(result + (3 * resultRow) + TLanes.Bytes); }
            if (TRows.Count > 4) { s4a = TLanes.Load(result + (4 * resultRow)); s4b = TLanes.Load(result + (4 * resultRow) + TLanes.Bytes); }
            if (TRows.Count > 5) { s5a = TLanes.Load(result + (5 * resultRow)); s5b = TLanes.Load(result + (5 * resultRow) + TLanes.Bytes); }
            if (TRows.Count > 6) { s6a = TLanes.Load(result + (6 * resultRow)); s6b = TLanes.Load(result + (6 * resultRow) + TLanes.Bytes); }
            if (TRows.Count > 7) { s7a = TLanes.Load(result + (7 * resultRow)); s7b = TLanes.Load(result + (7 * resultRow) + TLanes.Bytes); }
            if (TRows.Count > 8) { s8a = TLanes.Load(result + (8 * resultRow)); s8b = TLanes.Load(result + (8 * resultRow) + TLanes.Bytes); }
            if (TRows.Count > 9) { s9a = TLanes.Load(result + (9 * resultRow)); s9b = TLanes.Load(result + (9 * resultRow) + TLanes.Bytes); }
            if (TRows.Count > 10) { s10a = TLanes.Load(result + (10 * resultRow)); s10b = TLanes.Load(result + (10 * resultRow) + TLanes.Bytes); }
            if (TRows.Count > 11) { s11a = TLanes.Load(result + (11 * resultRow)); s11b = TLanes.Load(result + (11 * resultRow) + TLanes.Bytes); }
        }

        byte* left3 = left + (3 * leftRow), left6 = left + (6 * leftRow), left9 = left + (9 * leftRow);
        nint leftRow2 = 2 * leftRow;
        for (; inner > 0; inner--)
        {
            TVector a = TLanes.Load(right), b = TLanes.Load(right + TLanes.Bytes), x = TLanes.Broadcast(left);
            s0a = TLanes.MultiplyAdd(x, a, s0a);
            s0b = TLanes.MultiplyAdd(x, b, s0b);
            if (TRows.Count > 1) { x = TLanes.Broadcast(left + leftRow); s1a = TLanes.MultiplyAdd(x, a, s1a); s1b = TLanes.MultiplyAdd(x, b, s1b); }
            if (TRows.Count > 2) { x = TLanes.Broadcast(left + leftRow2); s2a = TLanes.MultiplyAdd(x, a, s2a); s2b = TLanes.MultiplyAdd(x, b, s2b); }
            if (TRows.Count > 3) { x = TLanes.Broadcast(left3); s3a = TLanes.MultiplyAdd(x, a, s3a); s3b = TLanes.MultiplyAdd(x, b, s3b); }
            if (TRows.Count > 4) { x = TLanes.Broadcast(left3 + leftRow); s4a = TLanes.MultiplyAdd(x, a, s4a); s4b = TLanes.MultiplyAdd(x, b, s4b); }
            if (TRows.Count > 5) { x = TLanes.Broadcast(left3 + leftRow2); s5a = TLanes.MultiplyAdd(x, a, s5a); s5b = TLanes.MultiplyAdd(x, b, s5b); }
            if (TRows.Count > 6) { x = TLanes.Broadcast(left6); s6a = TLanes.MultiplyAdd(x, a, s6a); s6b = TLanes.MultiplyAdd(x, b, s6b); }
            if (TRows.Count > 7) { x = TLanes.Broadcast(left6 + leftRow); s7a = TLanes.MultiplyAdd(x, a, s7a); s7b = TLanes.MultiplyAdd(x, b, s7b); }
            if (TRows.Count > 8) { x = TLanes.Broadcast(left6 + leftRow2); s8a = TLanes.MultiplyAdd(x, a, s8a); s8b = TLanes.MultiplyAdd(x, b, s8b); }
            if (TRows.Count > 9) { x = TLanes.Broadcast(left9); s9a = TLanes.MultiplyAdd(x, a, s9a); s9b = TLanes.MultiplyAdd(x, b, s9b); }
            if (TRows.Count > 10) { x = TLanes.Broadcast(left9 + leftRow); s10a = TLanes.MultiplyAdd(x, a, s10a); s10b = TLanes.MultiplyAdd(x, b, s10b); }
            if (TRows.Count > 11) { x = TLanes.Broadcast(left9 + leftRow2); s11a = TLanes.MultiplyAdd(x, a, s11a); s11b = TLanes.MultiplyAdd(x, b, s11b); }
            left += leftStep;
            left3 += leftStep;
            left6 += leftStep;
            left9 += leftStep;
            right += rightStep;
        }

        TLanes.Store(s0a, result);
        TLanes.Store(s0b, result + TLanes.Bytes);
        if (TRows.Count > 1) { TLanes.Store(s1a, result + resultRow); TLanes.Store(s1b, result + resultRow + TLanes.Bytes); }
        if (TRows.Count > 2) { TLanes.Store(s2a, result + (2 * resultRow)); TLanes.Store(s2b, result + (2 * resultRow) + TLanes.Bytes); }
        if (TRows.Count > 3) { TLanes.Store(s3a, result + (3 * resultRow)); TLanes.Store(s3b, result + (3 * resultRow) + TLanes.Bytes); }
        if (TRows.Count > 4) { TLanes.Store(s4a, result + (4 * resultRow)); TLanes.Store(s4b, result + (4 * resultRow) + TLanes.Bytes); }
        if (TRows.Count > 5) { TLanes.Store(s5a, result + (5 * resultRow)); TLanes.Store(s5b, result + (5 * resultRow) + TLanes.Bytes); }
        if (TRows.Count > 6) { TLanes.Store(s6a, result + (6 * resultRow)); TLanes.Store(s6b, result + (6 * resultRow) + TLanes.Bytes); }
        if (TRows.Count > 7) { TLanes.Store(s7a, result + (7 * resultRow)); TLanes.Store(s7b, result + (7 * resultRow) + TLanes.Bytes); }
        if (TRows.Count > 8) { TLanes.Store(s8a, result + (8 * resultRow)); TLanes.Store(s8b, result + (8 * resultRow) + TLanes.Bytes); }
        if (TRows.Count > 9) { TLanes.Store(s9a, result + (9 * resultRow)); TLanes.Store(s9b, result + (9 * resultRow) + TLanes.Bytes); }
        if (TRows.Count > 10) { TLanes.Store(s10a, result + (10 * resultRow)); TLanes.Store(s10b, result + (10 * resultRow) + TLanes.Bytes); }
        if (TRows.Count > 11) { TLanes.Store(s11a, result + (11 * resultRow)); TLanes.Store(s11b, result + (11 * resultRow) + TLanes.Bytes); }
    }
}
