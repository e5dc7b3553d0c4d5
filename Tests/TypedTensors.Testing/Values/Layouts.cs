namespace TypedTensors.Testing.Values;

/// <summary>Uninitialised tensors of a shape in every kind of layout.</summary>
static class Layouts
{
    public static Tensor<T, TDevice> Empty<T, TDevice>(LayoutKind kind, ReadOnlySpan<nint> shape)
        where T : unmanaged
        where TDevice : struct, IDevice => kind switch
        {
            LayoutKind.Contiguous => Tensor<T, TDevice>.Empty(shape),
            LayoutKind.Shifted => Tensor<T, TDevice>.Empty(new Shape(shape).Length + 3)[3..].Reshape(shape),
            LayoutKind.EverySecond => Tensor<T, TDevice>.Empty(WithLast(shape, last => last * 2))[Tensor.Ellipsis, new Slice(step: 2)],
            LayoutKind.GappedRows => Tensor<T, TDevice>.Empty(WithLast(shape, last => last + 5))[Tensor.Ellipsis, 2..^3],
            LayoutKind.Reversed => Tensor<T, TDevice>.Empty(shape).Flip(),
            LayoutKind.ReversedEveryThird => Tensor<T, TDevice>.Empty(WithLast(shape, last => last * 3))[Tensor.Ellipsis, new Slice(step: -3)],
            LayoutKind.Transposed => Tensor<T, TDevice>.Empty(Reversed(shape)).Transpose(),
            _ => Tensor<T, TDevice>.Empty(WithLast(Reversed(shape), last => (last * 2) + 1))[Tensor.Ellipsis, new Slice(start: -1, stop: 0, step: -2)].Transpose(),
        };

    static nint[] WithLast(ReadOnlySpan<nint> shape, Func<nint, nint> change)
    {
        nint[] changed = shape.ToArray();
        changed[^1] = change(changed[^1]);
        return changed;
    }

    static nint[] Reversed(ReadOnlySpan<nint> shape)
    {
        nint[] reversed = shape.ToArray();
        Array.Reverse(reversed);
        return reversed;
    }
}
