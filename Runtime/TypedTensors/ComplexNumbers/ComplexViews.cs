using System.Numerics;

namespace TypedTensors;

/// <summary>The parts of complex tensors, and tensors of parts as complex ones; all are views.</summary>
public static class ComplexViews
{
    /// <summary>The real parts (NumPy <c>.real</c>); a view, two elements apart where the numbers lie side by side.</summary>
    /// <exception cref="ObjectDisposedException">The tensor has been disposed.</exception>
    [SharesMemory]
    public static Tensor<T, TDevice> Real<T, TDevice>(this Tensor<Complex<T>, TDevice> x)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TDevice : struct, IDevice, IComputes<Complex<T>> => Part(x, 0);

    /// <summary>The imaginary parts (NumPy <c>.imag</c>); a view, two elements apart where the numbers lie side by side.</summary>
    /// <exception cref="ObjectDisposedException">The tensor has been disposed.</exception>
    [SharesMemory]
    public static Tensor<T, TDevice> Imag<T, TDevice>(this Tensor<Complex<T>, TDevice> x)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TDevice : struct, IDevice, IComputes<Complex<T>> => Part(x, 1);

    /// <summary>Both parts along a new last axis of length 2 (PyTorch <c>view_as_real</c>); a view.</summary>
    /// <exception cref="ShapeException">The rank is already the highest.</exception>
    /// <exception cref="ObjectDisposedException">The tensor has been disposed.</exception>
    [SharesMemory]
    public static Tensor<T, TDevice> AsReal<T, TDevice>(this Tensor<Complex<T>, TDevice> x)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TDevice : struct, IDevice, IComputes<Complex<T>>
    {
        ArgumentNullException.ThrowIfNull(x);
        x.ThrowIfDisposed();
        int rank = x.Rank;
        if (rank == Shape.MaxRank)
        {
            throw new ShapeException($"AsReal: shape {x.Shape} has {rank} axes, the most there can be; the parts need one more.");
        }

        Span<nint> sizes = stackalloc nint[rank + 1], strides = stackalloc nint[rank + 1];
        for (int axis = 0; axis < rank; axis++)
        {
            (sizes[axis], strides[axis]) = (x.Shape[axis], 2 * x.Strides[axis]);
        }

        (sizes[rank], strides[rank]) = (2, 1);
        return new Tensor<T, TDevice>(x.Storage, new Layout(new Shape(sizes), strides, 2 * x.Layout.Offset), isView: true, x.IsReadOnly);
    }

    /// <summary>Pairs along the last axis as complex numbers (PyTorch <c>view_as_complex</c>); a view.</summary>
    /// <exception cref="ShapeException">The last axis is not two neighbours long, or the pairs do not begin at even places; a <c>Clone()</c> has them so.</exception>
    /// <exception cref="ObjectDisposedException">The tensor has been disposed.</exception>
    [SharesMemory]
    public static Tensor<Complex<T>, TDevice> AsComplex<T, TDevice>(this Tensor<T, TDevice> x)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TDevice : struct, IDevice, IComputes<Complex<T>>
    {
        ArgumentNullException.ThrowIfNull(x);
        x.ThrowIfDisposed();
        int rank = x.Rank - 1;
        bool pairs = rank >= 0 && x.Shape[rank] == 2 && x.Strides[rank] == 1 && nint.IsEvenInteger(x.Layout.Offset);
        Span<nint> sizes = stackalloc nint[Math.Max(rank, 0)], strides = stackalloc nint[Math.Max(rank, 0)];
        for (int axis = 0; axis < rank; axis++)
        {
            pairs &= nint.IsEvenInteger(x.Strides[axis]) || x.Shape[axis] == 1;
            (sizes[axis], strides[axis]) = (x.Shape[axis], x.Strides[axis] / 2);
        }

        return pairs
            ? new Tensor<Complex<T>, TDevice>(x.Storage, new Layout(new Shape(sizes), strides, x.Layout.Offset / 2), isView: true, x.IsReadOnly)
            : throw new ShapeException(
                $"AsComplex: shape {x.Shape} with strides {Shape.Format(x.Strides)} is not made of pairs: the last axis must be 2 long, its elements neighbours, and every pair at an even place. A Clone() of [..., 2] is.");
    }

    private static Tensor<T, TDevice> Part<T, TDevice>(Tensor<Complex<T>, TDevice> x, int part)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TDevice : struct, IDevice, IComputes<Complex<T>>
    {
        ArgumentNullException.ThrowIfNull(x);
        x.ThrowIfDisposed();
        Span<nint> strides = stackalloc nint[x.Rank];
        for (int axis = 0; axis < strides.Length; axis++)
        {
            strides[axis] = 2 * x.Strides[axis];
        }

        return new Tensor<T, TDevice>(x.Storage, new Layout(x.Shape, strides, (2 * x.Layout.Offset) + part), isView: true, x.IsReadOnly);
    }
}
