using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Numerics.Tensors;

namespace TypedTensors;

/// <summary>How arrays and memory become tensors and how tensors on the CPU are seen as spans: <c>As</c> shares, <c>To</c> copies.</summary>
public static partial class TensorExtensions
{
    /// <summary>The array as a tensor that shares its memory (<c>torch.from_numpy</c>, <c>np.asarray</c>): a write to either is seen in the other.</summary>
    /// <param name="array">The elements in C order.</param>
    /// <param name="shape">The lengths of the axes; none for one axis over the whole array. One may be -1 and is inferred.</param>
    /// <exception cref="ShapeException">The shape has another number of elements than the array.</exception>
    [SharesMemory]
    [return: ViewOf(nameof(array))]
    public static Tensor<T, Cpu> AsTensor<T>(this T[] array, params ReadOnlySpan<nint> shape)
        where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(array);
        return new Tensor<T, Cpu>(new ArrayStorage<T>(array), Layout.Contiguous(Fit(nameof(AsTensor), array.Length, shape)), isView: true);
    }

    /// <summary>The memory as a tensor that shares it: a write to either is seen in the other.</summary>
    /// <param name="memory">The elements in C order.</param>
    /// <param name="shape">The lengths of the axes; none for one axis over the whole memory. One may be -1 and is inferred.</param>
    /// <exception cref="ShapeException">The shape has another number of elements than the memory.</exception>
    [SharesMemory]
    [return: ViewOf(nameof(memory))]
    public static Tensor<T, Cpu> AsTensor<T>(this Memory<T> memory, params ReadOnlySpan<nint> shape)
        where T : unmanaged
    {
        return new Tensor<T, Cpu>(new MemoryStorage<T>(memory), Layout.Contiguous(Fit(nameof(AsTensor), memory.Length, shape)), isView: true);
    }

    /// <summary>The elements as a span that shares the tensor's memory (<c>tensor.numpy()</c>).</summary>
    /// <remarks>The span stays valid as long as it is held, even if nobody holds the tensor; after Dispose its content is no longer the tensor's.</remarks>
    /// <exception cref="InvalidOperationException">The tensor is read-only, not contiguous, or longer than a span can be.</exception>
    [SharesMemory]
    public static Span<T> AsSpan<T>(this Tensor<T, Cpu> tensor)
        where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(tensor);
        tensor.ThrowIfNotWritable(nameof(AsSpan));
        return Expose(nameof(AsSpan), tensor);
    }

    /// <summary>The elements as a read-only span that shares the tensor's memory.</summary>
    /// <exception cref="InvalidOperationException">The tensor is not contiguous, or longer than a span can be.</exception>
    [SharesMemory]
    public static ReadOnlySpan<T> AsReadOnlySpan<T>(this Tensor<T, Cpu> tensor)
        where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(tensor);
        tensor.ThrowIfDisposed();
        return Expose(nameof(AsReadOnlySpan), tensor);
    }

    /// <summary>The elements as memory that shares, and holds, the tensor's storage.</summary>
    /// <exception cref="InvalidOperationException">The tensor is read-only, not contiguous, or longer than memory can be.</exception>
    [SharesMemory]
    public static Memory<T> AsMemory<T>(this Tensor<T, Cpu> tensor)
        where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(tensor);
        tensor.ThrowIfNotWritable(nameof(AsMemory));
        CheckSpan(nameof(AsMemory), tensor);
        if (tensor.Length == 0)
        {
            return default;
        }

        var storage = (CpuStorage)tensor.Storage;
        storage.Expose();
        return storage.AsMemory<T>(tensor.Layout.Offset, (int)tensor.Length);
    }

    /// <summary>The elements as a <see cref="TensorSpan{T}"/> of <c>System.Numerics.Tensors</c> that shares the tensor's memory, strides included.</summary>
    /// <remarks>That type has no rank 0 and no empty shapes: a scalar becomes one axis of length 1, an empty tensor the empty span.</remarks>
    /// <exception cref="InvalidOperationException">The tensor is read-only, a stride is negative, or its extent is longer than a span can be.</exception>
    [SharesMemory]
    public static TensorSpan<T> AsTensorSpan<T>(this Tensor<T, Cpu> tensor)
        where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(tensor);
        tensor.ThrowIfNotWritable(nameof(AsTensorSpan));
        if (tensor.Length == 0)
        {
            return default;
        }

        (nint first, nint last) = tensor.Layout.Extent();
        if (first != tensor.Layout.Offset || last - first >= int.MaxValue)
        {
            throw new InvalidOperationException(
                $"AsTensorSpan: shape {tensor.Shape} with strides {Shape.Format(tensor.Strides)} has a negative stride or is too long for a span; take it of a Clone().");
        }

        Span<nint> lengths = stackalloc nint[Math.Max(tensor.Rank, 1)], strides = stackalloc nint[Math.Max(tensor.Rank, 1)];
        lengths[0] = 1;
        tensor.Shape.AsSpan().CopyTo(lengths);
        for (int axis = 0; axis < tensor.Rank; axis++)
        {
            // Of an axis of length 1, TensorSpan wants stride 0.
            strides[axis] = lengths[axis] == 1 ? 0 : tensor.Strides[axis];
        }

        return new TensorSpan<T>(Elements(tensor, (int)(last - first + 1)), lengths, strides);
    }

    private static Shape Fit(string operation, nint length, ReadOnlySpan<nint> shape)
    {
        if (shape.IsEmpty)
        {
            return new Shape(length);
        }

        Shape wanted = shape.Contains(-1) ? LayoutViews.InferShape(operation, new Shape(length), shape) : new Shape(shape);
        return wanted.Length == length
            ? wanted
            : throw new ShapeException($"{operation}: {length} elements do not fit shape {wanted}, which has {wanted.Length}.");
    }

    private static Span<T> Expose<T>(string operation, Tensor<T, Cpu> tensor)
        where T : unmanaged
    {
        CheckSpan(operation, tensor);
        return tensor.Length == 0 ? default : Elements(tensor, (int)tensor.Length);
    }

    private static Span<T> Elements<T>(Tensor<T, Cpu> tensor, int length)
        where T : unmanaged
    {
        var storage = (CpuStorage)tensor.Storage;
        storage.Expose();
        return MemoryMarshal.CreateSpan(ref Unsafe.Add(ref Unsafe.As<byte, T>(ref storage.Start), tensor.Layout.Offset), length);
    }

    private static void CheckSpan<T>(string operation, Tensor<T, Cpu> tensor)
        where T : unmanaged
    {
        if (!tensor.IsContiguous)
        {
            throw new InvalidOperationException(
                $"{operation}: shape {tensor.Shape} with strides {Shape.Format(tensor.Strides)} is not contiguous; take it of a Clone(), or use AsTensorSpan.");
        }

        if (tensor.Length > int.MaxValue)
        {
            throw new InvalidOperationException($"{operation}: shape {tensor.Shape} has {tensor.Length} elements, more than a span can have.");
        }
    }
}
