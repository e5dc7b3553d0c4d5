using System.Numerics;
using System.Runtime.CompilerServices;

namespace TypedTensors;

/// <summary><c>(x - mean) * factor * weight + bias</c>, with a weight and a bias for each element of the row, or without.</summary>
internal readonly ref struct ScaledByElement<T, TUnit> : IRowMap<T, TUnit>
    where T : unmanaged, IFloatingPointIeee754<T>
    where TUnit : struct, IRowUnit<TUnit, T>
{
    private readonly RowStandard<T> standard;
    private readonly ref readonly T weight;
    private readonly ref readonly T bias;

    /// <summary>A map; the weight and the bias are null or as long as the row.</summary>
    public ScaledByElement(RowStandard<T> standard, ref readonly T weight, ref readonly T bias)
    {
        this.standard = standard;
        this.weight = ref weight;
        this.bias = ref bias;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TUnit Of(TUnit x, nuint offset, nuint count)
    {
        x = (x - TUnit.Create(standard.Mean)) * TUnit.Create(standard.Factor);
        bool hasWeight = !Unsafe.IsNullRef(in weight), hasBias = !Unsafe.IsNullRef(in bias);
        if (hasWeight && hasBias)
        {
            return TUnit.MultiplyAdd(x, RowUnits.Load<T, TUnit>(in weight, offset, count, T.One), RowUnits.Load<T, TUnit>(in bias, offset, count, T.Zero));
        }

        return hasWeight ? x * RowUnits.Load<T, TUnit>(in weight, offset, count, T.One)
            : hasBias ? x + RowUnits.Load<T, TUnit>(in bias, offset, count, T.Zero)
            : x;
    }
}
