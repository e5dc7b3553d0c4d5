using System.Numerics;
using TypedTensors.Kernels;

namespace TypedTensors;

/// <summary>Products of matrices and vectors.</summary>
public static partial class LinearAlgebra
{
    /// <summary>The matrix product, by the rules of NumPy's <c>matmul</c>.</summary>
    /// <param name="x">A vector [k], a matrix [m, k], or matrices stacked along leading axes [..., m, k]; of any layout.</param>
    /// <param name="y">A vector [k], a matrix [k, n], or matrices stacked along leading axes [..., k, n]; of any layout.</param>
    /// <param name="destination">Where to write, of any layout; null allocates. It may overlap the factors: the result is as if they had been copied before.</param>
    /// <returns>The products [..., m, n]; leading axes broadcast, and the axis of a vector goes away.</returns>
    /// <remarks>
    /// Sums are in the dtype itself, so integers wrap; Half is computed in float and rounded once. An empty inner axis gives zeros. Views are read where they lie.
    /// No result depends on the number of threads, the size of blocks or the width of vectors: on the processor each sum of float or double runs along the inner axis
    /// in order, a fused multiply-add for each element, except for a matrix along its rows times a vector, whose sums run in 256 bytes of lanes that are added at the end.
    /// With a destination nothing is allocated on the processor, unless the dtype is Half or the destination overlaps a factor.
    /// </remarks>
    /// <exception cref="ShapeException">An operand is a scalar, the inner lengths differ, the leading axes do not broadcast, or the destination has another shape than the product.</exception>
    /// <exception cref="InvalidOperationException">The destination is read-only.</exception>
    [Copies]
    public static Tensor<T, TDevice> MatMul<T, TDevice>(this Tensor<T, TDevice> x, Tensor<T, TDevice> y, [Mutates] Tensor<T, TDevice>? destination = null)
        where T : unmanaged, INumber<T>
        where TDevice : struct, IDevice, IComputes<T>
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(y);
        Shape shape = MatrixProduct.ShapeOf(nameof(MatMul), x.Shape, y.Shape);
        if (destination is not null && destination.Shape != shape)
        {
            throw new ShapeException($"MatMul: the product has shape {shape}, which does not fit the destination's shape {destination.Shape}.");
        }

        if (Processor.Holds(x, out Tensor<T, Cpu>? ownX) && Processor.Holds(y, out Tensor<T, Cpu>? ownY))
        {
            destination ??= Tensor<T, TDevice>.Empty(shape);
            Processor.Holds(destination, out Tensor<T, Cpu>? own);
            MatrixProduct.Run(ownX, ownY, own!);
            return destination;
        }

        if (destination is { IsReadOnly: true })
        {
            throw new InvalidOperationException($"MatMul: the destination of shape {shape} is read-only.");
        }

        Tensor<T, TDevice> product = TiledProduct.Run(x.Rank == 1 ? x.Unsqueeze(0) : x, y.Rank == 1 ? y.Unsqueeze(1) : y).Reshape(shape);
        destination?.CopyFrom(product);
        return destination ?? product;
    }
}
