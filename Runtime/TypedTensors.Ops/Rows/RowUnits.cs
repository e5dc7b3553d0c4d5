using System.Runtime.CompilerServices;

namespace TypedTensors;

/// <summary>Units that reach over the end of a row.</summary>
internal static class RowUnits
{
    /// <summary>So many elements, and a padding in the lanes behind them.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TUnit Load<T, TUnit>(ref readonly T source, nuint offset, nuint count, T padding)
        where T : unmanaged
        where TUnit : struct, IRowUnit<TUnit, T> =>
        count == TUnit.Count ? TUnit.Load(in source, offset) : LoadPart<T, TUnit>(in source, offset, count, padding);

    /// <summary>Writes so many elements.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store<T, TUnit>(TUnit unit, ref T destination, nuint offset, nuint count)
        where T : unmanaged
        where TUnit : struct, IRowUnit<TUnit, T>
    {
        if (count == TUnit.Count)
        {
            TUnit.Store(unit, ref destination, offset);
        }
        else
        {
            StorePart(unit, ref destination, offset, count);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static TUnit LoadPart<T, TUnit>(ref readonly T source, nuint offset, nuint count, T padding)
        where T : unmanaged
        where TUnit : struct, IRowUnit<TUnit, T>
    {
        TUnit unit = TUnit.Create(padding);
        ref T lanes = ref Unsafe.As<TUnit, T>(ref unit);
        for (nuint i = 0; i < count; i++)
        {
            Unsafe.Add(ref lanes, i) = Unsafe.Add(ref Unsafe.AsRef(in source), offset + i);
        }

        return unit;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void StorePart<T, TUnit>(TUnit unit, ref T destination, nuint offset, nuint count)
        where T : unmanaged
        where TUnit : struct, IRowUnit<TUnit, T>
    {
        ref T lanes = ref Unsafe.As<TUnit, T>(ref unit);
        for (nuint i = 0; i < count; i++)
        {
            Unsafe.Add(ref destination, offset + i) = Unsafe.Add(ref lanes, i);
        }
    }
}
