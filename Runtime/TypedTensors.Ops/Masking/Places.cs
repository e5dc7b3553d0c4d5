using System.Numerics;
using TypedTensors.Kernels;

namespace TypedTensors;

/// <summary>Where elements are that are not zero. How many there are depends on the elements, so that these are operations of the processor.</summary>
public static class Places
{
    /// <summary>The index of each true element, in C order: NumPy's <c>argwhere</c>, PyTorch's <c>nonzero</c>.</summary>
    /// <param name="mask">The tensor, of any layout.</param>
    /// <returns>A new tensor of shape [count, rank]: an index along each axis in each row. Of a scalar shape [1, 0] or [0, 0].</returns>
    [Copies]
    public static Tensor<long, Cpu> NonZero(this Tensor<bool, Cpu> mask)
    {
        ArgumentNullException.ThrowIfNull(mask);
        Tensor<long, Cpu> result = Tensor<long, Cpu>.Empty((nint)mask.CountNonZero().Item(), mask.Rank);
        HostRows.Run(HostRows.Line(mask), result.Reshape(result.Length), new Indices(mask.Shape));
        return result;
    }

    /// <summary>The index of each element that is not zero, in C order: NumPy's <c>argwhere</c>, PyTorch's <c>nonzero</c>. NaN is not zero.</summary>
    /// <param name="x">The tensor, of any layout.</param>
    /// <returns>A new tensor of shape [count, rank]: an index along each axis in each row. Of a scalar shape [1, 0] or [0, 0].</returns>
    [Copies]
    public static Tensor<long, Cpu> NonZero<T>(this Tensor<T, Cpu> x)
        where T : unmanaged, INumber<T> => NonZero(IsNotZero(x));

    /// <summary>For each axis the indices of the true elements along it, in C order: NumPy's <c>nonzero</c> and <c>where</c> with one argument, PyTorch's <c>where</c> with one.</summary>
    /// <param name="mask">The tensor, of any layout.</param>
    /// <returns>As many new tensors of rank 1 as there are axes; <c>x.At[mask.Where()]</c> are the elements there.</returns>
    [Copies]
    public static Tensor<long, Cpu>[] Where(this Tensor<bool, Cpu> mask)
    {
        Tensor<long, Cpu> indices = NonZero(mask).Transpose();
        var along = new Tensor<long, Cpu>[mask.Rank];
        for (int axis = 0; axis < along.Length; axis++)
        {
            along[axis] = indices[axis, ..].Clone();
        }

        return along;
    }

    /// <summary>For each axis the indices along it of the elements that are not zero, in C order: NumPy's <c>nonzero</c> and <c>where</c> with one argument. NaN is not zero.</summary>
    /// <param name="x">The tensor, of any layout.</param>
    /// <returns>As many new tensors of rank 1 as there are axes; <c>x.At[x.Where()]</c> are the elements there.</returns>
    [Copies]
    public static Tensor<long, Cpu>[] Where<T>(this Tensor<T, Cpu> x)
        where T : unmanaged, INumber<T> => Where(IsNotZero(x));

    private static Tensor<bool, Cpu> IsNotZero<T>(Tensor<T, Cpu> x)
        where T : unmanaged, INumber<T>
    {
        ArgumentNullException.ThrowIfNull(x);
        Tensor<bool, Cpu> result = Tensor<bool, Cpu>.Empty(x.Shape);
        HostRows.Run(HostRows.Line(x), result.Reshape(result.Length), default(Truths<T>));
        return result;
    }

    private readonly struct Truths<T> : IRowBody<T, bool>
        where T : unmanaged, INumber<T>
    {
        public void Run(ReadOnlySpan<T> x, Span<bool> result)
        {
            for (int i = 0; i < result.Length; i++)
            {
                result[i] = x[i] != T.Zero;
            }
        }
    }

    private readonly struct Indices(Shape shape) : IRowBody<bool, long>
    {
        public void Run(ReadOnlySpan<bool> mask, Span<long> result)
        {
            ReadOnlySpan<nint> sizes = shape.AsSpan();
            int written = 0;
            for (int i = mask.IndexOf(true), step; written < result.Length; i += step + 1)
            {
                nint rest = i;
                for (int axis = sizes.Length - 1; axis >= 0; axis--)
                {
                    (rest, nint position) = Math.DivRem(rest, sizes[axis]);
                    result[written + axis] = position;
                }

                written += sizes.Length;
                step = mask[(i + 1)..].IndexOf(true);
            }
        }
    }
}
