using System.Numerics;
using System.Runtime.CompilerServices;

namespace TypedTensors;

/// <summary>A row's elements themselves.</summary>
internal readonly struct RowElements<T, TUnit> : IRowTerm<T, TUnit>
    where T : unmanaged, INumber<T>
    where TUnit : struct, IRowUnit<TUnit, T>
{
    public T Padding => T.Zero;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TUnit Of(TUnit x) => x;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TUnit Add(TUnit sum, TUnit terms) => sum + terms;
}
