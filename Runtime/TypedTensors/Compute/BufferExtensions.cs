using System.Runtime.CompilerServices;
using TypedTensors.Kernels;

namespace TypedTensors;

/// <summary>Buffers over tensors, with which a kernel without barriers can be called directly, to step through it or to test it.</summary>
public static class BufferExtensions
{
    /// <summary>The tensor as a kernel sees it. Shares memory.</summary>
    /// <exception cref="ShapeException">The tensor has another number of axes, or one longer than <see cref="int.MaxValue"/>.</exception>
    /// <exception cref="InvalidOperationException">The tensor is read-only.</exception>
    /// <exception cref="ObjectDisposedException">The tensor has been disposed.</exception>
    [SharesMemory]
    public static Buffer1D<T> AsBuffer1D<T>(this Tensor<T, Cpu> tensor)
        where T : unmanaged => new(Writable(tensor, 1));

    /// <inheritdoc cref="AsBuffer1D"/>
    [SharesMemory]
    public static Buffer2D<T> AsBuffer2D<T>(this Tensor<T, Cpu> tensor)
        where T : unmanaged => new(Writable(tensor, 2));

    /// <inheritdoc cref="AsBuffer1D"/>
    [SharesMemory]
    public static Buffer3D<T> AsBuffer3D<T>(this Tensor<T, Cpu> tensor)
        where T : unmanaged => new(Writable(tensor, 3));

    /// <inheritdoc cref="AsBuffer1D"/>
    [SharesMemory]
    public static Buffer4D<T> AsBuffer4D<T>(this Tensor<T, Cpu> tensor)
        where T : unmanaged => new(Writable(tensor, 4));

    /// <summary>The tensor as a kernel sees it that only reads it. Shares memory.</summary>
    /// <exception cref="ShapeException">The tensor has another number of axes, or one longer than <see cref="int.MaxValue"/>.</exception>
    /// <exception cref="ObjectDisposedException">The tensor has been disposed.</exception>
    [SharesMemory]
    public static ReadOnlyBuffer1D<T> AsReadOnlyBuffer1D<T>(this Tensor<T, Cpu> tensor)
        where T : unmanaged => new(Readable(tensor, 1));

    /// <inheritdoc cref="AsReadOnlyBuffer1D"/>
    [SharesMemory]
    public static ReadOnlyBuffer2D<T> AsReadOnlyBuffer2D<T>(this Tensor<T, Cpu> tensor)
        where T : unmanaged => new(Readable(tensor, 2));

    /// <inheritdoc cref="AsReadOnlyBuffer1D"/>
    [SharesMemory]
    public static ReadOnlyBuffer3D<T> AsReadOnlyBuffer3D<T>(this Tensor<T, Cpu> tensor)
        where T : unmanaged => new(Readable(tensor, 3));

    /// <inheritdoc cref="AsReadOnlyBuffer1D"/>
    [SharesMemory]
    public static ReadOnlyBuffer4D<T> AsReadOnlyBuffer4D<T>(this Tensor<T, Cpu> tensor)
        where T : unmanaged => new(Readable(tensor, 4));

    private static BufferView<T> Writable<T>(Tensor<T, Cpu> tensor, int rank)
        where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(tensor);
        tensor.ThrowIfNotWritable("AsBuffer");
        return Readable(tensor, rank);
    }

    private static BufferView<T> Readable<T>(Tensor<T, Cpu> tensor, int rank)
        where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(tensor);
        tensor.ThrowIfDisposed();
        Compute.CheckShape("AsBuffer", "the tensor", tensor.Shape, rank);
        var view = new BufferView<T>
        {
            First = ref Unsafe.Add(ref Unsafe.As<byte, T>(ref ((CpuStorage)tensor.Storage).Start), tensor.Layout.Offset),
            Name = "buffer",
        };
        tensor.Shape.AsSpan().CopyTo(view.Sizes);
        tensor.Strides.CopyTo(view.Strides);
        return view;
    }
}
