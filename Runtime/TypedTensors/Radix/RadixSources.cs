using System.Runtime.CompilerServices;

namespace TypedTensors.Radix;

/// <summary>What the first pass over the digits reads.</summary>
/// <typeparam name="TSource">What it reads.</typeparam>
/// <typeparam name="TEntry">What the passes move.</typeparam>
internal interface IRadixSource<TSource, TEntry>
{
    /// <summary>The entry of what is read.</summary>
    TEntry Entry(TSource value, int place);
}

/// <summary>Elements, each of which becomes an entry.</summary>
internal readonly struct FromElements<T, TResult, TEntry>(ulong flip) : IRadixSource<T, TEntry>
    where TEntry : struct, ISortEntry<T, TResult, TEntry>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TEntry Entry(T value, int place) => TEntry.Of(value, place, flip);
}

/// <summary>Entries themselves.</summary>
internal readonly struct FromEntries<TEntry> : IRadixSource<TEntry, TEntry>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TEntry Entry(TEntry value, int place) => value;
}
