using System.Runtime.CompilerServices;

namespace TypedTensors;

/// <summary>Sixty-four bytes of a row in as many vectors as that takes: one of 512 bits, two of 256 or four of 128.</summary>
/// <remarks>Loops over rows are written once, in units; so what is added to what, and every bit of a result, is the same at each width.</remarks>
/// <typeparam name="TSelf">The unit.</typeparam>
/// <typeparam name="T">The element type, float or double.</typeparam>
internal interface IRowUnit<TSelf, T>
    where TSelf : struct, IRowUnit<TSelf, T>
    where T : unmanaged
{
    /// <summary>The elements of a unit.</summary>
    static virtual nuint Count => 64 / (nuint)Unsafe.SizeOf<T>();

    /// <summary>One value in every lane.</summary>
    static abstract TSelf Create(T value);

    /// <summary>Neighbours in memory.</summary>
    static abstract TSelf Load(ref readonly T source, nuint offset);

    /// <summary>Writes neighbours.</summary>
    static abstract void Store(TSelf unit, ref T destination, nuint offset);

    /// <summary>The sum of each lane.</summary>
    static abstract TSelf operator +(TSelf left, TSelf right);

    /// <summary>The difference of each lane.</summary>
    static abstract TSelf operator -(TSelf left, TSelf right);

    /// <summary>The product of each lane.</summary>
    static abstract TSelf operator *(TSelf left, TSelf right);

    /// <summary>x * y + sum, rounded once.</summary>
    static abstract TSelf MultiplyAdd(TSelf x, TSelf y, TSelf sum);

    /// <summary>The larger of each lane; anything where one is NaN.</summary>
    static abstract TSelf Largest(TSelf left, TSelf right);

    /// <summary>The exponential of each lane.</summary>
    static abstract TSelf Exp(TSelf x);

    /// <summary>The sum of all lanes: the second half is added to the first, again and again.</summary>
    static abstract T Sum(TSelf unit);

    /// <summary>The largest of all lanes.</summary>
    static abstract T Largest(TSelf unit);
}
