using System.Numerics;
using System.Runtime.CompilerServices;

namespace TypedTensors;

/// <summary>The squares of what a row's elements differ from a number by, added to their sum without rounding in between.</summary>
internal readonly struct RowSquares<T, TUnit>(T origin) : IRowTerm<T, TUnit>
    where T : unmanaged, INumber<T>
    where TUnit : struct, IRowUnit<TUnit, T>
{
    public T Padding => origin;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TUnit Of(TUnit x) => x - TUnit.Create(origin);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TUnit Add(TUnit sum, TUnit terms) => TUnit.MultiplyAdd(terms, terms, sum);
}
