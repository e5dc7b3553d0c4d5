using System.Numerics;
using System.Runtime.CompilerServices;

namespace TypedTensors;

/// <summary>Maps a row.</summary>
internal static class RowMap
{
    /// <summary>Maps the elements of a row; the result may be the row itself.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Run<T, TUnit, TMap>(ref readonly T x, nuint length, ref T result, TMap map)
        where T : unmanaged, INumber<T>
        where TUnit : struct, IRowUnit<TUnit, T>
        where TMap : struct, IRowMap<T, TUnit>, allows ref struct
    {
        nuint i = 0;
        for (; i + TUnit.Count <= length; i += TUnit.Count)
        {
            TUnit.Store(map.Of(TUnit.Load(in x, i), i, TUnit.Count), ref result, i);
        }

        if (i < length)
        {
            nuint count = length - i;
            TUnit last = RowUnits.Load<T, TUnit>(in x, i, count, T.Zero);
            RowUnits.Store(map.Of(last, i, count), ref result, i, count);
        }
    }
}
