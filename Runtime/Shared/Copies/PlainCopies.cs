using System.Numerics;

namespace TypedTensors.Copies;

/// <summary>Elements moved as they are. Unsigned integers stand for all dtypes of their size, so that no bit of a NaN changes.</summary>
internal static partial class PlainCopies
{
    [Elementwise]
    internal static T Copy<T>(T x)
        where T : unmanaged, IUnsignedNumber<T> => x;

    /// <summary>What is there before is not read: it does not count for the result.</summary>
    [Elementwise]
    internal static T Set<T>(T x, T value)
        where T : unmanaged, IUnsignedNumber<T> => value;
}
