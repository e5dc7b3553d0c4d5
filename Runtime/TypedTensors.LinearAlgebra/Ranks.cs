using System.Numerics;
using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Factorization;
using Vector = MathNet.Numerics.LinearAlgebra.Vector<double>;

namespace TypedTensors;

/// <summary>What singular values say of a matrix.</summary>
public static class Ranks
{
    /// <summary>How many singular values are above a threshold (NumPy <c>linalg.matrix_rank</c>).</summary>
    /// <param name="a">Matrices [..., m, n].</param>
    /// <param name="relative">The threshold in proportion to the largest singular value; null takes max(m, n) times the dtype's epsilon.</param>
    /// <returns>A number for each matrix; 0 for one without elements.</returns>
    /// <exception cref="ShapeException">The rank is below 2.</exception>
    [Copies]
    public static Tensor<long, Cpu> MatrixRank<T>(this Tensor<T, Cpu> a, double? relative = null)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        MatrixStack.CheckMatrices(nameof(MatrixRank), a);
        nint[] stack = MatrixStack.Of(a);
        if (a.Length == 0)
        {
            return Tensor<long, Cpu>.Zeros(stack);
        }

        double threshold = relative ?? Threshold<T>(a.Shape);
        return MatrixStack.From(nameof(MatrixRank), a)
            .Select((matrix, place) => MatrixStack.Converged(nameof(MatrixRank), stack, place, () => matrix.Svd(computeVectors: false).S))
            .Select(values => (long)values.Count(value => value > threshold * values[0]))
            .ToArray().AsTensor().Reshape(stack);
    }

    /// <summary>The pseudo-inverse of Moore and Penrose (NumPy <c>linalg.pinv</c>): singular values up to a threshold count as 0.</summary>
    /// <param name="a">Matrices [..., m, n].</param>
    /// <param name="relative">The threshold in proportion to the largest singular value; null takes max(m, n) times the dtype's epsilon.</param>
    /// <returns>Matrices [..., n, m].</returns>
    /// <exception cref="ShapeException">The rank is below 2.</exception>
    [Copies]
    public static Tensor<T, Cpu> Pinv<T>(this Tensor<T, Cpu> a, double? relative = null)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        MatrixStack.CheckMatrices(nameof(Pinv), a);
        nint[] stack = MatrixStack.Of(a);
        if (a.Length == 0)
        {
            return Tensor<T, Cpu>.Zeros([.. stack, a.Shape[^1], a.Shape[^2]]);
        }

        double threshold = relative ?? Threshold<T>(a.Shape);
        return MatrixStack.ToTensor<T>(
            [.. MatrixStack.From(nameof(Pinv), a).Select(matrix =>
            {
                Svd<double> factors = matrix.Svd();
                int least = factors.S.Count;
                Vector inverted = factors.S.Map(value => value > threshold * factors.S[0] ? 1 / value : 0);
                return factors.VT.SubMatrix(0, least, 0, matrix.ColumnCount).Transpose()
                    * (Matrix<double>.Build.DiagonalOfDiagonalVector(inverted) * factors.U.SubMatrix(0, matrix.RowCount, 0, least).Transpose());
            })],
            stack);
    }

    private static double Threshold<T>(Shape shape)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        Math.Max(shape[^1], shape[^2]) * double.CreateChecked(T.BitIncrement(T.One) - T.One);
}
