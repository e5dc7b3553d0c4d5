using System.Numerics;
using MathNet.Numerics.LinearAlgebra;
using Vector = MathNet.Numerics.LinearAlgebra.Vector<double>;

namespace TypedTensors;

/// <summary>Norms of matrices that their singular values give; other orders are <c>MatrixNorm</c>'s. Computed in double and rounded to the dtype once.</summary>
/// <remarks>NaN or infinity among the elements is refused with an <see cref="ArithmeticException"/>. Results never share memory with an operand.</remarks>
public static class SingularNorms
{
    /// <summary>The largest singular value of each matrix, how much it stretches a vector at most (NumPy <c>linalg.norm</c> of order 2).</summary>
    /// <param name="a">Matrices [..., m, n].</param>
    /// <param name="smallest">The smallest of the min(m, n) singular values in place of the largest: order -2.</param>
    /// <param name="keepDims">Whether the last two axes stay with length 1.</param>
    /// <returns>A number for each matrix.</returns>
    /// <exception cref="ShapeException">The rank is below 2, or the matrices have no elements and so no singular values.</exception>
    /// <exception cref="ArithmeticException">The iteration does not converge.</exception>
    [Copies]
    public static Tensor<T, Cpu> SpectralNorm<T>(this Tensor<T, Cpu> a, bool smallest = false, bool keepDims = false)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        MatrixStack.CheckMatrices(nameof(SpectralNorm), a);
        return a.Shape[^1] > 0 && a.Shape[^2] > 0
            ? Of(nameof(SpectralNorm), a, keepDims, values => smallest ? values.Minimum() : values.Maximum())
            : throw new ShapeException($"SpectralNorm: matrices of shape {a.Shape} have no elements, and so no singular values.");
    }

    /// <summary>The sum of the singular values of each matrix (NumPy <c>linalg.norm</c> of order 'nuc').</summary>
    /// <param name="a">Matrices [..., m, n].</param>
    /// <param name="keepDims">Whether the last two axes stay with length 1.</param>
    /// <returns>A number for each matrix; 0 for one without elements.</returns>
    /// <exception cref="ShapeException">The rank is below 2.</exception>
    /// <exception cref="ArithmeticException">The iteration does not converge.</exception>
    [Copies]
    public static Tensor<T, Cpu> NuclearNorm<T>(this Tensor<T, Cpu> a, bool keepDims = false)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => Of(nameof(NuclearNorm), a, keepDims, values => values.Sum());

    private static Tensor<T, Cpu> Of<T>(string operation, Tensor<T, Cpu> a, bool keepDims, Func<Vector, double> ofValues)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        MatrixStack.CheckMatrices(operation, a);
        nint[] stack = MatrixStack.Of(a), shape = keepDims ? [.. stack, 1, 1] : stack;
        return a.Length == 0
            ? Tensor<T, Cpu>.Zeros(shape)
            : MatrixStack.ToTensor<T>(MatrixStack.From(operation, a).Select((matrix, place) => ofValues(Values(operation, matrix, stack, place))), shape);
    }

    private static Vector Values(string operation, Matrix<double> matrix, nint[] stack, int place) =>
        MatrixStack.Converged(operation, stack, place, () => matrix.Svd(computeVectors: false).S);
}
