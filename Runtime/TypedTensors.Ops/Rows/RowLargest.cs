using System.Numerics;
using System.Runtime.CompilerServices;

namespace TypedTensors;

/// <summary>The largest element of a row.</summary>
internal static class RowLargest
{
    /// <summary>The largest element; of a row with NaN it may be any.</summary>
    public static T Of<T, TUnit>(ref readonly T x, nuint length)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TUnit : struct, IRowUnit<TUnit, T>
    {
        nuint whole = length / TUnit.Count * TUnit.Count;
        TUnit largest = Whole<T, TUnit>(in x, whole);
        return TUnit.Largest(whole == length ? largest : TUnit.Largest(largest, RowUnits.Load<T, TUnit>(in x, whole, length - whole, T.NegativeInfinity)));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static TUnit Whole<T, TUnit>(ref readonly T x, nuint length)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TUnit : struct, IRowUnit<TUnit, T>
    {
        nuint i = 0, unit = TUnit.Count;
        TUnit a = TUnit.Create(T.NegativeInfinity), b = a, c = a, d = a;
        for (; i + (4 * unit) <= length; i += 4 * unit)
        {
            a = TUnit.Largest(a, TUnit.Load(in x, i));
            b = TUnit.Largest(b, TUnit.Load(in x, i + unit));
            c = TUnit.Largest(c, TUnit.Load(in x, i + (2 * unit)));
            d = TUnit.Largest(d, TUnit.Load(in x, i + (3 * unit)));
        }

        for (; i < length; i += unit)
        {
            a = TUnit.Largest(a, TUnit.Load(in x, i));
        }

        return TUnit.Largest(TUnit.Largest(a, b), TUnit.Largest(c, d));
    }
}
