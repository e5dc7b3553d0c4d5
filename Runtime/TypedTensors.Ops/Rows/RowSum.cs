using System.Numerics;
using System.Runtime.CompilerServices;

namespace TypedTensors;

/// <summary>Sums over a row: four units of lanes, in blocks that are added in pairs (Higham, "The Accuracy of Floating Point Summation", 1993).</summary>
/// <remarks>What is added to what follows from the length of the row alone.</remarks>
internal static class RowSum
{
    /// <summary>The units whose sums are kept apart, so that an addition need not wait for the one before.</summary>
    private const int Lanes = 4;

    /// <summary>The units of a block: each lane takes 64 elements one after the other.</summary>
    private const int BlockUnits = 64 * Lanes;

    /// <summary>The sum of a row's terms.</summary>
    /// <param name="x">The first element.</param>
    /// <param name="length">The number of elements.</param>
    /// <param name="term">What the terms are.</param>
    /// <param name="kept">Where the terms are written, which may be the row itself; null if nowhere.</param>
    public static T Of<T, TUnit, TTerm>(ref readonly T x, nuint length, TTerm term, ref T kept)
        where T : unmanaged, INumber<T>
        where TUnit : struct, IRowUnit<TUnit, T>
        where TTerm : struct, IRowTerm<T, TUnit> => TUnit.Sum(InPairs<T, TUnit, TTerm>(in x, length, term, ref kept));

    private static TUnit InPairs<T, TUnit, TTerm>(ref readonly T x, nuint length, TTerm term, ref T kept)
        where T : unmanaged, INumber<T>
        where TUnit : struct, IRowUnit<TUnit, T>
        where TTerm : struct, IRowTerm<T, TUnit>
    {
        nuint block = BlockUnits * TUnit.Count, whole = length / TUnit.Count * TUnit.Count;
        if (length <= block)
        {
            TUnit sum = Whole<T, TUnit, TTerm>(in x, whole, term, ref kept);
            return whole == length ? sum : Take(sum, in x, whole, length - whole, term, ref kept);
        }

        nuint blocks = (length + block - 1) / block, first = blocks / 2 * block;
        TUnit left = InPairs<T, TUnit, TTerm>(in x, first, term, ref kept);
        return left + InPairs<T, TUnit, TTerm>(in Unsafe.Add(ref Unsafe.AsRef(in x), first), length - first, term, ref Behind(ref kept, first));
    }

    // A call in here, such as the one for a part of a unit, would have the sums kept in memory.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static TUnit Whole<T, TUnit, TTerm>(ref readonly T x, nuint length, TTerm term, ref T kept)
        where T : unmanaged, INumber<T>
        where TUnit : struct, IRowUnit<TUnit, T>
        where TTerm : struct, IRowTerm<T, TUnit>
    {
        nuint i = 0, unit = TUnit.Count;
        TUnit a = TUnit.Create(T.Zero), b = a, c = a, d = a;
        for (; i + (Lanes * unit) <= length; i += Lanes * unit)
        {
            a = Take(a, in x, i, unit, term, ref kept);
            b = Take(b, in x, i + unit, unit, term, ref kept);
            c = Take(c, in x, i + (2 * unit), unit, term, ref kept);
            d = Take(d, in x, i + (3 * unit), unit, term, ref kept);
        }

        for (; i < length; i += unit)
        {
            a = Take(a, in x, i, unit, term, ref kept);
        }

        return (a + b) + (c + d);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TUnit Take<T, TUnit, TTerm>(TUnit sum, ref readonly T x, nuint offset, nuint count, TTerm term, ref T kept)
        where T : unmanaged, INumber<T>
        where TUnit : struct, IRowUnit<TUnit, T>
        where TTerm : struct, IRowTerm<T, TUnit>
    {
        TUnit terms = term.Of(RowUnits.Load<T, TUnit>(in x, offset, count, term.Padding));
        if (!Unsafe.IsNullRef(ref kept))
        {
            RowUnits.Store(terms, ref kept, offset, count);
        }

        return term.Add(sum, terms);
    }

    private static ref T Behind<T>(ref T kept, nuint count) => ref Unsafe.IsNullRef(ref kept) ? ref kept : ref Unsafe.Add(ref kept, count);
}
