using System.Runtime.CompilerServices;

namespace TypedTensors;

public sealed partial class Tensor<TDtype, TDevice>
{
    /// <summary>A copy with memory of its own, contiguous in C order.</summary>
    [Copies]
    public Tensor<TDtype, TDevice> Clone()
    {
        ThrowIfDisposed();
        Tensor<TDtype, TDevice> copy = Empty(Shape);
        if (Length != 0)
        {
            TDevice.Copy(this, copy);
        }

        return copy;
    }

    /// <summary>Copies the elements of a tensor, which broadcasts, over this tensor's, converting another dtype as <c>Cast</c> does.</summary>
    /// <remarks>Right also where the two overlap: as if the source had been copied first.</remarks>
    /// <exception cref="ShapeException">The source does not broadcast to this shape.</exception>
    /// <exception cref="InvalidOperationException">This tensor is read-only.</exception>
    [Mutates]
    public void CopyFrom<TFrom>(Tensor<TFrom, TDevice> source)
        where TFrom : unmanaged
    {
        ArgumentNullException.ThrowIfNull(source);
        source.ThrowIfDisposed();
        ThrowIfNotWritable(nameof(CopyFrom));
        Layout stretched = Broadcasting.Stretch(nameof(CopyFrom), source.Layout, Shape);
        if (Length == 0)
        {
            return;
        }

        if (source.SharesMemoryWith(this))
        {
            using Tensor<TFrom, TDevice> copy = source.Clone();
            CopyFrom(copy);
            return;
        }

        using Tensor<TFrom, TDevice> view = source.View(stretched, makeReadOnly: true);
        TDevice.Copy(view, this);
    }

    /// <summary>Sets every element to one value.</summary>
    /// <exception cref="InvalidOperationException">This tensor is read-only.</exception>
    [Mutates]
    public void Fill(TDtype value)
    {
        ThrowIfNotWritable(nameof(Fill));
        if (Length != 0)
        {
            TDevice.Copy(Kernels.KernelOperand.Scalar(value), this);
        }
    }

    /// <summary>The elements in C order as a new array.</summary>
    /// <exception cref="InvalidOperationException">There are more elements than an array can have.</exception>
    [Copies]
    public TDtype[] ToArray()
    {
        ThrowIfDisposed();
        if (Length > Array.MaxLength)
        {
            throw new InvalidOperationException($"ToArray: shape {Shape} has {Length} elements, more than an array can have ({Array.MaxLength}).");
        }

        var array = new TDtype[(int)Length];
        CopyTo(array);
        return array;
    }

    /// <summary>Copies the elements in C order to a span.</summary>
    /// <exception cref="ArgumentException">The span is not as long as the tensor.</exception>
    public void CopyTo([Mutates] Span<TDtype> destination)
    {
        ThrowIfDisposed();
        if (destination.Length != Length)
        {
            throw new ArgumentException($"CopyTo: shape {Shape} has {Length} elements, the destination has {destination.Length}.", nameof(destination));
        }

        if (destination.IsEmpty)
        {
            return;
        }

        using Tensor<TDtype, TDevice>? copy = IsContiguous ? null : Clone();
        Tensor<TDtype, TDevice> source = copy ?? this;
        nint size = Unsafe.SizeOf<TDtype>();
        TDevice.Download(source.Storage, source.Layout.Offset * size, Length * size, ref Unsafe.As<TDtype, byte>(ref destination[0]));
    }
}
