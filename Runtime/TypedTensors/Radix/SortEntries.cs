using System.Runtime.CompilerServices;

namespace TypedTensors.Radix;

/// <summary>An element of up to 32 bits.</summary>
internal readonly struct Value32<T>(uint key) : ISortEntry<T, T, Value32<T>>
    where T : unmanaged
{
    private readonly uint key = key;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Value32<T> Of(T value, int place, ulong flip) => new((uint)(SortKeys.Of(value) ^ flip));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public uint Digit(int shift) => key >> shift;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Result(ulong flip) => SortKeys.Value<T>(key ^ flip);

    public int CompareTo(Value32<T> other) => key.CompareTo(other.key);
}

/// <summary>An element of 64 bits.</summary>
internal readonly struct Value64<T>(ulong key) : ISortEntry<T, T, Value64<T>>
    where T : unmanaged
{
    private readonly ulong key = key;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Value64<T> Of(T value, int place, ulong flip) => new(SortKeys.Of(value) ^ flip);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public uint Digit(int shift) => (uint)(key >> shift);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Result(ulong flip) => SortKeys.Value<T>(key ^ flip);

    public int CompareTo(Value64<T> other) => key.CompareTo(other.key);
}

/// <summary>An element of up to 32 bits and where it was.</summary>
internal readonly struct Place32<T>(uint key, int place) : ISortEntry<T, long, Place32<T>>
    where T : unmanaged
{
    private readonly uint key = key;
    private readonly int place = place;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Place32<T> Of(T value, int place, ulong flip) => new((uint)(SortKeys.OfEqual(value) ^ flip), place);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public uint Digit(int shift) => key >> shift;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public long Result(ulong flip) => place;

    public int CompareTo(Place32<T> other) => key == other.key ? place.CompareTo(other.place) : key.CompareTo(other.key);
}

/// <summary>An element of 64 bits and where it was.</summary>
internal readonly struct Place64<T>(ulong key, int place) : ISortEntry<T, long, Place64<T>>
    where T : unmanaged
{
    private readonly ulong key = key;
    private readonly int place = place;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Place64<T> Of(T value, int place, ulong flip) => new(SortKeys.OfEqual(value) ^ flip, place);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public uint Digit(int shift) => (uint)(key >> shift);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public long Result(ulong flip) => place;

    public int CompareTo(Place64<T> other) => key == other.key ? place.CompareTo(other.place) : key.CompareTo(other.key);
}
