using System.Numerics;

namespace TypedTensors;

/// <summary>Norms of other orders than the Euclidean one.</summary>
public static class Norms
{
    /// <summary>The norm of an order of the elements, as of a vector: NumPy's <c>linalg.norm</c> of vectors, PyTorch's <c>linalg.vector_norm</c>.</summary>
    /// <param name="x">The tensor, of any layout.</param>
    /// <param name="order">
    /// p for the p-th root of the sum of |x|^p, which is 2 for the Euclidean norm; infinity for the largest magnitude, negative infinity for the smallest, and 0 for the number
    /// of elements that are not zero.
    /// </param>
    /// <param name="axes">The axes, or none for all; negative ones count from the end.</param>
    /// <param name="keepDims">Whether reduced axes stay with length 1.</param>
    /// <returns>A new tensor. NaN if an element is NaN, except of order 0, which counts it as not zero.</returns>
    /// <remarks>Of nothing 0 (infinity of a negative order). The powers may overflow, as in NumPy.</remarks>
    /// <exception cref="ShapeException">An axis is out of range or given twice.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The order is NaN.</exception>
    /// <exception cref="InvalidOperationException">The order is infinite and there is nothing to reduce.</exception>
    [Copies]
    public static Tensor<T, TDevice> VectorNorm<T, TDevice>(this Tensor<T, TDevice> x, double order, ReadOnlySpan<int> axes = default, bool keepDims = false)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TDevice : struct, IDevice, IComputesFunctions<T>, IComputes<long>
    {
        ArgumentNullException.ThrowIfNull(x);
        switch (order)
        {
            case double.NaN:
                throw new ArgumentOutOfRangeException(nameof(order), order, "VectorNorm: the order is not a number.");
            case 0:
                return x.CountNonZero(axes, keepDims).Cast<T>();
            case 1:
                return x.Abs().Sum(axes, keepDims);
            case 2:
                return x.Norm(axes, keepDims);
            case double.PositiveInfinity:
                return x.Abs().Max(axes, keepDims);
            case double.NegativeInfinity:
                return x.Abs().Min(axes, keepDims);
            default:
                return x.Abs().Pow(T.CreateTruncating(order)).Sum(axes, keepDims).Pow(T.CreateTruncating(1 / order));
        }
    }
}
