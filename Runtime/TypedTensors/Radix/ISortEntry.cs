namespace TypedTensors.Radix;

/// <summary>What is moved about while elements are sorted: a key, and what the result is made of.</summary>
/// <typeparam name="T">The element type.</typeparam>
/// <typeparam name="TResult">What is asked for: the elements, or where they were.</typeparam>
/// <typeparam name="TSelf">The entry itself. Its order is that of the keys, and of the places where it has them.</typeparam>
internal interface ISortEntry<T, TResult, TSelf> : IComparable<TSelf>
    where TSelf : struct
{
    /// <summary>The entry of an element.</summary>
    /// <param name="value">The element.</param>
    /// <param name="place">Where it is.</param>
    /// <param name="flip">What turns the order of the keys round: all of their bits, or none.</param>
    static abstract TSelf Of(T value, int place, ulong flip);

    /// <summary>The bits of the key from one on.</summary>
    uint Digit(int shift);

    /// <summary>What is asked for.</summary>
    TResult Result(ulong flip);
}
