using System.Numerics;
using System.Numerics.Tensors;

namespace TypedTensors;

/// <summary>Multiplies stacked matrices whose inner lengths are known to agree, in this process.</summary>
internal static class MatrixProduct
{
    /// <summary>The product of every pair of matrices; the leading axes broadcast. Halves are summed in float.</summary>
    public static Tensor<T, Cpu> Run<T>(Tensor<T, Cpu> left, Tensor<T, Cpu> right)
        where T : unmanaged, INumber<T> =>
        typeof(T) == typeof(Half) ? Multiply(left.Cast<float>(), right.Cast<float>()).Cast<T>() : Multiply(left, right);

    private static Tensor<T, Cpu> Multiply<T>(Tensor<T, Cpu> left, Tensor<T, Cpu> right)
        where T : unmanaged, INumber<T>
    {
        nint rows = left.Shape[^2], inner = left.Shape[^1], columns = right.Shape[^1];
        Shape stack = Shape.Broadcast(nameof(LinearAlgebra.MatMul), new Shape(left.Shape.AsSpan()[..^2]), new Shape(right.Shape.AsSpan()[..^2]));
        Tensor<T, Cpu> result = Tensor<T, Cpu>.Zeros([.. stack.AsSpan(), rows, columns]);
        if (result.Length == 0 || inner == 0)
        {
            return result;
        }

        Tensor<T, Cpu> lefts = Contiguous(left.BroadcastTo([.. stack.AsSpan(), rows, inner])).Reshape(-1, rows, inner);
        Tensor<T, Cpu> rights = Contiguous(right.BroadcastTo([.. stack.AsSpan(), inner, columns])).Reshape(-1, inner, columns);
        Tensor<T, Cpu> results = result.Reshape(-1, rows, columns);
        for (nint matrix = 0; matrix < stack.Length; matrix++)
        {
            for (nint row = 0; row < rows; row++)
            {
                Accumulate(lefts[matrix, row, ..].AsReadOnlySpan(), rights[matrix, .., ..], results[matrix, row, ..].AsSpan());
            }
        }

        return result;
    }

    /// <summary>Adds to a row of the result each row of the right matrix times its element of the left row: contiguous all along.</summary>
    private static void Accumulate<T>(ReadOnlySpan<T> left, Tensor<T, Cpu> right, Span<T> result)
        where T : unmanaged, INumber<T>
    {
        ReadOnlySpan<T> elements = right.AsReadOnlySpan();
        for (int k = 0; k < left.Length; k++)
        {
            TensorPrimitives.MultiplyAdd(elements.Slice(k * result.Length, result.Length), left[k], result, result);
        }
    }

    private static Tensor<T, Cpu> Contiguous<T>(Tensor<T, Cpu> tensor)
        where T : unmanaged => tensor.IsContiguous ? tensor : tensor.Clone();
}
