using System.Numerics;

namespace TypedTensors;

/// <summary>Multiplies stacked matrices whose inner lengths are known to agree, on a device.</summary>
internal static class TiledProduct
{
    /// <summary>Below so many rows or columns most of a tile would lie outside of the product.</summary>
    private const int SmallestTiledSide = 16;

    /// <summary>The product of every pair of matrices; the leading axes broadcast.</summary>
    public static Tensor<T, TDevice> Run<T, TDevice>(Tensor<T, TDevice> left, Tensor<T, TDevice> right)
        where T : unmanaged, INumber<T>
        where TDevice : struct, IDevice, IComputes<T>
    {
        nint rows = left.Shape[^2], inner = left.Shape[^1], columns = right.Shape[^1];
        Shape stack = Shape.Broadcast(nameof(LinearAlgebra.MatMul), new Shape(left.Shape.AsSpan()[..^2]), new Shape(right.Shape.AsSpan()[..^2]));
        var shape = new Shape([.. stack.AsSpan(), rows, columns]);
        if (shape.Length == 0 || inner == 0)
        {
            return Tensor<T, TDevice>.Zeros(shape);
        }

        Tensor<T, TDevice> result = Tensor<T, TDevice>.Empty(shape);
        Tensor<T, TDevice> lefts = left.BroadcastTo([.. stack.AsSpan(), rows, inner]), rights = right.BroadcastTo([.. stack.AsSpan(), inner, columns]);
        var matrices = Stack.Of(kept: 2, trailing: 2, lefts, rights, result);
        foreach (TensorIndex[] place in matrices.Places)
        {
            Multiply(matrices.At(place, lefts, 2), matrices.At(place, rights, 2), matrices.At(place, result, 2).Reshape(-1, rows, columns));
        }

        return result;
    }

    private static void Multiply<T, TDevice>(Tensor<T, TDevice> left, Tensor<T, TDevice> right, Tensor<T, TDevice> product)
        where T : unmanaged, INumber<T>
        where TDevice : struct, IDevice, IComputes<T>
    {
        int count = checked((int)product.Shape[0]), rows = checked((int)product.Shape[1]), columns = checked((int)product.Shape[2]);
        if (Math.Min(rows, columns) < SmallestTiledSide && (long)rows * columns <= int.MaxValue)
        {
            MatrixKernels.Plain((rows * columns, count), left, right, product);
            return;
        }

        int transposed = (IsTransposed(left) ? MatrixKernels.LeftIsTransposed : 0) | (IsTransposed(right) ? MatrixKernels.RightIsTransposed : 0);
        MatrixKernels.Tiled((Quarter(columns), Quarter(rows), count), left, right, product, transposed);
    }

    // A thread has four rows and four columns.
    private static int Quarter(int length) => (int)(((long)length + 3) / 4);

    /// <summary>Whether neighbours in memory are those along the rows' axis.</summary>
    private static bool IsTransposed(Tensor matrices)
    {
        nint down = Math.Abs(matrices.Strides[^2]), along = Math.Abs(matrices.Strides[^1]);
        return down != 0 && down < along;
    }
}
