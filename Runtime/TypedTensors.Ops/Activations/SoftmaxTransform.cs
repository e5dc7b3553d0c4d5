using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace TypedTensors;

/// <summary>The softmax of a row in the first-level cache: its largest element, then its exponentials and their sum, then their shares.</summary>
/// <remarks>
/// NaN needs no care: a row with NaN or positive infinity, or of nothing but negative infinity, has an exponential of NaN, and so has its sum.
/// </remarks>
internal readonly struct SoftmaxTransform<T> : IUnitTransform<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <inheritdoc/>
    public void Run<TUnit>(nint row, ReadOnlySpan<T> x, ReadOnlySpan<T> weight, ReadOnlySpan<T> bias, Span<T> result)
        where TUnit : struct, IRowUnit<TUnit, T>
    {
        ref T from = ref MemoryMarshal.GetReference(x), to = ref MemoryMarshal.GetReference(result);
        nuint length = (nuint)x.Length;
        T largest = RowLargest.Of<T, TUnit>(in from, length);
        T sum = RowSum.Of<T, TUnit, RowExponentials<T, TUnit>>(in from, length, new(largest), ref to);
        RowMap.Run<T, TUnit, Share<TUnit>>(in to, length, ref to, new Share<TUnit>(T.One / sum));
    }

    private readonly struct Share<TUnit>(T factor) : IRowMap<T, TUnit>
        where TUnit : struct, IRowUnit<TUnit, T>
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TUnit Of(TUnit x, nuint offset, nuint count) => x * TUnit.Create(factor);
    }
}
