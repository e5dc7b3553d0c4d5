using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace TypedTensors;

/// <summary>The root mean square normalization of a row.</summary>
internal readonly struct RmsNormTransform<T>(T epsilon) : IUnitTransform<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <inheritdoc/>
    public void Run<TUnit>(nint row, ReadOnlySpan<T> x, ReadOnlySpan<T> weight, ReadOnlySpan<T> bias, Span<T> result)
        where TUnit : struct, IRowUnit<TUnit, T>
    {
        ref T from = ref MemoryMarshal.GetReference(x);
        var standard = new RowStandard<T>(T.Zero, RowStandard<T>.FactorOf<TUnit>(in from, (nuint)x.Length, T.Zero, epsilon));
        var map = new ScaledByElement<T, TUnit>(standard, in MemoryMarshal.GetReference(weight), in Unsafe.NullRef<T>());
        RowMap.Run<T, TUnit, ScaledByElement<T, TUnit>>(in from, (nuint)x.Length, ref MemoryMarshal.GetReference(result), map);
    }
}
