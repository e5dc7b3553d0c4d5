using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace TypedTensors;

/// <summary>The group normalization of a row: the channels of one group of one image, each with its elements one after the other and with its own weight and bias.</summary>
/// <param name="epsilon">What keeps the root above 0.</param>
/// <param name="groups">The groups of an image.</param>
/// <param name="channels">The channels of a group.</param>
internal readonly struct GroupNormTransform<T>(T epsilon, int groups, int channels) : IUnitTransform<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <inheritdoc/>
    public void Run<TUnit>(nint row, ReadOnlySpan<T> x, ReadOnlySpan<T> weight, ReadOnlySpan<T> bias, Span<T> result)
        where TUnit : struct, IRowUnit<TUnit, T>
    {
        int length = x.Length / channels, first = (int)(row % groups) * channels;
        ref T from = ref MemoryMarshal.GetReference(x), to = ref MemoryMarshal.GetReference(result);
        var standard = RowStandard<T>.Of<TUnit>(in from, (nuint)x.Length, epsilon);
        for (int channel = 0; channel < channels; channel++)
        {
            T factor = weight.IsEmpty ? T.One : weight[first + channel], added = bias.IsEmpty ? T.Zero : bias[first + channel];
            int start = channel * length;
            RowMap.Run<T, TUnit, ScaledByNumber<T, TUnit>>(
                in Unsafe.Add(ref from, start), (nuint)length, ref Unsafe.Add(ref to, start), new ScaledByNumber<T, TUnit>(standard, factor, added));
        }
    }
}
