using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace TypedTensors;

public static partial class TensorExtensions
{
    /// <summary>A tensor with a copy of the array's elements (<c>torch.tensor</c>, <c>tf.constant</c>); the dtype is the array's.</summary>
    /// <param name="array">The elements in C order.</param>
    /// <param name="shape">The lengths of the axes; none for one axis over the whole array. One may be -1 and is inferred.</param>
    /// <exception cref="ShapeException">The shape has another number of elements than the array.</exception>
    [Copies]
    public static Tensor<T, Cpu> ToTensor<T>(this T[] array, params ReadOnlySpan<nint> shape)
        where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(array);
        return ToTensor((ReadOnlySpan<T>)array, shape);
    }

    /// <summary>A tensor with a copy of the span's elements.</summary>
    /// <inheritdoc cref="ToTensor{T}(T[], ReadOnlySpan{nint})"/>
    [Copies]
    public static Tensor<T, Cpu> ToTensor<T>(this ReadOnlySpan<T> span, params ReadOnlySpan<nint> shape)
        where T : unmanaged
    {
        Tensor<T, Cpu> tensor = Tensor<T, Cpu>.Empty(Fit(nameof(ToTensor), span.Length, shape));
        Fill(tensor, span);
        return tensor;
    }

    /// <summary>A matrix with a copy of the array's elements.</summary>
    [Copies]
    public static Tensor<T, Cpu> ToTensor<T>(this T[,] array)
        where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(array);
        Tensor<T, Cpu> tensor = Tensor<T, Cpu>.Empty(array.GetLength(0), array.GetLength(1));
        Fill(tensor, AsSpan<T>(array));
        return tensor;
    }

    /// <summary>A tensor of rank 3 with a copy of the array's elements.</summary>
    [Copies]
    public static Tensor<T, Cpu> ToTensor<T>(this T[,,] array)
        where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(array);
        Tensor<T, Cpu> tensor = Tensor<T, Cpu>.Empty(array.GetLength(0), array.GetLength(1), array.GetLength(2));
        Fill(tensor, AsSpan<T>(array));
        return tensor;
    }

    /// <summary>A matrix with a copy of the rows.</summary>
    /// <exception cref="ShapeException">The rows are not all of one length.</exception>
    /// <exception cref="ArgumentNullException">The array or a row is null.</exception>
    [Copies]
    public static Tensor<T, Cpu> ToTensor<T>(this T[][] rows)
        where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(rows);
        int columns = rows.Length == 0 ? 0 : (rows[0] ?? throw new ArgumentNullException(nameof(rows), "ToTensor: row 0 is null.")).Length;
        for (int row = 0; row < rows.Length; row++)
        {
            ArgumentNullException.ThrowIfNull(rows[row]);
            if (rows[row].Length != columns)
            {
                throw new ShapeException($"ToTensor: row {row} has {rows[row].Length} elements, row 0 has {columns}; a tensor's rows are of one length.");
            }
        }

        Tensor<T, Cpu> tensor = Tensor<T, Cpu>.Empty(rows.Length, columns);
        for (int row = 0; row < rows.Length; row++)
        {
            Fill(tensor, rows[row], offset: (nint)row * columns);
        }

        return tensor;
    }

    private static ReadOnlySpan<T> AsSpan<T>(Array array)
        where T : unmanaged =>
        array.Length == 0 ? default : MemoryMarshal.CreateReadOnlySpan(ref Unsafe.As<byte, T>(ref MemoryMarshal.GetArrayDataReference(array)), array.Length);

    private static void Fill<T>(Tensor<T, Cpu> tensor, ReadOnlySpan<T> elements, nint offset = 0)
        where T : unmanaged
    {
        if (!elements.IsEmpty)
        {
            nint size = Unsafe.SizeOf<T>();
            ref byte first = ref Unsafe.As<T, byte>(ref MemoryMarshal.GetReference(elements));
            Cpu.Upload(ref first, elements.Length * size, tensor.Storage, offset * size);
        }
    }
}
