namespace TypedTensors.Testing.Values;

/// <summary>The elements of one type.</summary>
sealed class Elements<T, TDevice> : Elements<TDevice>
    where T : unmanaged
    where TDevice : struct, IDevice
{
    public override Tensor Tensor(Array values, int start, params ReadOnlySpan<nint> shape) => Upload(((T[])values).AsSpan(start, Length(shape)), shape);

    public override Tensor Unaligned(Array values, int start, int length, int padding)
    {
        var padded = new T[padding + length];
        Array.Copy(values, start, padded, padding, length);
        return Upload(padded, padded.Length)[padding..];
    }

    public override Tensor Arranged(LayoutKind layout, Array values, params ReadOnlySpan<nint> shape)
    {
        Tensor<T, TDevice> arranged = Layouts.Empty<T, TDevice>(layout, shape);
        arranged.CopyFrom(Upload(((T[])values).AsSpan(0, Length(shape)), shape));
        return arranged;
    }

    public override Tensor Slice(Tensor tensor, Slice slice) => Typed(tensor)[slice];

    public override Tensor Transpose(Tensor tensor) => Typed(tensor).Transpose();

    public override Tensor BroadcastTo(Tensor tensor, params ReadOnlySpan<nint> shape) => Typed(tensor).BroadcastTo(shape);

    public override Array ToArray(Tensor tensor) => Typed(tensor).ToArray();

    public override object Operand(object tensorOrScalar) =>
        tensorOrScalar is Tensor<T, TDevice> tensor ? (Operand<T, TDevice>)tensor : (Operand<T, TDevice>)(T)tensorOrScalar;

    static Tensor<T, TDevice> Typed(Tensor tensor) => (Tensor<T, TDevice>)tensor;

    static Tensor<T, TDevice> Upload(ReadOnlySpan<T> values, params ReadOnlySpan<nint> shape) => values.ToTensor(shape).To<TDevice>();

    static int Length(ReadOnlySpan<nint> shape) => (int)new Shape(shape).Length;
}
