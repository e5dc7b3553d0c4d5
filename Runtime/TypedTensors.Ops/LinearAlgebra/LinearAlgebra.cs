using System.Numerics;

namespace TypedTensors;

/// <summary>Products of matrices and vectors.</summary>
public static class LinearAlgebra
{
    /// <summary>The matrix product, by the rules of NumPy's <c>matmul</c>.</summary>
    /// <param name="x">A vector [k], a matrix [m, k], or matrices stacked along leading axes [..., m, k]; of any layout.</param>
    /// <param name="y">A vector [k], a matrix [k, n], or matrices stacked along leading axes [..., k, n]; of any layout.</param>
    /// <returns>The products [..., m, n]; leading axes broadcast, and the axis of a vector goes away.</returns>
    /// <remarks>
    /// Sums are in the dtype itself, so integers wrap; Half is computed in float and rounded once. An empty inner axis gives zeros. Views are read where they lie;
    /// the processor alone copies stacked matrices whose rows are not contiguous. Each sum runs along the inner axis in order, so that no result depends on the
    /// number of threads or the size of tiles.
    /// </remarks>
    /// <exception cref="ShapeException">An operand is a scalar, the inner lengths differ, or the leading axes do not broadcast.</exception>
    [Copies]
    public static Tensor<T, TDevice> MatMul<T, TDevice>(this Tensor<T, TDevice> x, Tensor<T, TDevice> y)
        where T : unmanaged, INumber<T>
        where TDevice : struct, IDevice, IComputes<T>
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(y);
        if (x.Rank == 0 || y.Rank == 0)
        {
            throw new ShapeException($"MatMul: shapes {x.Shape} and {y.Shape}: a scalar has no matrix product; use *.");
        }

        Tensor<T, TDevice> left = x.Rank == 1 ? x.Unsqueeze(0) : x;
        Tensor<T, TDevice> right = y.Rank == 1 ? y.Unsqueeze(1) : y;
        if (left.Shape[^1] != right.Shape[^2])
        {
            throw new ShapeException($"MatMul: shapes {x.Shape} and {y.Shape} do not fit: the inner lengths are {left.Shape[^1]} and {right.Shape[^2]}.");
        }

        Tensor<T, TDevice> product = Processor.Holds(left, out Tensor<T, Cpu>? ownLeft) && Processor.Holds(right, out Tensor<T, Cpu>? ownRight)
            ? Processor.As<T, TDevice>(MatrixProduct.Run(ownLeft, ownRight))
            : TiledProduct.Run(left, right);
        product = x.Rank == 1 ? product.Squeeze(-2) : product;
        return y.Rank == 1 ? product.Squeeze(-1) : product;
    }
}
