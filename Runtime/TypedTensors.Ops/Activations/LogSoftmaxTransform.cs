using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using TypedTensors.Kernels;

namespace TypedTensors;

/// <summary>The logarithm of a row's softmax: its largest element, then the sum of its exponentials, then both differences. NaN as in <see cref="SoftmaxTransform{T}"/>.</summary>
internal readonly struct LogSoftmaxTransform<T> : IUnitTransform<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <inheritdoc/>
    public void Run<TUnit>(nint row, ReadOnlySpan<T> x, ReadOnlySpan<T> weight, ReadOnlySpan<T> bias, Span<T> result)
        where TUnit : struct, IRowUnit<TUnit, T>
    {
        ref T from = ref MemoryMarshal.GetReference(x), to = ref MemoryMarshal.GetReference(result);
        nuint length = (nuint)x.Length;
        T largest = RowLargest.Of<T, TUnit>(in from, length);
        T sum = RowSum.Of<T, TUnit, RowExponentials<T, TUnit>>(in from, length, new(largest), ref Unsafe.NullRef<T>());
        RowMap.Run<T, TUnit, Differences<TUnit>>(in from, length, ref to, new Differences<TUnit>(largest, KernelMath.Log(sum)));
    }

    private readonly struct Differences<TUnit>(T largest, T logarithm) : IRowMap<T, TUnit>
        where TUnit : struct, IRowUnit<TUnit, T>
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TUnit Of(TUnit x, nuint offset, nuint count) => x - TUnit.Create(largest) - TUnit.Create(logarithm);
    }
}
