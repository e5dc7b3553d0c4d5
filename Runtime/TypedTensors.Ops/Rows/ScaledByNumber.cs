using System.Numerics;
using System.Runtime.CompilerServices;

namespace TypedTensors;

/// <summary><c>(x - mean) * factor * weight + bias</c>, with one weight and one bias for all elements.</summary>
internal readonly struct ScaledByNumber<T, TUnit>(RowStandard<T> standard, T weight, T bias) : IRowMap<T, TUnit>
    where T : unmanaged, IFloatingPointIeee754<T>
    where TUnit : struct, IRowUnit<TUnit, T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TUnit Of(TUnit x, nuint offset, nuint count) =>
        TUnit.MultiplyAdd((x - TUnit.Create(standard.Mean)) * TUnit.Create(standard.Factor), TUnit.Create(weight), TUnit.Create(bias));
}
