using System.Numerics;
using System.Runtime.CompilerServices;

namespace TypedTensors;

/// <summary>The exponentials of what a row's elements differ from the largest by.</summary>
internal readonly struct RowExponentials<T, TUnit>(T largest) : IRowTerm<T, TUnit>
    where T : unmanaged, IFloatingPointIeee754<T>
    where TUnit : struct, IRowUnit<TUnit, T>
{
    public T Padding => T.NegativeInfinity;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TUnit Of(TUnit x) => TUnit.Exp(x - TUnit.Create(largest));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TUnit Add(TUnit sum, TUnit terms) => sum + terms;
}
