using System.Numerics;
using TypedTensors.Kernels;

namespace TypedTensors;

/// <summary>Norms of vectors and matrices; the Euclidean norm of both is <c>Norm</c>.</summary>
/// <remarks>Each step is rounded to the dtype, and powers and sums may overflow, as in NumPy.</remarks>
public static class Norms
{
    /// <summary>The norm of an order of the elements, as of a vector: the array API's and PyTorch's <c>linalg.vector_norm</c>, NumPy's <c>linalg.norm</c> of vectors.</summary>
    /// <param name="x">The tensor, of any layout.</param>
    /// <param name="order">
    /// p for the p-th root of the sum of |x|^p, which is 2 for the Euclidean norm; infinity for the largest magnitude, negative infinity for the smallest, and 0 for the number
    /// of elements that are not zero.
    /// </param>
    /// <param name="axes">The axes, or none for all; negative ones count from the end.</param>
    /// <param name="keepDims">Whether reduced axes stay with length 1.</param>
    /// <returns>A new tensor. NaN if an element is NaN, except of order 0, which counts it as not zero.</returns>
    /// <remarks>Of nothing 0 (infinity of a negative order).</remarks>
    /// <exception cref="ShapeException">An axis is out of range or given twice.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The order is NaN.</exception>
    /// <exception cref="InvalidOperationException">The order is infinite and there is nothing to reduce.</exception>
    [Copies]
    public static Tensor<T, TDevice> VectorNorm<T, TDevice>(this Tensor<T, TDevice> x, double order, ReadOnlySpan<int> axes = default, bool keepDims = false)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TDevice : struct, IDevice, IComputesFunctions<T>, IComputes<long>
    {
        ArgumentNullException.ThrowIfNull(x);
        CheckAxes(x, axes);
        if (double.IsInfinity(order))
        {
            RequireElements(nameof(VectorNorm), x, axes, x.Shape);
        }

        return order switch
        {
            double.NaN => throw new ArgumentOutOfRangeException(nameof(order), order, "VectorNorm: the order is not a number."),
            0 => x.CountNonZero(axes, keepDims).Cast<T>(),
            1 => x.Abs().Sum(axes, keepDims),
            2 => x.Norm(axes, keepDims),
            double.PositiveInfinity => x.Abs().Max(axes, keepDims),
            double.NegativeInfinity => x.Abs().Min(axes, keepDims),
            _ => x.Abs().Pow(T.CreateTruncating(order)).Sum(axes, keepDims).Pow(T.CreateTruncating(1 / order)),
        };
    }

    /// <summary>The norm of an order of the elements along one axis.</summary>
    /// <inheritdoc cref="VectorNorm{T, TDevice}(Tensor{T, TDevice}, double, ReadOnlySpan{int}, bool)"/>
    [Copies]
    public static Tensor<T, TDevice> VectorNorm<T, TDevice>(this Tensor<T, TDevice> x, double order, int axis, bool keepDims = false)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TDevice : struct, IDevice, IComputesFunctions<T>, IComputes<long> => VectorNorm(x, order, [axis], keepDims);

    /// <summary>The norm of each matrix along the last two axes: the array API's and PyTorch's <c>linalg.matrix_norm</c>, NumPy's <c>linalg.norm</c> of matrices.</summary>
    /// <param name="x">A matrix, or matrices along leading axes, of any layout.</param>
    /// <param name="order">Which norm.</param>
    /// <param name="keepDims">Whether the last two axes stay with length 1.</param>
    /// <returns>A new tensor. NaN if an element of the matrix is NaN.</returns>
    /// <remarks>
    /// Of no elements 0. The orders 2, -2 and nuclear ask for singular values: <c>SpectralNorm</c> and <c>NuclearNorm</c> of the package TypedTensors.LinearAlgebra.
    /// </remarks>
    /// <exception cref="ShapeException">The rank is below 2.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The order is none of those named.</exception>
    /// <exception cref="InvalidOperationException">The order is of sums of which there are none.</exception>
    [Copies]
    public static Tensor<T, TDevice> MatrixNorm<T, TDevice>(this Tensor<T, TDevice> x, MatrixNormOrder order = MatrixNormOrder.Frobenius, bool keepDims = false)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TDevice : struct, IDevice, IComputesFunctions<T>
    {
        ArgumentNullException.ThrowIfNull(x);
        if (x.Rank < 2)
        {
            throw new ShapeException($"MatrixNorm: shape {x.Shape} has rank {x.Rank}; a matrix has two axes.");
        }

        if (order == MatrixNormOrder.Frobenius)
        {
            return x.Norm([-2, -1], keepDims);
        }

        bool ofColumns = order is MatrixNormOrder.One or MatrixNormOrder.NegativeOne;
        if (!ofColumns && order is not (MatrixNormOrder.Infinity or MatrixNormOrder.NegativeInfinity))
        {
            throw new ArgumentOutOfRangeException(nameof(order), order, "MatrixNorm: there is no such order.");
        }

        Tensor<T, TDevice> sums = x.Abs().Sum(ofColumns ? -2 : -1, keepDims: true);
        RequireElements(nameof(MatrixNorm), sums, [-2, -1], x.Shape);
        return order is MatrixNormOrder.One or MatrixNormOrder.Infinity ? sums.Max([-2, -1], keepDims) : sums.Min([-2, -1], keepDims);
    }

    // Reductions check them too, and name themselves.
    private static void CheckAxes(Tensor x, ReadOnlySpan<int> axes)
    {
        for (int i = 0; i < axes.Length; i++)
        {
            int position = Reduction.Axis(nameof(VectorNorm), x, axes[i]);
            foreach (int earlier in axes[..i])
            {
                if (Reduction.Axis(nameof(VectorNorm), x, earlier) == position)
                {
                    throw new ShapeException($"VectorNorm: axis {axes[i]} is given twice for shape {x.Shape}.");
                }
            }
        }
    }

    private static void RequireElements(string operation, Tensor x, ReadOnlySpan<int> axes, Shape given)
    {
        nint[] kept = x.Shape.ToArray();
        nint reduced = 1;
        foreach (int axis in axes)
        {
            int position = Reduction.Axis(operation, x, axis);
            reduced *= kept[position];
            kept[position] = 1;
        }

        reduced = axes.IsEmpty ? x.Length : reduced;
        if (reduced == 0 && (axes.IsEmpty || Parts.Product(kept) > 0))
        {
            throw new InvalidOperationException($"{operation}: no elements along the axes of shape {given}, and none of them is the largest or the smallest.");
        }
    }
}
