namespace TypedTensors;

/// <summary>A tensor whose element type and device are part of its type.</summary>
/// <typeparam name="TDtype">The element type: bool, sbyte, byte, short, ushort, int, uint, long, ulong, Half, float or double; on <see cref="Cpu"/> also <see cref="Complex{T}"/> of float or double.</typeparam>
/// <typeparam name="TDevice">The device that holds the elements: <see cref="Cpu"/>, or the marker of a device package.</typeparam>
/// <remarks>
/// <para>As shares, To copies: <c>AsTensor</c>, <c>AsSpan</c>, <c>Reshape</c>, indexers with ranges and <c>Transpose</c> give views of the same memory;
/// <c>ToTensor</c>, <c>ToArray</c>, <c>Clone</c>, <c>Cast</c> and <c>To&lt;TDevice&gt;</c> copy.</para>
/// <para>A view keeps the memory alive. Shape and strides never change once a tensor exists; elements can be written unless <see cref="Tensor.IsReadOnly"/>.
/// Reading from several threads is safe; writing while another thread reads or writes the same elements is not.</para>
/// </remarks>
public sealed partial class Tensor<TDtype, TDevice> : Tensor, IDisposable
    where TDtype : unmanaged
    where TDevice : struct, IDevice
{
    internal Tensor(DeviceStorage storage, in Layout layout, bool isView = false, bool isReadOnly = false)
        : base(storage, layout, isView, isReadOnly) => Dtypes.Of<TDtype>();

    /// <inheritdoc/>
    public override Dtype Dtype => Dtypes.Of<TDtype>();

    /// <inheritdoc/>
    public override string DeviceName => TDevice.Name;

    /// <summary>Gives up this tensor's hold on its memory, which is freed at once if no other tensor holds it. Using the tensor afterwards throws.</summary>
    /// <remarks>Optional: what is never disposed is reclaimed after a garbage collection. A second call does nothing.</remarks>
    public void Dispose() => Release();

    internal override Tensor CloneUntyped() => Clone();

    /// <summary>A view of this tensor's memory in another layout.</summary>
    internal Tensor<TDtype, TDevice> View(in Layout layout, bool makeReadOnly = false)
    {
        ThrowIfDisposed();
        return new Tensor<TDtype, TDevice>(Storage, layout, isView: true, IsReadOnly || makeReadOnly);
    }
}
